using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Coverage;
using EduAid.Application.Documents;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Coverage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;
using static EduAid.Application.Tests.Intake.ImportAgainTests;

namespace EduAid.Application.Tests.Coverage;

/// <summary>核实结果: the county's clock stands at 24 November 2026.</summary>
public class RecordOutcomeTests
{
    private const string East = "东河镇", West = "西河镇";

    private static readonly Actor Officer = new("officer", nameof(Role.AidOfficer), "test"), Township = new("township", nameof(Role.TownshipSchool), "test"),
        School = new("clerk", nameof(Role.SchoolClerk), "test"), Auditor = new("auditor", nameof(Role.Auditor), "test");

    [Theory, EveryDatabase]
    public async Task The_latest_outcome_holds_and_the_earlier_ones_stay(TestDatabase on)
    {
        await using var county = await WithMissed(on);
        var child = (await ReadAsync(county)).Missed[0];
        (await RecordAsync(county, Officer, Sent(child, OutcomeKind.StillLooking, "家中无人"))).Refusal.Should().BeNull();
        var looked = await ReadAsync(county);
        looked.Missed.Single(m => m.Person == child.Person).Should().Match<MissedChild>(m => m.Open && m.Outcome == OutcomeKind.StillLooking);
        looked.Townships.Sum(t => t.Missed).Should().Be(3);

        (await RecordAsync(county, Officer, Sent(child, OutcomeKind.Elsewhere, "", "邻县实验小学"))).Refusal.Should().BeNull();
        var found = await ReadAsync(county);
        found.Missed.Single(m => m.Person == child.Person).Open.Should().BeFalse();
        found.Townships.Sum(t => t.Missed).Should().Be(2);
        found.Townships.Sum(t => t.Explained).Should().Be(1);
        (await county.Do(s => s.Get<MissedChildren>().PeopleIn(Spring2020).CountAsync(Stop))).Should().Be(2);
        (await county.Do(s => s.Db.MissedOutcomes.OrderBy(o => o.Number).Select(o => o.Number).ToListAsync(Stop))).Should().Equal(1, 2);

        await RecordAsync(county, Officer, Sent(child, OutcomeKind.DroppedOut, "外出务工"));
        var gone = await ReadAsync(county);
        gone.Townships.Sum(t => t.Missed).Should().Be(3, "who has dropped out is known and not covered");
        gone.DroppedOut.Select(m => m.Person).Should().Equal(child.Person);
        (await county.Do(s => s.Db.AuditEvents.CountAsync(e => e.Action == "missed.outcome", Stop))).Should().Be(3);
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }

    [Theory, EveryDatabase]
    public async Task An_outcome_holds_for_its_semester_alone(TestDatabase on)
    {
        await using var county = await WithMissed(on);
        var child = (await ReadAsync(county)).Missed[0];
        await RecordAsync(county, Officer, Sent(child, OutcomeKind.Deceased, "已注销户口"));
        (await county.Do(s => s.Get<MissedChildren>().ReadAsync(Autumn2020, Stop))).Missed.Single(m => m.Person == child.Person).Outcome.Should().BeNull();
    }

    [Theory, EveryDatabase]
    public async Task A_township_sees_and_records_the_children_registered_there_whatever_its_schools_lists_say(TestDatabase on)
    {
        await using var county = await WithMissed(on);
        var own = await ScopeOfAsync(county, East);
        var seen = await ReadAsync(county, own);
        seen.Missed.Should().HaveCount(2).And.OnlyContain(m => m.Township == East);
        seen.Townships.Should().ContainSingle().Which.Registered.Should().Be(4, "one of them is on a list of the other township's school");
        var other = (await ReadAsync(county)).Missed.Single(m => m.Township == West);

        (await RecordAsync(county, Township, Sent(seen.Missed[0], OutcomeKind.ListWrong, "重名"), own)).Refusal.Should().BeNull();
        (await RecordAsync(county, Township, Sent(other, OutcomeKind.ListWrong, "重名"), own)).Refusal.Should().Be(OutcomeRefusal.NotFound);
        var west = await ScopeOfAsync(county, West);
        (await county.Do(s => s.Db.MissedOutcomes.CountAsync(Stop), own)).Should().Be(1);
        (await county.Do(s => s.Db.MissedOutcomes.CountAsync(Stop), west)).Should().Be(0);
        (await county.Do(s => s.Db.Registrations.CountAsync(Stop), own)).Should().Be(0, "the registered list itself stays the county's");
        (await ReadAsync(county, own with { Township = null })).Missed.Should().BeEmpty("a school is not asked");
    }

