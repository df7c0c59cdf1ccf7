using EduAid.Application.Intake;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.Invented;
using static EduAid.Application.Tests.Intake.ImportAgainTests;

namespace EduAid.Application.Tests.Registrations;

public class RegisteredListTests
{
    private static readonly Semester Spring2019 = Semester.Spring(2019), Autumn2019 = Semester.Autumn(2019);

    [Theory, EveryDatabase]
    public async Task The_first_list_holds_for_all_semesters(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        await county.Registered(RegisteredOf("p.csv", Children(1, 2)));
        (await RegisteredIn(county, Spring2019)).Should().Be(2);
        (await RegisteredIn(county, Semester.Autumn(2030))).Should().Be(2);
    }

    [Theory, EveryDatabase]
    public async Task A_later_different_list_must_say_from_which_semester_it_holds(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        await county.Registered(RegisteredOf("p1.csv", Children(1, 3)));
        var refused = await county.Registered(RegisteredOf("p2.csv", Children(2, 3)));
        refused.Refusal.Should().BeOfType<ImportRefusal.FromSemesterNeeded>();
        (await county.Do(s => s.Db.RegisteredLists.CountAsync())).Should().Be(1);

        var report = (await county.Registered(RegisteredOf("p2.csv", Children(2, 3)), from: Spring2020)).Reports.Single();
        (report.Written, report.Removed).Should().Be((3, 1), "every row has another place in its household");
        (await RegisteredIn(county, Autumn2019)).Should().Be(3);
        (await RegisteredIn(county, Spring2020)).Should().Be(3);
        await county.Lists(ListOf("a.csv", Children(1, 4)));
        await county.Generate(Spring2020);
        (await county.PayAsync(Spring2020))["compulsory-living"].Keys.Should().BeEquivalentTo(Children(2, 3).Select(c => c.Id));
    }

    [Theory, EveryDatabase]
    public async Task A_list_speaks_for_the_townships_that_occur_in_it_alone(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        var west = Children(5, 2).Select(c => c with { Township = "西河镇" }).ToList();
        await county.Registered(RegisteredOf("p1.csv", [.. Children(1, 3), .. west]));
        var report = (await county.Registered(RegisteredOf("p2.csv", Children(2, 2)), from: Spring2020)).Reports.Single();
        report.Removed.Should().Be(1, "only the child of the township that the list names");
        (await RegisteredIn(county, Spring2020)).Should().Be(4);
    }

    [Theory, EveryDatabase]
    public async Task A_disabled_persons_number_is_the_citizen_id_with_kind_and_level(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        var child = Child(1);
        await county.Registered(RegisteredOf("p.csv", child with { Id = child.Id + "43" }));
        await county.Lists(ListOf("a.csv", [child]));
        await county.Generate(Spring2020);
        (await county.PayAsync(Spring2020))["compulsory-living"].Should().ContainKey(child.Id);
        (await county.Do(s => s.Db.Registrations.Select(r => r.Disability).SingleAsync())).Should().Be("43");
    }

    [Theory, EveryDatabase]
    public async Task The_person_must_be_on_the_list_not_merely_the_household(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        var (listed, sibling) = (Child(1), Child(2));
        await county.Registered(RegisteredOf("p.csv", listed));
        await county.Lists(ListOf("a.csv", [listed, sibling]));
        await county.Generate(Spring2020);
        (await county.PayAsync(Spring2020))["compulsory-living"].Keys.Should().Equal(listed.Id);
    }

    private static Task<int> RegisteredIn(CountyFixture county, Semester semester) =>
        county.Do(s => Application.Rosters.SemesterFacts.Valid(s.Db, semester).CountAsync());
}
