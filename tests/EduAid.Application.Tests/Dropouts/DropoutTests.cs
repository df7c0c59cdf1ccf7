using EduAid.Application.Accounts;
using EduAid.Application.Coverage;
using EduAid.Application.Documents;
using EduAid.Application.Dropouts;
using EduAid.Application.Enrolments;
using EduAid.Application.Settings;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Coverage;
using EduAid.Domain.Dropouts;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;
using static EduAid.Application.Tests.Dropouts.DropoutSteps;

namespace EduAid.Application.Tests.Dropouts;

public class DropoutTests
{
    [Theory, EveryDatabase]
    public async Task A_case_goes_from_the_notice_to_the_return_and_the_figure_follows(TestDatabase on)
    {
        await using var county = await CountyAsync(on);
        var opened = await county.OpenAsync(await county.NobodyListsAsync(on: new(2026, 11, 2)));
        opened.Number.Should().Be("控辍〔2026〕1号");
        var id = opened.Case!.Value;
        (await county.StepAsync(id, DropoutStepKind.WrittenNotice)).Refusal.Should().Be(DropoutRefusal.WrongState, "nobody has been there");
        (await county.StepAsync(id, DropoutStepKind.Visit, new(2026, 11, 6))).Refusal.Should().BeNull();
        (await county.CaseAsync(id)).Due.Should().Be(new DateOnly(2026, 11, 20), "14 days from the visit");
        (await county.StepAsync(id, DropoutStepKind.WrittenNotice, new(2026, 11, 10))).Refusal.Should().BeNull();
        (await county.StepAsync(id, DropoutStepKind.Return, new(2026, 11, 20))).Refusal.Should().BeNull();

        (DateOnly Day, int Open, int Overdue)[] figures = [(new(2026, 11, 1), 0, 0), (new(2026, 11, 2), 1, 0), (new(2026, 11, 5), 1, 0), (new(2026, 11, 6), 1, 0), (new(2026, 11, 19), 1, 0), (new(2026, 11, 20), 0, 0)];
        foreach (var (day, open, overdue) in figures)
        {
            var figure = await county.FiguresAsync(day);
            (figure.Open, figure.Overdue).Should().Be((open, overdue), $"{day}");
        }
        (await county.Do(s => s.Db.AuditEvents.Where(e => e.Action.StartsWith("dropout.")).OrderBy(e => e.Number).Select(e => e.Action).ToListAsync(Stop))).Should()
            .Equal("dropout.open", "dropout.step", "dropout.step", "dropout.step");
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }

    [Fact]
    public async Task A_late_step_is_overdue_from_the_day_after_until_it_is_taken()
    {
        await using var county = await CountyAsync(TestDatabase.Sqlite);
        var id = (await county.OpenAsync(await county.NobodyListsAsync(on: new(2026, 11, 2)))).Case!.Value;
        (await county.FiguresAsync(new(2026, 11, 5))).Overdue.Should().Be(0);
        (await county.FiguresAsync(new(2026, 11, 6))).Overdue.Should().Be(1);
        await county.StepAsync(id, DropoutStepKind.Visit, new(2026, 11, 9));
        (await county.FiguresAsync(new(2026, 11, 8))).Overdue.Should().Be(1, "as it stood then");
        (await county.FiguresAsync(new(2026, 11, 9))).Overdue.Should().Be(0);
    }

