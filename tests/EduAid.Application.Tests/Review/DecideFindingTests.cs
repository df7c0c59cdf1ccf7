using EduAid.Application.Audit;
using EduAid.Application.Enrolments;
using EduAid.Application.Payments;
using EduAid.Application.People;
using EduAid.Application.Review;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Application.Tests.People;
using EduAid.Domain.Findings;
using EduAid.Domain.Review;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Review;

public class DecideFindingTests
{
    private const string Living = "compulsory-living";

    private static readonly Child Ming = Child(1, name: "王小明"), Fang = Child(2, name: "李小芳");

    [Theory, EveryDatabase]
    public async Task Of_two_schools_the_named_one_pays_at_once_and_later_generations_keep_to_it(TestDatabase on)
    {
        await using var county = await OpenAsync(on, [Ming, Fang]);
        await county.Lists(ListOf("a.csv", [Ming, Fang]));
        await county.Lists(List("b.csv", Row(Ming, Second, boarding: "否")));
        await county.Generate(Spring2020);
        var finding = await FindingAsync(county, FindingCodes.EnrolmentConflict);
        (await EntriesAsync(county)).Should().Equal(("3401", Fang.Name, 50000));
        (await SumsAsync(county)).Should().Equal(("3401", 1, 50000, 1), ("3402", 0, 0, 1));

        (await DecideAsync(county, finding, new(DecisionKind.HeldBy, await SchoolAsync(county, Second), null, "走访核实,现在二小就读"))).Should().BeNull();
        (await EntriesAsync(county)).Should().Equal(("3401", Fang.Name, 50000), ("3402", Ming.Name, 25000));
        (await SumsAsync(county)).Should().Equal(("3401", 1, 50000, 0), ("3402", 1, 25000, 0));
        (await county.Do(s => s.Db.Findings.CountAsync())).Should().Be(0, "it is answered");
        (await county.Do(s => s.Db.Rosters.AnyAsync(r => r.Stale))).Should().BeFalse("what it touched is computed, and nothing else was touched");
        (await HandsAsync(county)).Should().Contain((Staff.Officer.Name, RosterDeed.Decided), "whoever decides has prepared the roster");

        var before = await EntriesAsync(county);
        await county.Generate(Spring2020);
        (await EntriesAsync(county)).Should().Equal(before, "a generation reads the decision");
        (await SumsAsync(county)).Should().Equal(("3401", 1, 50000, 0), ("3402", 1, 25000, 0));
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }

    [Theory, EveryDatabase]
    public async Task A_decision_that_is_taken_back_raises_the_finding_again(TestDatabase on)
    {
        await using var county = await OpenAsync(on, [Ming]);
        await county.Lists(ListOf("a.csv", [Ming]));
        await county.Lists(List("b.csv", Row(Ming, Second)));
        await county.Generate(Spring2020);
        await DecideAsync(county, await FindingAsync(county, FindingCodes.EnrolmentConflict), new(DecisionKind.HeldBy, await SchoolAsync(county, First), null, "核实"));
        var decision = await county.Do(s => s.Db.Decisions.SingleAsync());
        Task<DecisionRefusal?> Undo(Actor by, string? why) => county.Do(s => s.Get<UndoDecision>().RunAsync(by, decision.Id, Spring2020, why, Stop));
        (await Undo(Staff.SchoolClerk, "x")).Should().Be(DecisionRefusal.NotYourRole, "two schools are compared by the county");
        (await Undo(Staff.Officer, " ")).Should().Be(DecisionRefusal.ReasonMissing);
        (await Undo(Staff.SecondOfficer, "看错了")).Should().BeNull();
        (await Undo(Staff.SecondOfficer, "看错了")).Should().Be(DecisionRefusal.AlreadyUndone);
        (await FindingAsync(county, FindingCodes.EnrolmentConflict)).Should().NotBeEmpty();
        (await EntriesAsync(county)).Should().BeEmpty();
        (await SumsAsync(county)).Should().Equal(("3401", 0, 0, 1), ("3402", 0, 0, 1));
        (await county.Do(s => s.Db.AuditEvents.Where(e => e.Action.StartsWith("finding.")).OrderBy(e => e.Number).Select(e => e.Action).ToListAsync())).Should().Equal("finding.decide", "finding.undo");
    }

