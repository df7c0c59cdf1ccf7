using EduAid.Domain.Plans;

namespace EduAid.Domain.Tests.Plans;

public class PlanOutlineTests
{
    private static readonly OutlineMeasure Canteens = new("canteens", MeasureKind.Count, "示范食堂", "所", 4, null, null, null, []);

    private static readonly PlanOutline Plan = new(
        2020, "要点", "文件",
        [
            new("二", "任务", [], null, []),
            new("二1", "营养", ["甲股", "乙股"], new(2020, 2, 29),
            [
                Canteens, new("share", MeasureKind.Percentage, "覆盖", "%", 10_000, 9400, null, new(2020, 6, 30), []),
                new("steps", MeasureKind.Milestones, "节点", "项", null, null, null, null, [new("上半年", "续建", new(2020, 6, 30))]),
                new("stated", MeasureKind.Stated, "学校", "所", 9, null, "canteens+canteens", null, []),
            ]),
        ]);

    [Fact]
    public void A_plan_in_order_has_no_faults() => PlanRules.Check(Plan).Should().BeEmpty();

    public static TheoryData<string, PlanOutline, PlanFault> Faulty => new()
    {
        { "a year of no plan", Plan with { Year = 1999 }, PlanFault.YearOutside },
        { "no title", Plan with { Title = " " }, PlanFault.TitleMissing },
        { "a number twice", Plan with { Items = [.. Plan.Items, Plan.Items[0]] }, PlanFault.NumberTwice },
        { "no number", Item(i => i with { Number = "" }), PlanFault.NumberMissing },
        { "an item without a title", Item(i => i with { Title = "" }), PlanFault.TitleMissing },
        { "nobody answers for it", Item(i => i with { Units = [] }), PlanFault.UnitsMissing },
        { "two units in one", Item(i => i with { Units = ["甲、乙"] }), PlanFault.UnitsTogether },
        { "a day of another year", Item(i => i with { Due = new(2021, 1, 1) }), PlanFault.DayOutside },
        { "a code twice", Item(i => i with { Measures = [Canteens, Canteens] }), PlanFault.CodeTwice },
        { "no code", Measured(Canteens with { Code = "" }), PlanFault.CodeMissing },
        { "below nought", Measured(Canteens with { Target = -1 }), PlanFault.TargetOutside },
        { "more than all", Measured(new("s", MeasureKind.Percentage, "比例", "%", 10_001, null, null, null, [])), PlanFault.TargetOutside },
        { "a floor above the threshold", Measured(new("s", MeasureKind.Percentage, "比例", "%", 9000, 9000, null, null, [])), PlanFault.FloorOutside },
        { "a floor of a count", Measured(Canteens with { Floor = 1 }), PlanFault.FloorOutside },
        { "follows from nothing", Measured(Canteens with { Basis = "canteens/nothing" }), PlanFault.BasisUnknown },
        { "no milestone", Measured(new("s", MeasureKind.Milestones, "节点", "项", null, null, null, null, [])), PlanFault.StepsMisplaced },
        { "a count with steps", Measured(Canteens with { Steps = [new("一", null, null)] }), PlanFault.StepsMisplaced },
        { "a step twice", Measured(new("s", MeasureKind.Checklist, "清单", "项", null, null, null, null, [new("一", null, null), new("一", null, null)])), PlanFault.StepTwice },
        { "a title that fills a page", Measured(Canteens with { Title = new('长', 101) }), PlanFault.TooLong },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void What_cannot_be_tracked_is_a_fault(string why, PlanOutline plan, PlanFault fault) => PlanRules.Check(plan).Select(p => p.Fault).Should().Equal([fault], why);

    [Theory]
    [InlineData("a+b", 56L)]
    [InlineData("a", 39L)]
    [InlineData("a/c", 3900L)]
    [InlineData("b/a+c", 1223L)]
    [InlineData("steps:d", 2L)]
    [InlineData("a+missing", null)]
    [InlineData("a/empty", null)]
    public void A_figure_follows_from_others(string basis, long? expected)
    {
        OutlineMeasure Of(string code, long? target) => new(code, MeasureKind.Count, code, "所", target, null, null, null, []);
        OutlineMeasure[] measures = [Of("a", 39), Of("b", 17), Of("c", 100), Of("empty", 0), new("d", MeasureKind.Checklist, "清单", "项", null, null, null, null, [new("一", null, null), new("二", null, null)])];
        FigureBasis.Compute(basis, measures).Should().Be(expected);
    }

    [Fact]
    public void The_frame_of_the_next_year_has_the_days_moved_and_the_figures_blank()
    {
        var next = Plan.ForYear(2021, "2021年要点", "");
        PlanRules.Check(next).Should().BeEmpty();
        next.Items[1].Due.Should().Be(new DateOnly(2021, 2, 28), "there is no 29 February in 2021");
        next.Items[1].Measures.Select(m => (m.Code, m.Target, m.Floor)).Should().Equal(("canteens", null, null), ("share", null, null), ("steps", null, null));
        next.Items[1].Measures[2].Steps.Should().Equal(new OutlineStep("上半年", "续建", new(2021, 6, 30)));
        next.Items.Select(i => i.Number).Should().Equal("二", "二1");
    }

    [Fact]
    public void A_plan_reads_back_as_it_was_written()
    {
        var text = PlanFile.Write(Plan);
        PlanFile.Write(PlanFile.Read(text)).Should().Be(text);
        PlanFile.Read(text).Should().BeEquivalentTo(Plan);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"year\":2020,\"colour\":1}")]
    [InlineData("{\"year\":2020,\"title\":\"x\",\"items\":[{\"number\":\"一\",\"measures\":[{\"kind\":99}]}]}")]
    public void What_is_no_plan_is_none(string text) => PlanFile.TryParse(text).Should().BeNull();

    private static PlanOutline Item(Func<OutlineItem, OutlineItem> change) => Plan with { Items = [Plan.Items[0], change(Plan.Items[1])] };

    private static PlanOutline Measured(OutlineMeasure measure) => Item(i => i with { Measures = [measure] });
}
