using EduAid.Application.Enrolments;
using EduAid.Application.Rosters;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Findings;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.Invented;
using static EduAid.Application.Tests.Intake.ImportAgainTests;

namespace EduAid.Application.Tests.Rosters;

public class GenerateRostersTests
{
    [Theory, EveryDatabase]
    public async Task Generating_twice_changes_nothing_and_keeps_every_key(TestDatabase on)
    {
        await using var county = await County(on);
        var first = await county.Generate(Spring2020);
        var before = await SnapshotAsync(county);
        var second = await county.Generate(Spring2020);
        first.Single(g => g.Programme == "compulsory-living").Should().Be(new GeneratedProgramme("compulsory-living", 1, 3, 150000, 0, 3, 0, 0));
        second.Should().OnlyContain(g => g.Added == 0 && g.Removed == 0 && g.Changed == 0);
        second.Select(g => (g.Programme, g.Schools, g.Entries, g.Fen)).Should().Equal(first.Select(g => (g.Programme, g.Schools, g.Entries, g.Fen)));
        (await SnapshotAsync(county)).Should().Equal(before);
    }

    [Theory, EveryDatabase]
    public async Task Every_programme_of_the_semester_is_stated_zeros_included(TestDatabase on)
    {
        await using var county = await CountyFixture.OpenAsync(on);
        (await county.Generate(Spring2020)).Select(g => g.Programme).Should().Equal(Programme.Of(Spring2020).Select(p => p.Code));
        (await county.Generate(Spring2020)).Should().OnlyContain(g => g.Entries == 0 && g.Fen == 0 && g.Schools == 0);
    }

    [Theory, EveryDatabase]
    public async Task A_newer_list_shows_who_came_who_left_and_who_changed(TestDatabase on)
    {
        await using var county = await County(on);
        await county.Generate(Spring2020);
        await county.Lists(List("b.csv", Row(Child(2)), Row(Child(3), boarding: "否"), Row(Child(4))));
        var living = (await county.Generate(Spring2020)).Single(g => g.Programme == "compulsory-living");
        (living.Entries, living.Added, living.Removed, living.Changed, living.Fen).Should().Be((3, 1, 1, 1, 125000));
    }

    [Theory, EveryDatabase]
    public async Task Drafts_turn_stale_when_their_ground_changes_and_fresh_when_generated(TestDatabase on)
    {
        await using var county = await County(on);
        await county.Generate(Spring2020);
        Task<int> Stale() => county.Do(s => s.Db.Rosters.CountAsync(r => r.Stale));
        (await Stale()).Should().Be(0);
        await county.Lists(new ListImport(Spring2020, [ListOf("b.csv", Children(4, 1))], Mode: ListMode.Add));
        (await Stale()).Should().Be(1);
        await county.Generate(Spring2020);
        (await Stale()).Should().Be(0);
        await county.Lists(new ListImport(Spring2020, [ListOf("b.csv", Children(4, 1))], Mode: ListMode.Add));
        (await Stale()).Should().Be(0, "the same list again changes nothing");
        await county.Registered(RegisteredOf("p2.csv", Children(1, 2)), from: Spring2020);
        (await Stale()).Should().Be(1);
    }

    [Theory, EveryDatabase]
    public async Task A_child_on_two_schools_lists_is_paid_by_neither(TestDatabase on)
    {
        await using var county = await County(on);
        await county.Lists(List("b.csv", Row(Child(1), Second, boarding: "否"), Row(Child(9), Second)));
        await county.Lists(ListOf("a.csv", [.. Children(1, 3), Child(9)]));
        await county.Generate(Spring2020);
        (await county.PayAsync(Spring2020))["compulsory-living"].Keys.Should().BeEquivalentTo([Child(2).Id, Child(3).Id]);
        (await county.FindingsAsync(Spring2020)).Should().BeEquivalentTo([(FindingCodes.EnrolmentConflict, Child(1).Id), (FindingCodes.EnrolmentConflict, Child(9).Id)]);
        (await county.Do(s => s.Db.FindingSchools.CountAsync())).Should().Be(4);
    }

