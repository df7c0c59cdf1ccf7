using EduAid.Application.Coverage;
using EduAid.Application.Enrolments;
using EduAid.Application.Intake;
using EduAid.Application.Matching;
using EduAid.Application.People;
using EduAid.Application.Retention;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Matching;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Matching;

public class RefusedTests
{
    private static readonly Child Ming = Child(1, name: "王小明"), Fang = Child(22, "2011-05-07", "李芳"), Whole = Child(3, "2009-01-02", "赵强"), Other = Child(4, "2008-07-08", "周全");

    [Theory, EveryDatabase]
    public async Task Rows_refused_for_their_ID_alone_are_kept_encrypted_and_compared(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        await county.Do(async s =>
        {
            var rows = await s.Db.RefusedRows.OrderBy(r => r.Row).ToListAsync();
            rows.Select(r => (r.Name, r.Lost)).Should().Equal(("王小明", false), ("李芳", true));
            foreach (var row in rows) System.Text.Encoding.UTF8.GetString([.. row.IdCipher, .. row.RowCipher]).Should().NotContain("341523").And.NotContain("李芳");
            var content = rows[0].Content(s.Get<FieldCipher>());
            content.Value.Should().Match<EnrolmentRow>(r => r.Name == "王小明" && r.Grade == 3 && r.Boarding == true && r.Card == Ming.Card && r.Id == Broken(Ming));
            return 0;
        });
        (await FindAsync(county))!.Refused.Should().Be(2);
        (await PairsAsync(county)).Should().BeEquivalentTo([("王小明", RefusedKind.NearId), ("李芳", RefusedKind.LostDigits)]);
        var before = await county.Do(s => s.Db.RefusedCandidates.Select(c => c.Id).ToListAsync());
        await FindAsync(county);
        (await county.Do(s => s.Db.RefusedCandidates.Select(c => c.Id).ToListAsync())).Should().BeEquivalentTo(before, "a pair that is found again keeps its key");
        (await county.Do(s => s.Db.RefusedRows.CountAsync(), Scope.OfSchools(county.County, [new(Guid.Empty)]))).Should().Be(0, "another school sees none of it");
    }

    [Theory, EveryDatabase]
    public async Task A_decision_puts_the_row_on_the_list_and_taking_it_back_takes_it_off(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        await FindAsync(county);
        (await ListedAsync(county)).Should().Equal(["赵强"], "comparing merges nothing");
        (await DecideAsync(county, await PairAsync(county, "王小明"), MatchVerdict.Same)).Should().BeNull();
        (await ListedAsync(county)).Should().Equal("王小明", "赵强");
        (await IdOfAsync(county, "王小明")).Should().Be(Ming.Id);
        (await county.Do(s => s.Db.People.CountAsync(p => p.Name == "王小明"))).Should().Be(1, "the registered child itself is enrolled");
        await county.Generate(Spring2020);
        (await GrantedAsync(county)).Should().BeEquivalentTo("王小明", "赵强");
        (await MissedAsync(county)).Should().NotContain("王小明").And.Contain("李芳");

        var decision = await county.Do(s => s.Db.RefusedDecisions.SingleAsync());
        (await county.Do(s => s.Get<UndoMend>().RunAsync(Staff.SecondOfficer, decision.Id, "两个孩子", Stop))).Should().BeNull();
        (await ListedAsync(county)).Should().Equal(["赵强"], "only the mended row leaves");
        await county.Generate(Spring2020);
        (await GrantedAsync(county)).Should().Equal("赵强");
        (await county.Do(s => s.Get<UndoMend>().RunAsync(Staff.Officer, decision.Id, "再撤", Stop))).Should().Be(MendRefusal.AlreadyUndone);
        (await DecideAsync(county, await PairAsync(county, "王小明"), MatchVerdict.Same)).Should().BeNull("it may be decided again");
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }

    [Theory, EveryDatabase]
    public async Task The_next_semester_offers_it_again_and_does_nothing_by_itself(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        await FindAsync(county);
        await DecideAsync(county, await PairAsync(county, "王小明"), MatchVerdict.Same);
        await DecideAsync(county, await PairAsync(county, "李芳"), MatchVerdict.Different);
        await county.Lists(new ListImport(Autumn2020, [SentList("autumn.csv", "四年级")], Partial: true));
        await FindAsync(county, Autumn2020);
        (await PairsAsync(county, Autumn2020)).Should().Equal([("王小明", RefusedKind.Remembered)], "the one is remembered as mended, the other as another child");
        (await ListedAsync(county, Autumn2020)).Should().Equal("赵强");
    }