    [Fact]
    public async Task Days_that_are_changed_hold_for_the_steps_from_then_on()
    {
        await using var county = await CountyAsync(TestDatabase.Sqlite);
        var before = (await county.OpenAsync(await county.NobodyListsAsync())).Case!.Value;
        (await county.Do(s => s.Get<ChangeSetting>().RunAsync(Staff.Director, SettingBook.DropoutVisitName, "181", Today.AddDays(1), "太长", Stop))).Should().Be(SettingRefusal.ValueNotAllowed);
        (await county.Do(s => s.Get<ChangeSetting>().RunAsync(Staff.Director, SettingBook.DropoutVisitName, "7", Today.AddDays(1), "县教〔2026〕9号", Stop))).Should().BeNull();
        county.Clock.Advance(TimeSpan.FromDays(2));
        var after = (await county.OpenAsync(await county.NobodyListsAsync("另一童", on: Today.AddDays(1)))).Case!.Value;
        (await county.CaseAsync(before)).Due.Should().Be(Today.AddDays(3));
        (await county.CaseAsync(after)).Due.Should().Be(Today.AddDays(8));
    }

    [Theory, EveryDatabase]
    public async Task A_dropout_of_the_missed_list_waits_for_a_case_and_gets_none_by_itself(TestDatabase on)
    {
        await using var county = await CountyAsync(on);
        var child = (await county.Do(s => s.Get<MissedChildren>().InAsync(Spring2020, Stop))).First(m => m.Township == East);
        await county.Do(s => s.Get<RecordOutcome>().RunAsync(Staff.Officer, new(Spring2020, child.Person, OutcomeKind.DroppedOut, null, "在外务工", Today), Stop));
        (await WithoutAsync(county)).Should().Be(1);
        (await county.Do(s => s.Db.DropoutCases.CountAsync(Stop))).Should().Be(0);

        var sent = (await county.NobodyListsAsync()) with { Person = child.Person, Name = null, BirthYear = null };
        var id = (await county.OpenAsync(sent)).Case!.Value;
        (await county.CaseAsync(id)).Should().Match<DropoutCase>(c => c.Person == child.Person && c.Name == child.Name && c.BirthYear == 2010);
        (await WithoutAsync(county)).Should().Be(0);
        (await county.OpenAsync(sent)).Refusal.Should().Be(DropoutRefusal.AlreadyOpen);
        await county.StepAsync(id, DropoutStepKind.Return);
        (await WithoutAsync(county)).Should().Be(0, "it was closed after the finding");
    }

