using EduAid.Application.Enrolments;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Findings;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Intake;

public class ImportAgainTests
{
    [Theory, EveryDatabase]
    public async Task The_same_file_twice_changes_nothing(TestDatabase on)
    {
        await using var county = await CountyFixture.OpenAsync(on);
        var (list, registered) = (ListOf("01.csv", Children(1, 5)), RegisteredOf("poverty.csv", Children(1, 3)));
        var admissions = AdmissionsOf("admissions.csv", "江苏省", Children(40, 2, "2002-05-05"));
        async Task ImportAll(bool again)
        {
            var outcomes = new[]
            {
                await county.Schools(SchoolsFile), await county.Specialties(SpecialtiesFile), await county.Registered(registered),
                await county.Lists(list), await county.Admissions(Autumn2020, admissions),
            };
            outcomes.Should().OnlyContain(o => !o.HasErrors && o.Refusal == null);
            if (!again) return;
            outcomes.SelectMany(o => o.Reports).Should().OnlyContain(r => r.Number == null && r.Written == 0 && r.Removed == 0 && r.Unchanged == r.Accepted);
        }
        async Task<(int, long, int, int)> State() => await county.Do(async s => (
            await s.Db.Imports.CountAsync(), await s.Db.AuditEvents.LongCountAsync(), await s.Db.SchoolLists.CountAsync(), await s.Db.Registrations.CountAsync()));

        await ImportAll(again: false);
        var before = await State();
        await ImportAll(again: true);
        (await State()).Should().Be(before);
        (await county.Do(s => s.Db.Imports.Select(i => i.Number).Order().ToListAsync())).Should().Equal(1, 2, 3, 4, 5);
    }

    [Theory, EveryDatabase]
    public async Task A_later_list_replaces_the_earlier_one_and_counts_who_leaves(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        await county.Lists(ListOf("a.csv", Children(1, 5)));
        var report = (await county.Lists(ListOf("b.csv", Children(3, 5)))).Reports.Single();
        (report.Rows, report.Accepted, report.Unchanged, report.Written, report.Removed).Should().Be((5, 5, 3, 2, 2));
        (await OnList(county)).Should().Equal(3, 4, 5, 6, 7);
    }

    [Theory, EveryDatabase]
    public async Task One_list_after_another_and_the_first_again_ends_with_the_first(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        await county.Registered(RegisteredOf("poverty.csv", Children(1, 9)));
        var (a, b) = (ListOf("a.csv", Children(1, 4)), ListOf("b.csv", Children(4, 2)));
        await county.Lists(a);
        await county.Generate(Spring2020);
        var first = await county.PayAsync(Spring2020);
        await county.Lists(b);
        await county.Generate(Spring2020);
        (await county.PayAsync(Spring2020))["compulsory-living"].Should().HaveCount(2);
        var again = (await county.Lists(a)).Reports.Single();
        (again.Written, again.Unchanged, again.Removed).Should().Be((3, 1, 1));
        await county.Generate(Spring2020);
        (await county.PayAsync(Spring2020)).Should().BeEquivalentTo(first);
    }

    [Theory, EveryDatabase]
    public async Task Adding_mends_and_adds_and_lets_nobody_leave(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        await county.Lists(ListOf("a.csv", Children(1, 3)));
        var mended = List("b.csv", Row(Child(2), boarding: "否"), Row(Child(9)));
        var report = (await county.Lists(new ListImport(Spring2020, [mended], Mode: ListMode.Add))).Reports.Single();
        (report.Written, report.Removed).Should().Be((2, 0));
        (await OnList(county)).Should().Equal(1, 2, 3, 9);
        var boarding = await county.Do(s => Rows(s.Db).OrderBy(e => e.Name).Select(e => e.Boarding).ToListAsync());
        boarding.Count(b => b == false).Should().Be(1);
    }

    [Theory, EveryDatabase]
    public async Task A_list_in_another_order_and_other_spellings_says_the_same(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        var children = Children(1, 3);
        await county.Lists(List("a.csv", children.Select(c => Row(c, boarding: "是"))));
        var report = (await county.Lists(List("b.csv", children.Reverse().Select(c => Row(c, boarding: "寄宿", grade: "3年级"))))).Reports.Single();
        (report.Number, report.Unchanged, report.Written).Should().Be(((int?)null, 3, 0));
    }

    [Theory, EveryDatabase]
    public async Task A_register_of_schools_adds_versions_only_for_what_it_says_anew(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        var changed = Csv("schools2.csv", "学校代码,学校名称,乡镇,办学类型,举办者", $"3401,{First},东河镇,完全小学,公办", $"3402,{Second}分校,西河镇,教学点,公办");
        var report = (await county.Schools(changed)).Reports.Single();
        (report.Accepted, report.Written).Should().Be((2, 2), "the first one has lost its account");
        (await county.Schools(changed)).Reports.Single().Written.Should().Be(0);
    }

    [Theory, EveryDatabase]
    public async Task Lists_before_any_school_are_refused_whole(TestDatabase on)
    {
        await using var county = await CountyFixture.OpenAsync(on);
        var outcome = await county.Lists(ListOf("a.csv", Children(1, 1)));
        outcome.Refusal.Should().BeOfType<Application.Intake.ImportRefusal.NoSchools>();
        (await county.Do(s => s.Db.Imports.CountAsync())).Should().Be(0);
    }

    [Theory, EveryDatabase]
    public async Task A_file_that_is_no_list_is_a_finding_and_nothing_is_written(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        var outcome = await county.Lists(Bytes("a.xlsx", [1, 2, 3]), Bytes("b.csv", []));
        outcome.Codes().Should().OnlyContain(c => c == FindingCodes.FileUnreadable || c == FindingCodes.SheetEmpty || c == FindingCodes.HeaderMissing).And.HaveCount(2);
        (await county.Do(s => s.Db.SchoolLists.CountAsync())).Should().Be(0);
    }

    internal static async Task<CountyFixture> WithSchools(TestDatabase on)
    {
        var county = await CountyFixture.OpenAsync(on);
        await county.Schools(SchoolsFile);
        await county.Specialties(SpecialtiesFile);
        return county;
    }

    /// <summary>Numbers of the children on the current lists of 2020-spring.</summary>
    internal static async Task<IReadOnlyList<int>> OnList(CountyFixture county)
    {
        await using var services = county.Open();
        var people = await Rows(services.Db).Select(e => e.Person).ToListAsync();
        var ids = await services.Get<Application.People.PersonDirectory>().RevealAsync(people, CountyFixture.Stop);
        return [.. people.Select(p => int.Parse(ids[p].Reveal()[14..17], System.Globalization.CultureInfo.InvariantCulture)).Order()];
    }

    private static IQueryable<Enrolment> Rows(Application.Storage.EduAidDbContext db) => Application.Rosters.SemesterFacts.CurrentEnrolments(db, Spring2020);
}
