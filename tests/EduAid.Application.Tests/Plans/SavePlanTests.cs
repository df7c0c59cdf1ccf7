using EduAid.Application.Plans;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Plans.PlanSteps;

namespace EduAid.Application.Tests.Plans;

public class SavePlanTests
{
    [Theory, EveryDatabase]
    public async Task A_plan_is_stored_as_it_is_written_and_the_same_again_changes_nothing(TestDatabase on)
    {
        await using var county = await WithPlanAsync(on);
        PlanFile.Write((await OutlineAsync(county, 2020))!).Should().Be(PlanFile.Write(Shipped));
        var events = await county.Do(s => s.Db.AuditEvents.CountAsync());
        (await county.SavePlanAsync(Shipped)).Should().Be(new PlanSaved(null, Changed: false));
        (await county.Do(s => s.Db.AuditEvents.CountAsync())).Should().Be(events);
        (await county.SavePlanAsync(Shipped, fresh: true)).Refusal.Should().Be(PlanRefusal.YearTaken);
        (await county.SavePlanAsync(Shipped, by: NutritionClerk)).Refusal.Should().Be(PlanRefusal.NotYourRole);
    }

    [Theory, EveryDatabase]
    public async Task The_next_years_plan_is_made_from_the_last_and_then_edited(TestDatabase on)
    {
        await using var county = await WithPlanAsync(on);
        var next = Shipped.ForYear(2021, "2021年要点", "新文件");
        (await county.SavePlanAsync(next, fresh: true)).Refusal.Should().BeNull();
        PlanFile.Write((await OutlineAsync(county, 2021))!).Should().Be(PlanFile.Write(next));
        PlanFile.Write((await OutlineAsync(county, 2020))!).Should().Be(PlanFile.Write(Shipped), "last year's stays");
        (await county.Do(s => PlanBoard.LoadAsync(s.Db, 2021, new(2021, 3, 1), new(2026, 11, 24), Stop)))!.Measure("canteens-city").State.Should().Be(PlanState.None, "no target yet");
        // Numbers, places, units, a moved measure, a new one and one gone: all in one go.
        var item = next.Items.Single(i => i.Number == "二(三)1");
        var other = next.Items.Single(i => i.Number == "二(三)2");
        var edited = next with
        {
            Items =
            [
                .. next.Items.Where(i => i != item && i != other),
                item with { Title = "营养", Units = ["局基教股", Nutrition], Due = new(2021, 11, 30), Measures = [item.Measures[1] with { Target = 9 }, other.Measures[0]] },
                other with { Measures = [.. other.Measures.Skip(2)] },
                new("五", "新增", [Nutrition], null, [new("new", MeasureKind.Checklist, "学校", "所", null, null, null, null, [new("甲校", null, null), new("乙校", null, new(2021, 5, 1))])]),
            ],
        };
        (await county.SavePlanAsync(edited)).Changed.Should().BeTrue();
        PlanFile.Write((await OutlineAsync(county, 2021))!).Should().Be(PlanFile.Write(edited));
    }

    [Fact]
    public async Task What_has_reports_or_orders_is_neither_removed_nor_changed_in_kind()
    {
        await using var county = await WithPlanAsync(TestDatabase.Sqlite);
        await county.ReportAsync(CityCanteens(1));
        await county.ReportAsync(new(2020, "二(三)1", "canteens-training", "上半年培训", Day("2020-06-01"), null, null, true, ""));
        (await county.SavePlanAsync(With(i => null))).Refusal.Should().Be(PlanRefusal.HasReports, "the item");
        (await county.SavePlanAsync(With(i => i with { Measures = [.. i.Measures.Skip(1)] }))).Refusal.Should().Be(PlanRefusal.HasReports, "the measure");
        (await county.SavePlanAsync(With(i => i with { Measures = [i.Measures[0] with { Kind = MeasureKind.Stated }, .. i.Measures.Skip(1)] }))).Refusal.Should().Be(PlanRefusal.HasReports, "its kind");
        (await county.SavePlanAsync(With(i => i with { Measures = [.. i.Measures.SkipLast(1), i.Measures[^1] with { Steps = [i.Measures[^1].Steps[1]] }] }))).Refusal
            .Should().Be(PlanRefusal.HasReports, "the step");
        (await county.SavePlanAsync(With(i => i with { Measures = [i.Measures[0] with { Target = 5, Title = "新名称" }, i.Measures[^1]] }))).Changed.Should().BeTrue("what has none may go");
    }

    [Fact]
    public async Task A_faulty_plan_is_refused_with_its_faults()
    {
        await using var county = await WithPlanAsync(TestDatabase.Sqlite);
        var saved = await county.SavePlanAsync(With(i => i with { Units = [] }));
        saved.Refusal.Should().Be(PlanRefusal.Faulty);
        saved.Problems.Should().Contain(new PlanProblem(PlanFault.UnitsMissing, "二(三)1"));
    }

    [Fact]
    public async Task A_plan_is_taken_out_and_brought_back_equal()
    {
        await using var county = await WithPlanAsync(TestDatabase.Sqlite);
        using var book = new MemoryStream();
        (await county.Do(s => s.Get<ExportPlan>().RunAsync(Supervisor, 2020, book, Stop))).Should().Be(Shipped.Title);
        book.Position = 0;
        (await county.SavePlanAsync(PlanSheet.Read(book, "要点.xlsx").Plan!)).Should().Be(new PlanSaved(null, Changed: false));
        (await county.Do(s => s.Get<ExportPlan>().RunAsync(Supervisor, 2019, new MemoryStream(), Stop))).Should().BeNull();
    }

    private static PlanOutline With(Func<OutlineItem, OutlineItem?> change) =>
        Shipped with { Items = [.. Shipped.Items.Select(i => i.Number == "二(三)1" ? change(i) : i).OfType<OutlineItem>()] };

    private static Task<PlanOutline?> OutlineAsync(CountyFixture county, int year) => county.Do(s => PlanReading.OutlineAsync(s.Db, year, Stop));
}
