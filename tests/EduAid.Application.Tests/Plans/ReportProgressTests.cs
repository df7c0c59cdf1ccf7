using EduAid.Application.Accounts;
using EduAid.Application.Documents;
using EduAid.Application.Plans;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Plans.PlanSteps;

namespace EduAid.Application.Tests.Plans;

public class ReportProgressTests
{
    [Theory, EveryDatabase]
    public async Task The_latest_report_counts_and_a_correction_leaves_what_it_corrects(TestDatabase on)
    {
        await using var county = await WithPlanAsync(on);
        await county.ReportAsync(CityCanteens(1, "2020-03-31"));
        var wrong = (await county.ReportAsync(CityCanteens(4, "2020-05-20"))).Report!.Value;
        (await county.BoardAsync("2020-06-01"))!.Measure("canteens-city").State.Should().Be(PlanState.Done);
        (await county.ReportAsync(CityCanteens(2, "2020-05-20", corrects: wrong))).Refusal.Should().BeNull();

        var board = (await county.BoardAsync("2020-06-01"))!;
        board.Measure("canteens-city").Standing.Figure.Should().Be(2);
        (await county.BoardAsync("2020-04-30"))!.Measure("canteens-city").Standing.Figure.Should().Be(1, "later reports do not count yet");
        (await county.Do(s => s.Db.ProgressReports.OrderBy(r => r.Id).Select(r => r.Figure).ToListAsync())).Should().Equal(1, 4, 2);
        (await county.Do(s => s.Db.ProgressReports.SingleAsync(r => r.Id == wrong))).By.Should().Be(NutritionClerk.Name);
        (await county.ReportAsync(CityCanteens(3, "2020-05-20", corrects: wrong))).Refusal.Should().Be(PlanRefusal.CorrectsOther, "it was put right already");
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }

    [Theory, EveryDatabase]
    public async Task A_unit_sees_and_reports_its_own_items_only(TestDatabase on)
    {
        await using var county = await WithPlanAsync(on);
        await county.ReportAsync(CityCanteens(1));
        var (own, other) = (Scope.OfUnit(county.County, Nutrition), Scope.OfUnit(county.County, Projects));
        (await county.BoardAsync(scope: own))!.Tasks.Select(t => t.Item.Number).Should().Equal("二(三)1");
        (await county.BoardAsync(scope: other))!.Tasks.Select(t => t.Item.Number).Should().Equal("二(三)2", "三(一)", "三(二)", "三(三)");
        (await county.Do(s => s.Db.ProgressReports.CountAsync(), other)).Should().Be(0);
        (await county.Do(s => s.Db.ProgressReports.CountAsync(), own)).Should().Be(1);
        (await county.Do(s => s.Db.PlanMeasures.CountAsync(m => m.Item != "二(三)1"), own)).Should().Be(0);
        (await county.ReportAsync(CityCanteens(2), Projects, ProjectsClerk)).Refusal.Should().Be(PlanRefusal.NotFound);
        (await county.Do(s => s.Get<ReportProgress>().RunAsync(Supervisor, CityCanteens(2), Stop))).Refusal.Should().Be(PlanRefusal.NotYourRole);
        (await county.Do(s => s.Get<ReportProgress>().RunAsync(NutritionClerk, CityCanteens(2), Stop))).Refusal.Should().Be(PlanRefusal.NotYourRole, "the unit is the scope's");
        (await county.Do(s => s.Db.PlanItems.CountAsync(), Scope.OfSchools(county.County))).Should().Be(0, "a school sees none of it");
        await using var next = await county.NeighbourAsync("999902");
        (await next.Do(s => s.Db.PlanItems.CountAsync())).Should().Be(0, "the neighbour sees none of it");
    }

    public static TheoryData<string, SentProgress, PlanRefusal> Wrong => new()
    {
        { "no such measure", CityCanteens(1) with { Measure = "nothing" }, PlanRefusal.NotFound },
        { "another item's measure", CityCanteens(1) with { Measure = "transformers" }, PlanRefusal.NotFound },
        { "no figure", CityCanteens(1) with { Figure = null }, PlanRefusal.FigureMissing },
        { "a denominator of a count", CityCanteens(1) with { Whole = 2 }, PlanRefusal.FigureMissing },
        { "below nought", CityCanteens(-1), PlanRefusal.FigureOutside },
        { "beyond all measure", CityCanteens(long.MaxValue), PlanRefusal.FigureOutside },
        { "tomorrow", CityCanteens(1, "2026-11-25"), PlanRefusal.DayOutside },
        { "the year before", CityCanteens(1, "2019-12-31"), PlanRefusal.DayOutside },
        { "too long", CityCanteens(1) with { Text = new('长', 1001) }, PlanRefusal.TextTooLong },
        { "a share without its whole", CityCanteens(1) with { Measure = "canteens-open-kitchen" }, PlanRefusal.FigureMissing },
        { "more than all", CityCanteens(3) with { Measure = "canteens-open-kitchen", Whole = 2 }, PlanRefusal.FigureOutside },
        { "of nothing", CityCanteens(0) with { Measure = "canteens-open-kitchen", Whole = 0 }, PlanRefusal.FigureOutside },
        { "a step that is none", Step("第三季度培训", true), PlanRefusal.NotFound },
        { "a step neither done nor not", Step("上半年培训", null), PlanRefusal.FigureMissing },
        { "no words in a report of words", CityCanteens(0) with { Measure = null, Figure = null }, PlanRefusal.TextMissing },
        { "corrects nothing", CityCanteens(1, corrects: Guid.Empty), PlanRefusal.CorrectsOther },
        { "a heading", CityCanteens(0) with { Item = "二(三)", Measure = null, Figure = null, Text = "话" }, PlanRefusal.NotFound },
    };