    [Theory, EveryDatabase]
    public async Task Another_name_on_the_registered_list_holds_what_depends_on_it_alone(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        var (student, dotted) = (Child(1, "2003-05-05"), Child(2, "2003-05-05", "阿依 古丽"));
        await county.Registered(RegisteredOf("p.csv", student with { Name = "另一人" }, dotted with { Name = "阿依·古丽" }));
        await county.Lists(List("v.csv", new[] { student, dotted }.Select(c =>
            Row(c, Vocational, "中专二年级", boarding: "", specialty: "学前教育", fullTime: "是", household: "农村"))));
        await county.Generate(Spring2020);
        var pay = await county.PayAsync(Spring2020);
        pay["vocational-grant"].Keys.Should().Equal(dotted.Id);
        pay["vocational-tuition"].Keys.Should().BeEquivalentTo([student.Id, dotted.Id]);
        (await county.FindingsAsync(Spring2020)).Should().Equal((FindingCodes.NameMismatch, student.Id));
    }

    [Theory, EveryDatabase]
    public async Task Travel_aid_is_paid_once_in_a_lifetime(TestDatabase on)
    {
        await using var county = await WithSchools(on);
        var graduate = Child(1, "2002-05-05");
        await county.Registered(RegisteredOf("p.csv", graduate));
        await county.Admissions(Autumn2020, AdmissionsOf("q.csv", "安徽省", graduate));
        await county.Generate(Autumn2020);
        (await county.PayAsync(Autumn2020))["university-travel"].Should().Equal(new Dictionary<string, long> { [graduate.Id] = 50000 });
        foreach (var later in (Semester[])[Semester.Autumn(2021), Semester.Autumn(2024)])
        {
            await county.Admissions(later, AdmissionsOf("again.csv", "江苏省", graduate));
            await county.Generate(later);
            (await county.PayAsync(later))["university-travel"].Should().BeEmpty();
            (await county.FindingsAsync(later)).Should().Equal((FindingCodes.AlreadyPaid, graduate.Id));
            (await county.Do(s => s.Db.Findings.Where(f => f.Semester == later).Select(f => f.Detail).SingleAsync())).Should().Contain("2020");
        }
    }

    [Theory, EveryDatabase]
    public async Task One_programme_alone_leaves_the_others_drafts_as_they_are(TestDatabase on)
    {
        await using var county = await County(on);
        await county.Generate(Spring2020);
        await county.Lists(ListOf("b.csv", Children(2, 1)));
        var generated = await county.Do(s => s.Get<GenerateRosters>().RunAsync(CountyFixture.Clerk, Spring2020, Programme.Find("preschool"), CountyFixture.Stop));
        generated.Select(g => g.Programme).Should().Equal("preschool");
        (await county.PayAsync(Spring2020))["compulsory-living"].Should().HaveCount(3);
    }

    [Theory, EveryDatabase]
    public async Task A_confirmed_roster_is_not_rewritten(TestDatabase on)
    {
        await using var county = await County(on);
        await county.Generate(Spring2020);
        await county.Sql("UPDATE \"Rosters\" SET \"State\" = 2");
        await county.Lists(ListOf("b.csv", Children(2, 1)));
        await county.Generate(Spring2020);
        (await county.PayAsync(Spring2020))["compulsory-living"].Should().HaveCount(3);
    }

    [Theory, EveryDatabase]
    public async Task Two_generations_at_the_same_time_come_one_after_the_other(TestDatabase on)
    {
        await using var county = await County(on);
        var both = await Task.WhenAll(Task.Run(() => county.Generate(Spring2020)), Task.Run(() => county.Generate(Spring2020)));
        both.Select(g => g.Sum(p => p.Added)).Should().BeEquivalentTo([3, 0]);
        both.Should().OnlyContain(g => g.Sum(p => p.Entries) == 3);
        (await county.VerifyAudit()).Should().BeEquivalentTo(new { Holds = true });
        (await county.Do(s => s.Db.AuditEvents.CountAsync(e => e.Action == "rosters.generate"))).Should().Be(2);
    }

    private static async Task<CountyFixture> County(TestDatabase on)
    {
        var county = await WithSchools(on);
        await county.Registered(RegisteredOf("p.csv", Children(1, 9)));
        await county.Lists(ListOf("a.csv", Children(1, 3)));
        return county;
    }

    private static Task<List<string>> SnapshotAsync(CountyFixture county) => county.Do(async s => (await s.Db.RosterEntries.OrderBy(e => e.Id).ToListAsync())
        .Select(e => $"{e.Id} {e.Roster} {e.Fen} {e.Reasons}").Concat((await s.Db.Rosters.OrderBy(r => r.Id).ToListAsync()).Select(r => $"{r.Id} {r.Version} {r.GeneratedAt:O}")).ToList());
}