    [Theory]
    [InlineData(DecisionKind.SamePerson, 1)]
    [InlineData(DecisionKind.OtherPerson, 0)]
    public async Task Names_are_one_child_or_two_in_this_semester_and_the_next(DecisionKind kind, int entries)
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite, [Ming]);
        var misspelt = Ming with { Name = "王小名" };
        await county.Lists(ListOf("a.csv", [misspelt]));
        await county.Generate(Spring2020);
        (await DecideAsync(county, await FindingAsync(county, FindingCodes.NameMismatch), new(kind, null, null, "对照户口簿"))).Should().BeNull();
        (await EntriesAsync(county)).Should().HaveCount(entries);
        (await county.Do(s => s.Db.Findings.CountAsync())).Should().Be(0);

        await county.Lists(new ListImport(Autumn2020, [ListOf("autumn.csv", [misspelt], grade: "四年级")]));
        await county.Generate(Autumn2020);
        (await county.Do(s => s.Db.Findings.CountAsync(f => f.Semester == Autumn2020))).Should().Be(0, "it was said of these two names");
        (await county.Do(s => s.Db.RosterEntries.CountAsync(e => s.Db.Rosters.Any(r => r.Id == e.Roster && r.Semester == Autumn2020)))).Should().Be(entries);

        await county.Lists(new ListImport(Autumn2020, [ListOf("other.csv", [Ming with { Name = "王晓鸣" }], grade: "四年级")]));
        await county.Generate(Autumn2020);
        (await county.Do(s => s.Db.Findings.SingleAsync(f => f.Semester == Autumn2020))).Code.Should().Be(FindingCodes.NameMismatch, "another name is another question");
    }

    [Theory]
    [InlineData(FindingCodes.FullTimeUnknown, DecisionKind.FullTime, "yes", "", "农村", 85000)]
    [InlineData(FindingCodes.FullTimeUnknown, DecisionKind.FullTime, "no", "", "农村", 0)]
    [InlineData(FindingCodes.HouseholdUnknown, DecisionKind.Household, "CountyTown", "是", "", 85000)]
    [InlineData(FindingCodes.HouseholdUnknown, DecisionKind.Household, "Urban", "是", "", 0)]
    public async Task A_blank_is_answered_by_the_school_itself(string code, DecisionKind kind, string value, string fullTime, string household, long fen)
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite, []);
        await county.Specialties(SpecialtiesFile);
        var student = Child(30, "2004-03-05");
        await county.Lists(List("v.csv", Row(student, Vocational, "中专一年级", "", specialty: "学前教育", fullTime: fullTime, household: household)));
        await county.Generate(Spring2020);
        var finding = await FindingAsync(county, code);
        var (own, other) = (await PupilListTests.ScopeOfAsync(county, Vocational), await PupilListTests.ScopeOfAsync(county, First));
        var answer = new FindingAnswer(kind, null, value, "查学籍档案");
        (await county.Do(s => s.Get<DecideFinding>().RunAsync(Staff.SchoolClerk, finding, answer, Stop), other)).Should().Be(DecisionRefusal.NotFound, "another school's finding is not there");
        (await county.Do(s => s.Get<DecideFinding>().RunAsync(Staff.SchoolClerk, finding, answer, Stop), own)).Should().BeNull();
        (await county.Do(s => s.Db.RosterEntries.SumAsync(e => e.Fen))).Should().Be(fen);
        (await county.Do(s => s.Db.Findings.CountAsync())).Should().Be(0);

        // What the list states since stands before the answer.
        await county.Lists(List("v2.csv", Row(student, Vocational, "中专一年级", "", specialty: "学前教育", fullTime: "是", household: "农村")));
        await county.Generate(Spring2020);
        (await county.Do(s => s.Db.RosterEntries.SumAsync(e => e.Fen))).Should().Be(85000);
    }

    [Fact]
    public async Task A_province_is_answered_and_a_second_travel_grant_is_closed_without_payment()
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite, [Ming, Fang]);
        await county.Admissions(Autumn2020, AdmissionsOf("a.csv", "", Ming));
        await county.Generate(Autumn2020);
        (await DecideAsync(county, await FindingAsync(county, FindingCodes.ProvinceUnknown), new(DecisionKind.Province, null, "火星", "x"))).Should().Be(DecisionRefusal.AnswerMissing);
        (await DecideAsync(county, await FindingAsync(county, FindingCodes.ProvinceUnknown), new(DecisionKind.Province, null, "江苏省", "录取通知书"))).Should().BeNull();
        (await county.Do(s => s.Db.RosterEntries.SumAsync(e => e.Fen))).Should().Be(100000);

        var next = Semester.Autumn(2021);
        await county.Admissions(next, AdmissionsOf("b.csv", "江苏省", Ming));
        await county.Generate(next);
        (await DecideAsync(county, await FindingAsync(county, FindingCodes.AlreadyPaid), new(DecisionKind.Accepted, null, null, "已享受,不再发放"))).Should().BeNull();
        await county.Generate(next);
        (await county.Do(s => s.Db.Findings.CountAsync(f => f.Semester == next))).Should().Be(0);
        (await county.Do(s => s.Db.Rosters.Where(r => r.Semester == next).Select(r => new { r.Entries, r.Held }).SingleAsync())).Should().Be(new { Entries = 0, Held = 0 });
    }

    [Fact]
    public async Task A_card_that_a_second_person_has_looked_at_is_no_finding_any_more()
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite, [Ming]);
        await county.Lists(List("a.csv", Row(Ming, card: " ")));
        await county.Generate(Spring2020);
        (await FindingAsync(county, FindingCodes.CardMissing)).Should().NotBeEmpty();
        var person = await county.Do(s => s.Db.RosterEntries.Select(e => e.Person).SingleAsync());
        (await county.Do(s => s.Get<MendCard>().RunAsync(Staff.SchoolClerk, person, new(Ming.Card, Ming.Name, null, null, "补交"), Stop))).Should().BeNull();
        await county.Generate(Spring2020);
        (await county.Do(s => s.Db.Findings.CountAsync())).Should().Be(1, "nobody has looked at it yet");
        var card = await county.Do(s => s.Db.PersonCards.Select(c => c.Id).SingleAsync());
        (await county.Do(s => s.Get<DecideCard>().RunAsync(Staff.Head, card, true, Stop))).Should().BeNull();
        await county.Generate(Spring2020);
        (await county.Do(s => s.Db.Findings.CountAsync())).Should().Be(0);
        (await county.Do(s => s.Db.RosterEntries.Select(e => e.Flags).SingleAsync())).Should().BeEmpty();
    }

    [Fact]
    public async Task What_was_accepted_is_asked_again_when_it_says_something_else()
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite, [Ming]);
        await county.Lists(ListOf("a.csv", [Ming]));
        await county.Lists(List("b.csv", Row(Ming, Second, status: "转出")));
        await county.Generate(Spring2020);
        var finding = await FindingAsync(county, FindingCodes.TransferUndated);
        (await county.Do(s => s.Get<DecideFinding>().RunAsync(Staff.SchoolClerk, finding, new(DecisionKind.Accepted, null, null, "确已转走"), Stop), await PupilListTests.ScopeOfAsync(county, First))).Should().BeNull();
        await county.Generate(Spring2020);
        (await county.Do(s => s.Db.Findings.CountAsync())).Should().Be(0);
        (await EntriesAsync(county)).Should().ContainSingle();
        await county.Lists(ListOf("c.csv", [Ming with { Name = "王小名" }]));
        await county.Generate(Spring2020);
        (await county.Do(s => s.Db.Findings.Select(f => f.Code).ToListAsync())).Should().Contain(FindingCodes.NameMismatch);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_by_name()
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite, [Ming]);
        await county.Lists(ListOf("a.csv", [Ming]));
        await county.Lists(List("b.csv", Row(Ming, Second)));
        await county.Generate(Spring2020);
        var (finding, first, elsewhere) = (await FindingAsync(county, FindingCodes.EnrolmentConflict), await SchoolAsync(county, First), await SchoolAsync(county, Junior));
        (Actor Who, FindingAnswer Answer, DecisionRefusal Refusal)[] rows =
        [
            (Staff.SchoolClerk, new(DecisionKind.HeldBy, first, null, "x"), DecisionRefusal.NotYourRole), (Staff.Finance, new(DecisionKind.HeldBy, first, null, "x"), DecisionRefusal.NotYourRole),
            (Staff.Officer, new(DecisionKind.SamePerson, null, null, "x"), DecisionRefusal.OtherQuestion), (Staff.Officer, new(DecisionKind.Accepted, null, null, "x"), DecisionRefusal.OtherQuestion),
            (Staff.Officer, new(DecisionKind.HeldBy, null, null, "x"), DecisionRefusal.AnswerMissing), (Staff.Officer, new(DecisionKind.HeldBy, elsewhere, null, "x"), DecisionRefusal.AnswerMissing),
            (Staff.Officer, new(DecisionKind.HeldBy, first, null, " "), DecisionRefusal.ReasonMissing), (Staff.Officer, new(DecisionKind.HeldBy, first, null, new string('长', 501)), DecisionRefusal.ReasonMissing),
        ];
        foreach (var (who, answer, refusal) in rows) (await county.Do(s => s.Get<DecideFinding>().RunAsync(who, finding, answer, Stop))).Should().Be(refusal);
        (await county.Do(s => s.Get<DecideFinding>().RunAsync(Staff.Officer, Guid.Empty, new(DecisionKind.HeldBy, first, null, "x"), Stop))).Should().Be(DecisionRefusal.NotFound);
        (await county.Do(s => s.Db.Decisions.CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task A_confirmed_roster_stays_and_shows_the_difference()
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite, [Ming, Fang]);
        await county.Lists(ListOf("a.csv", [Ming, Fang]));
        await county.Lists(List("b.csv", Row(Ming, Second)));
        await county.Generate(Spring2020);
        var roster = await county.Do(s => s.Db.Rosters.Where(r => r.Programme == Living && r.Entries > 0).Select(r => r.Id).SingleAsync());
        (await county.Do(s => s.Get<ConfirmRoster>().RunAsync(Staff.Head, roster, null, Stop))).Refusal.Should().BeNull();
        await DecideAsync(county, await FindingAsync(county, FindingCodes.EnrolmentConflict), new(DecisionKind.HeldBy, await SchoolAsync(county, First), null, "核实"));
        (await county.Do(s => s.Db.Rosters.SingleAsync(r => r.Id == roster))).Entries.Should().Be(1, "what is confirmed is not rewritten");
        await county.Generate(Spring2020);
        (await county.Do(s => s.Db.RosterDifferences.SingleAsync(d => d.Roster == roster))).FenNow.Should().Be(50000);
    }

    private static async Task<CountyFixture> OpenAsync(TestDatabase on, IReadOnlyList<Child> registered)
    {
        var county = await CountyFixture.OpenAsync(on);
        await county.Schools(SchoolsFile);
        if (registered.Count > 0) await county.Registered(RegisteredOf("registered.csv", registered));
        return county;
    }

    private static Task<DecisionRefusal?> DecideAsync(CountyFixture county, Guid finding, FindingAnswer answer) => county.Do(s => s.Get<DecideFinding>().RunAsync(Staff.Officer, finding, answer, Stop));

    private static Task<Guid> FindingAsync(CountyFixture county, string code) => county.Do(s => s.Db.Findings.Where(f => f.Code == code).Select(f => f.Id).SingleAsync());

    private static Task<SchoolId> SchoolAsync(CountyFixture county, string name) => county.Do(s => s.Db.SchoolVersions.Where(v => v.Name == name).Select(v => v.School).SingleAsync());

    private static Task<List<(string Person, RosterDeed Deed)>> HandsAsync(CountyFixture county) => county.Do(async s => (await s.Db.RosterHands.ToListAsync()).Select(h => (h.Person, h.Deed)).ToList());

    private static async Task<List<(string School, string Name, long Fen)>> EntriesAsync(CountyFixture county) => await county.Do(async s =>
        (await (from e in s.Db.RosterEntries join school in s.Db.Schools on e.School equals school.Id orderby school.Code, e.Name select new { school.Code, e.Name, e.Fen }).ToListAsync())
        .Select(e => (e.Code, e.Name, e.Fen)).ToList());

    private static async Task<List<(string School, int Entries, long Fen, int Held)>> SumsAsync(CountyFixture county) => await county.Do(async s =>
        (await (from r in s.Db.Rosters join school in s.Db.Schools on r.School equals school.Id where r.Programme == Living orderby school.Code select new { school.Code, r.Entries, r.Fen, r.Held }).ToListAsync())
        .Select(r => (r.Code, r.Entries, r.Fen, r.Held)).ToList());
}