    [Theory, EveryDatabase]
    public async Task Proof_is_seen_where_the_outcome_is(TestDatabase on)
    {
        await using var county = await WithMissed(on);
        var (east, west) = (await ScopeOfAsync(county, East), await ScopeOfAsync(county, West));
        var child = (await ReadAsync(county, east)).Missed[0];
        var outcome = (await RecordAsync(county, Township, Sent(child, OutcomeKind.Elsewhere, "", "某小学"), east)).Id!.Value;
        var proof = new SentDocument(DocumentSubject.Outcome, $"{outcome}", "在读证明", "a.pdf", "%PDF-1.4 x"u8.ToArray());
        (await county.Do(s => s.Get<AttachDocument>().RunAsync(School, proof, Stop), east)).Should().Be(DocumentRefusal.NotYourRole);
        (await county.Do(s => s.Get<AttachDocument>().RunAsync(Township, proof, Stop), west)).Should().Be(DocumentRefusal.NotFound);
        (await county.Do(s => s.Get<AttachDocument>().RunAsync(Township, proof, Stop), east)).Should().BeNull();
        var paper = await county.Do(s => s.Db.StoredDocuments.Select(d => d.Id).SingleAsync(Stop));
        (await county.Do(s => s.Get<DownloadDocument>().RunAsync(Township, paper, Stop), west)).Should().BeNull();
        (await county.Do(s => s.Get<DownloadDocument>().RunAsync(Auditor, paper, Stop))).Should().NotBeNull();
        (await county.Do(s => s.Get<DownloadDocument>().RunAsync(Auditor with { Role = nameof(Role.Finance) }, paper, Stop))).Should().BeNull();
    }

    [Fact]
    public async Task What_says_too_little_or_comes_from_another_role_is_refused()
    {
        await using var county = await WithMissed(TestDatabase.Sqlite);
        var child = (await ReadAsync(county)).Missed[0];
        var good = Sent(child, OutcomeKind.Elsewhere, "", "某小学");
        (string Why, Actor By, SentOutcome Sent, OutcomeRefusal Refusal)[] wrong =
        [
            ("a school's clerk", School, good, OutcomeRefusal.NotYourRole),
            ("who changes nothing", Auditor, good, OutcomeRefusal.NotYourRole),
            ("nobody", Officer, good with { Person = new(Keys.New(DateTimeOffset.UnixEpoch)) }, OutcomeRefusal.NotFound),
            ("no kind", Officer, good with { Kind = null }, OutcomeRefusal.KindMissing),
            ("a kind that is none", Officer, good with { Kind = (OutcomeKind)99 }, OutcomeRefusal.KindMissing),
            ("no school", Officer, good with { Place = " " }, OutcomeRefusal.PlaceMissing),
            ("moved nowhere", Officer, good with { Kind = OutcomeKind.Moved, Place = null }, OutcomeRefusal.PlaceMissing),
            ("no words", Officer, good with { Kind = OutcomeKind.Deceased }, OutcomeRefusal.TextMissing),
            ("too many words", Officer, good with { Text = new string('长', MissedOutcome.LongestText + 1) }, OutcomeRefusal.TextMissing),
            ("tomorrow", Officer, good with { On = new(2026, 11, 25) }, OutcomeRefusal.DayOutside),
        ];
        foreach (var (why, by, sent, refusal) in wrong) (await RecordAsync(county, by, sent)).Refusal.Should().Be(refusal, why);
        (await county.Do(s => s.Db.MissedOutcomes.CountAsync(Stop))).Should().Be(0);
    }

    // Five children: in the east one on a list at home, one on a list in the west and two on none; in the west one on none.
    private static async Task<CountyFixture> WithMissed(TestDatabase on)
    {
        var county = await WithSchools(on);
        await county.Registered(RegisteredOf("p.csv", [.. Children(1, 4), Child(5) with { Township = West }]));
        await county.Lists(ListOf("a.csv", [Child(1)]), ListOf("b.csv", [Child(2)], Second));
        return county;
    }

    private static SentOutcome Sent(MissedChild child, OutcomeKind kind, string text, string? place = null) => new(Spring2020, child.Person, kind, place, text, new(2026, 11, 24));

    private static Task<RecordedOutcome> RecordAsync(CountyFixture county, Actor by, SentOutcome sent, Scope? scope = null) =>
        county.Do(s => s.Get<RecordOutcome>().RunAsync(by, sent, Stop), scope);

    private static Task<RegisteredChildren> ReadAsync(CountyFixture county, Scope? scope = null) => county.Do(s => s.Get<MissedChildren>().ReadAsync(Spring2020, Stop), scope);

    private static Task<Scope> ScopeOfAsync(CountyFixture county, string township) => county.Do(async s =>
        Scope.OfTownship(county.County, township, await AssignmentScope.SchoolsOf(s.Db, county.County, township).ToListAsync(Stop)));
}