    [Fact]
    public async Task What_does_not_fit_the_measure_is_refused_and_nothing_is_written()
    {
        await using var county = await WithPlanAsync(TestDatabase.Sqlite);
        foreach (var (why, sent, refusal) in Wrong.Select(r => ((string)r[0], (SentProgress)r[1], (PlanRefusal)r[2])))
            (await county.ReportAsync(sent)).Refusal.Should().Be(refusal, why);
        (await county.Do(s => s.Db.ProgressReports.CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task A_share_is_computed_from_its_parts_and_a_step_is_ticked_and_unticked()
    {
        await using var county = await WithPlanAsync(TestDatabase.Sqlite);
        await county.ReportAsync(CityCanteens(37) with { Measure = "canteens-open-kitchen", Whole = 40 });
        await county.ReportAsync(Step("上半年培训", true));
        var board = (await county.BoardAsync("2020-06-01"))!;
        board.Measure("canteens-open-kitchen").Standing.Share.Should().Be(9250);
        PlanFigures.Of(board.Measure("canteens-open-kitchen")).Should().Be("92.5%(≥100%)");
        board.Measure("canteens-training").Standing.Progress.Should().Be((1L, 2L));
        await county.ReportAsync(Step("上半年培训", false));
        (await county.BoardAsync("2020-06-01"))!.Measure("canteens-training").Standing.Progress.Should().Be((0L, 2L));
        board.Item("二(三)").State.Should().Be(PlanState.Late, "a heading is as bad as the worst below it");
        board.Item("二(三)").Level.Should().Be(1);
        board.Item("一").State.Should().Be(board.Item("一1").State);
    }

    [Fact]
    public async Task Evidence_belongs_to_a_report_and_is_seen_by_who_sees_the_item()
    {
        await using var county = await WithPlanAsync(TestDatabase.Sqlite);
        var report = (await county.ReportAsync(CityCanteens(1))).Report!.Value;
        var (own, other) = (Scope.OfUnit(county.County, Nutrition), Scope.OfUnit(county.County, Projects));
        var sent = new SentDocument(DocumentSubject.Progress, $"{report}", "验收表", "a.pdf", "%PDF-1.4"u8.ToArray());
        (await county.Do(s => s.Get<AttachDocument>().RunAsync(ProjectsClerk, sent, Stop), other)).Should().Be(DocumentRefusal.NotFound);
        (await county.Do(s => s.Get<AttachDocument>().RunAsync(Supervisor, sent, Stop))).Should().Be(DocumentRefusal.NotYourRole);
        (await county.Do(s => s.Get<AttachDocument>().RunAsync(NutritionClerk, sent, Stop), own)).Should().BeNull();
        var id = await county.Do(s => s.Db.StoredDocuments.Select(d => d.Id).SingleAsync());
        (await county.Do(s => s.Get<DownloadDocument>().RunAsync(ProjectsClerk, id, Stop), other)).Should().BeNull();
        (await county.Do(s => s.Get<DownloadDocument>().RunAsync(Supervisor, id, Stop))).Should().NotBeNull();
        (await county.Do(s => s.Get<DownloadDocument>().RunAsync(Staff.SchoolClerk, id, Stop), Scope.OfSchools(county.County))).Should().BeNull();
    }

    [Theory]
    [InlineData(2026, null, "2026-11-24")]
    [InlineData(2027, null, "2026-11-24")]
    [InlineData(2020, null, "2021-01-01")]
    [InlineData(2020, "2020-09-28", "2020-09-28")]
    [InlineData(2020, "2021-03-01", "2021-01-01")]
    public void A_past_plan_is_looked_at_on_the_day_of_its_last_report(int year, string? last, string expected) =>
        PlanBoard.DayFor(year, new(2026, 11, 24), last is null ? null : Day(last)).Should().Be(Day(expected));

    [Fact]
    public void The_plan_shown_first_is_this_years_or_the_latest_before_it()
    {
        PlanBoard.Choose([], new(2026, 11, 24)).Should().BeNull();
        PlanBoard.Choose([2020, 2025, 2027], new(2026, 11, 24)).Should().Be(2025);
        PlanBoard.Choose([2027, 2028], new(2026, 11, 24)).Should().Be(2027);
    }

    private static SentProgress Step(string title, bool? reached) => new(2020, "二(三)1", "canteens-training", title, Day("2020-06-01"), null, null, reached, "");
}