    [Theory, EveryDatabase]
    public async Task A_child_who_is_on_a_later_list_is_offered_for_closing_and_not_closed(TestDatabase on)
    {
        await using var county = await CountyAsync(on);
        var child = Child(7, "2017-03-05");
        var sent = (await county.NobodyListsAsync(child.Name, on: Today.AddDays(-30))) with { CitizenId = child.Id };
        var id = (await county.OpenAsync(sent)).Case!.Value;
        (await SeenAsync(county)).Should().BeEmpty();
        await county.Lists(new ListImport(Autumn2020, [ListOf("old.csv", [child])]));
        (await SeenAsync(county)).Should().BeEmpty("a list of years ago that comes in late says nothing of today");
        var present = Semester.Of(Today);
        await county.Lists(new ListImport(present, [ListOf("now.csv", [child])]));
        var seen = (await SeenAsync(county)).Should().ContainSingle().Which;
        (seen.Case, seen.Semester, seen.On).Should().Be((id, present, Today));
        (await county.CaseAsync(id)).State.Should().Be(DropoutState.Noticed, "a person closes it");
        (await SeenAsync(county, await county.TownshipAsync(East))).Should().ContainSingle();
        await county.StepAsync(id, DropoutStepKind.Return);
        (await SeenAsync(county)).Should().BeEmpty();
        // Gone again on the day of the list: what the list said before is no news.
        await county.StepAsync(id, DropoutStepKind.Reopen);
        (await SeenAsync(county)).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Either_line_sees_the_case_and_nobody_else(TestDatabase on)
    {
        await using var county = await CountyAsync(on);
        var (east, west, first, second) = (await county.TownshipAsync(East), await county.TownshipAsync(West), await county.SchoolAsync("3401"), await county.SchoolAsync("3402"));
        // Lives in the west, ought to go to school in the east.
        var id = (await county.OpenAsync(await county.NobodyListsAsync(township: West, school: "3401"))).Case!.Value;
        foreach (var (scope, sees) in new[] { (east, 1), (west, 1), (Scope.OfSchools(county.County, first), 1), (Scope.OfSchools(county.County, second), 0), (Scope.OfSchools(county.County), 0), (Scope.OfUnit(county.County, "局基教股"), 0) })
        {
            (await county.Do(s => s.Db.DropoutCases.CountAsync(Stop), scope)).Should().Be(sees, $"{scope}");
            (await county.Do(s => s.Db.DropoutSteps.CountAsync(Stop), scope)).Should().Be(sees, $"{scope}");
            (await county.FiguresAsync(scope: scope)).Open.Should().Be(sees, $"{scope}");
        }
        (await county.StepAsync(id, DropoutStepKind.Visit, by: Staff.SchoolClerk, scope: Scope.OfSchools(county.County, second))).Refusal.Should().Be(DropoutRefusal.NotFound);
        (await county.StepAsync(id, DropoutStepKind.Visit, by: Staff.SchoolClerk, scope: Scope.OfSchools(county.County, first))).Refusal.Should().BeNull();
        (await county.StepAsync(id, DropoutStepKind.Return, by: Staff.Head, scope: Scope.OfSchools(county.County, first))).Refusal.Should().Be(DropoutRefusal.NotYourRole, "who answers for the child does not say alone that it is back");
        (await county.OpenAsync(await county.NobodyListsAsync("另一童", school: "3402"), Staff.Township, east)).Refusal.Should().Be(DropoutRefusal.SchoolMissing);
        await using var neighbour = await county.NeighbourAsync("341599");
        (await neighbour.Do(s => s.Db.DropoutCases.CountAsync(Stop))).Should().Be(0);
    }

    [Fact]
    public async Task Others_answer_for_the_child_and_its_ID_becomes_known()
    {
        await using var county = await CountyAsync(TestDatabase.Sqlite);
        var id = (await county.OpenAsync(await county.NobodyListsAsync(township: West, school: "3402"))).Case!.Value;
        var line = (await county.CaseAsync(id)).Line;
        Task<DropoutOutcome> Amend(DoubleLine to, string? number, Scope? scope = null) => county.Do(s => s.Get<AmendDropout>().RunAsync(Staff.Township, id, to, number, Stop), scope);
        (await Amend(line with { Government = "赵镇干" }, "341523201703050010", await county.TownshipAsync(West))).Refusal.Should().Be(DropoutRefusal.IdInvalid);
        (await county.CaseAsync(id)).Government.Should().Be("李村干", "nothing of it was written");
        var child = Child(8, "2017-03-05");
        (await Amend(line with { Government = "赵镇干" }, child.Id, await county.TownshipAsync(West))).Refusal.Should().BeNull();
        (await county.CaseAsync(id)).Should().Match<DropoutCase>(c => c.Government == "赵镇干" && c.Person != null && c.Cohort == 2023 && c.State == DropoutState.Noticed);
        (await county.Do(s => s.Db.DropoutSteps.OrderBy(x => x.Number).Select(x => x.Text).LastAsync(Stop))).Should().Contain("李村干", "who answered before stands in the history");
        (await Amend(line with { Teacher = " " }, null)).Refusal.Should().Be(DropoutRefusal.TeacherMissing);
    }

    [Fact]
    public async Task What_says_too_little_is_refused()
    {
        await using var county = await CountyAsync(TestDatabase.Sqlite);
        var good = await county.NobodyListsAsync();
        (string Why, SentDropout Sent, DropoutRefusal Refusal)[] wrong =
        [
            ("no name", good with { Name = " " }, DropoutRefusal.NameMissing),
            ("neither ID nor year", good with { BirthYear = null }, DropoutRefusal.BirthMissing),
            ("a grown-up", good with { BirthYear = 1990 }, DropoutRefusal.BirthMissing),
            ("an ID that is none", good with { CitizenId = "123" }, DropoutRefusal.IdInvalid),
            ("nobody in the village", good with { Line = good.Line with { Government = "" } }, DropoutRefusal.GovernmentMissing),
            ("no teacher", good with { Line = good.Line with { Teacher = new string('长', 61) } }, DropoutRefusal.TeacherMissing),
            ("no school", good with { Line = good.Line with { School = new(Guid.Empty) } }, DropoutRefusal.SchoolMissing),
            ("no township of the register", good with { Line = good.Line with { Township = "无此镇" } }, DropoutRefusal.TownshipMissing),
            ("no words", good with { Text = "" }, DropoutRefusal.TextMissing),
            ("tomorrow", good with { On = Today.AddDays(1) }, DropoutRefusal.DayOutside),
            ("nobody of that key", good with { Person = new(Guid.Empty) }, DropoutRefusal.NotFound),
        ];
        foreach (var (why, sent, refusal) in wrong) (await county.OpenAsync(sent)).Refusal.Should().Be(refusal, why);
        (await county.OpenAsync(good, Staff.Auditor)).Refusal.Should().Be(DropoutRefusal.NotYourRole);
        (await county.Do(s => s.Db.DropoutCases.CountAsync(Stop))).Should().Be(0);
        var id = (await county.OpenAsync(good)).Case!.Value;
        (await county.OpenAsync(good)).Refusal.Should().Be(DropoutRefusal.AlreadyOpen, "the same name, year and township");
        (await county.OpenAsync(good with { BirthYear = 2016 })).Refusal.Should().BeNull();
        (await county.StepAsync(id, DropoutStepKind.Place)).Refusal.Should().Be(DropoutRefusal.PlaceMissing);
        (await county.StepAsync(id, DropoutStepKind.Visit, text: " ")).Refusal.Should().Be(DropoutRefusal.TextMissing);
        (await county.StepAsync(id, DropoutStepKind.Amend)).Refusal.Should().Be(DropoutRefusal.WrongState);
    }

    [Fact]
    public async Task A_paper_of_a_step_is_seen_where_the_case_is()
    {
        await using var county = await CountyAsync(TestDatabase.Sqlite);
        var opened = await county.OpenAsync(await county.NobodyListsAsync());
        var paper = new SentDocument(DocumentSubject.Dropout, $"{opened.Step}", "复学通知书", "a.pdf", "%PDF-1.4 x"u8.ToArray());
        var (own, other) = (Scope.OfSchools(county.County, await county.SchoolAsync("3401")), Scope.OfSchools(county.County, await county.SchoolAsync("3402")));
        (await county.Do(s => s.Get<AttachDocument>().RunAsync(Staff.SchoolClerk, paper, Stop), other)).Should().Be(DocumentRefusal.NotFound);
        (await county.Do(s => s.Get<AttachDocument>().RunAsync(Staff.SchoolClerk, paper, Stop), own)).Should().BeNull();
        var id = await county.Do(s => s.Db.StoredDocuments.Select(d => d.Id).SingleAsync(Stop));
        (await county.Do(s => s.Get<DownloadDocument>().RunAsync(Staff.Head, id, Stop), other)).Should().BeNull();
        (await county.Do(s => s.Get<DownloadDocument>().RunAsync(Staff.Finance, id, Stop))).Should().BeNull("finance does not judge it");
        (await county.Do(s => s.Get<DownloadDocument>().RunAsync(Staff.Head, id, Stop), own)).Should().NotBeNull();
    }

    private static Task<int> WithoutAsync(CountyFixture county) => county.Do(async s => (await DropoutBoard.WithoutCaseAsync(s.Db, Spring2020, Stop)).Count);

    private static Task<IReadOnlyList<SeenAgain>> SeenAsync(CountyFixture county, Scope? scope = null) => county.Do(s => DropoutBoard.SeenAgainAsync(s.Db, Stop), scope);
}