    [Fact]
    public async Task What_cannot_be_is_refused_by_name()
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite);
        await FindAsync(county);
        var pair = await PairAsync(county, "王小明");
        (await county.Do(s => s.Get<MendRefused>().RunAsync(Staff.Director, pair, MatchVerdict.Same, "x", Stop))).Should().Be(MendRefusal.NotYourRole);
        (await county.Do(s => s.Get<MendRefused>().RunAsync(Staff.Officer, pair, MatchVerdict.Same, " ", Stop))).Should().Be(MendRefusal.ReasonMissing);
        (await DecideAsync(county, Guid.Empty, MatchVerdict.Same)).Should().Be(MendRefusal.NotFound);
        (await DecideAsync(county, pair, MatchVerdict.AskSchool)).Should().BeNull();
        (await county.Do(s => s.Db.Messages.SingleAsync())).Remark.Should().Be("王小明: 户口簿同一人");
        await county.Lists(ListOf("second.csv", [Ming], Second));
        (await DecideAsync(county, pair, MatchVerdict.Same)).Should().Be(MendRefusal.AlreadyListed);
        await county.Lists(ListOf("again.csv", [Whole with { Card = Child(40).Card }]));
        (await DecideAsync(county, await PairAsync(county, "李芳"), MatchVerdict.Same)).Should().Be(MendRefusal.ListReplaced);
        (await DecideAsync(county, pair, MatchVerdict.Different)).Should().BeNull();
        (await DecideAsync(county, pair, MatchVerdict.Different)).Should().Be(MendRefusal.AlreadyDecided);
        (await FindAsync(county))!.Refused.Should().Be(0, "the list that left them out is replaced");
    }

    [Fact]
    public async Task What_the_school_has_sent_since_stays_when_the_decision_is_taken_back()
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite);
        await FindAsync(county);
        await DecideAsync(county, await PairAsync(county, "王小明"), MatchVerdict.Same);
        await county.Lists(ListOf("whole.csv", [Ming with { Card = Child(40).Card }, Whole]));
        var decision = await county.Do(s => s.Db.RefusedDecisions.SingleAsync());
        (await county.Do(s => s.Get<UndoMend>().RunAsync(Staff.Officer, decision.Id, "看错了", Stop))).Should().BeNull();
        (await ListedAsync(county)).Should().Equal("王小明", "赵强");
    }

    [Fact]
    public async Task Refused_rows_go_with_the_contact_details_of_their_semester()
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite);
        await FindAsync(county);
        await DecideAsync(county, await PairAsync(county, "李芳"), MatchVerdict.Different);
        county.Clock.Advance(TimeSpan.FromDays(366 * 5));
        (await county.Do(s => s.Get<RetentionPlan>().RunAsync(Stop))).Single(c => c.Kind == RetentionKind.ContactDetails).Count.Should().Be(2);
        await county.Do(s => s.Get<ApplyRetention>().RunAsync(Staff.Officer, Stop));
        (await county.Do(async s => await s.Db.RefusedRows.CountAsync() + await s.Db.RefusedCandidates.CountAsync() + await s.Db.RefusedDecisions.CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task Whatever_is_broken_no_row_comes_onto_a_list_without_a_decision()
    {
        var random = new Random(5);
        for (var round = 0; round < 5; round++)
        {
            await using var county = await CountyFixture.OpenAsync(TestDatabase.Sqlite);
            await county.Schools(SchoolsFile);
            var registered = Children(1, 20);
            await county.Registered(RegisteredOf("registered.csv", registered));
            var written = registered.Select(c => random.Next(3) == 0 ? c : c with { Id = IdNeighbours.Refused(CitizenId.FromStored(c.Id)).ElementAt(random.Next(150)).Text }).ToList();
            await county.Lists(new ListImport(Spring2020, [ListOf("a.csv", written)], Partial: true));
            await FindAsync(county);
            (await ListedAsync(county)).Should().BeEquivalentTo(written.Where(w => registered.Any(r => r.Id == w.Id)).Select(w => w.Name), $"round {round}");
        }
    }

    [Theory, EveryDatabase]
    public async Task Who_was_found_under_another_ID_is_missed_no_longer(TestDatabase on)
    {
        await using var county = await CountyFixture.OpenAsync(on);
        await county.Schools(SchoolsFile);
        await county.Registered(RegisteredOf("registered.csv", Ming, Other));
        var near = Ming with { Id = IdNeighbours.Valid(CitizenId.FromStored(Ming.Id), new(2026, 1, 1)).First(n => n.Number[6..14] == Ming.Id[6..14]).Number };
        await county.Lists(ListOf("a.csv", [near]));
        await FindAsync(county);
        (await MissedAsync(county)).Should().BeEquivalentTo("王小明", "周全");
        var pair = await county.Do(s => s.Db.MatchCandidates.SingleAsync());
        await county.Do(s => s.Get<DecideMatch>().RunAsync(Staff.Officer, pair.Id, MatchVerdict.Same, "户口簿同一人", Stop));
        (await MissedAsync(county)).Should().Equal("周全");
        (await county.Do(s => s.Get<MissedChildren>().PeopleIn(Spring2020).Distinct().CountAsync())).Should().Be(1, "the count says what the list says");
        var decision = await county.Do(s => s.Db.MatchDecisions.SingleAsync());
        await county.Do(s => s.Get<UndoMatch>().RunAsync(Staff.Officer, decision.Id, Spring2020, "看错了", Stop));
        (await MissedAsync(county)).Should().BeEquivalentTo("王小明", "周全");
    }

    private static async Task<CountyFixture> OpenAsync(TestDatabase on)
    {
        var county = await CountyFixture.OpenAsync(on);
        await county.Schools(SchoolsFile);
        await county.Registered(RegisteredOf("registered.csv", Ming, Fang, Whole, Other));
        await county.Lists(new ListImport(Spring2020, [SentList("a.csv", "三年级")], Partial: true));
        return county;
    }

    // One whole row, two that only their ID has refused, and two that have other faults or no ID.
    private static SentFile SentList(string file, string grade) => List(
        file, Row(Whole, grade: grade), Row(Ming with { Id = Broken(Ming) }, grade: grade), Row(Fang with { Id = Fang.Id[..15] + "000" }, grade: grade),
        Row(Other with { Id = Broken(Other) }, grade: grade, boarding: "?"), Row(Other with { Id = "" }, grade: grade));

    private static string Broken(Child child) => child.Id[..15] + child.Id[16] + child.Id[15] + child.Id[17..];

    private static Task<MatchesFound?> FindAsync(CountyFixture county, Semester? semester = null) => county.Do(s => s.Get<FindMatches>().RunAsync(Staff.Officer, semester ?? Spring2020, Stop));

    private static Task<MendRefusal?> DecideAsync(CountyFixture county, Guid pair, MatchVerdict verdict) =>
        county.Do(s => s.Get<MendRefused>().RunAsync(Staff.Officer, pair, verdict, "户口簿同一人", Stop));

    private static Task<Guid> PairAsync(CountyFixture county, string name) => county.Do(s =>
        (from c in s.Db.RefusedCandidates join p in s.Db.People on c.Registered equals p.Id where p.Name == name select c.Id).SingleAsync());

    private static async Task<List<(string Name, RefusedKind Kind)>> PairsAsync(CountyFixture county, Semester? semester = null) => await county.Do(async s =>
        (await (from c in s.Db.RefusedCandidates join p in s.Db.People on c.Registered equals p.Id where c.Semester == (semester ?? Spring2020) select new { p.Name, c.Kind }).ToListAsync())
        .Select(p => (p.Name, p.Kind)).ToList());

    // Sorted here: each database sorts Chinese in its own way.
    private static async Task<List<string>> ListedAsync(CountyFixture county, Semester? semester = null) => [.. (await county.Do(s =>
        SemesterFacts.CurrentEnrolments(s.Db, semester ?? Spring2020).Select(e => e.Name).ToListAsync())).Order(StringComparer.Ordinal)];

    private static Task<List<string>> GrantedAsync(CountyFixture county) => county.Do(s => s.Db.RosterEntries.Select(e => e.Name).ToListAsync());

    private static async Task<string> IdOfAsync(CountyFixture county, string name) => await county.Do(async s =>
    {
        var person = await SemesterFacts.CurrentEnrolments(s.Db, Spring2020).Where(e => e.Name == name).Select(e => e.Person).SingleAsync();
        return (await s.Get<PersonDirectory>().RevealAsync([person], Stop))[person].Reveal();
    });

    private static async Task<List<string>> MissedAsync(CountyFixture county) => [.. (await county.Do(s => s.Get<MissedChildren>().InAsync(Spring2020, Stop))).Select(m => m.Name)];
}
