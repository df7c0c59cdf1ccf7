using EduAid.Application.Plans;
using EduAid.Application.Setup;
using EduAid.Domain.Plans;

namespace EduAid.Application.Tests.Plans;

/// <summary>The shipped plan against the county's own, line by line: every figure that stands there, in our own words.</summary>
public class ShippedPlanTests
{
    private static readonly PlanOutline Plan = PlanSteps.Shipped;

    [Theory]
    [InlineData("一1", "county-document", 5L)]
    [InlineData("二(二)1", "preschool-year", 800L)]
    [InlineData("二(二)2", "living-primary", 1000L)]
    [InlineData("二(二)2", "living-junior", 1250L)]
    [InlineData("二(二)2", "living-half", 5000L)]
    [InlineData("二(二)3", "senior-grant-year", 3000L)]
    [InlineData("二(二)4", "senior-waiver-province", 850L)]
    [InlineData("二(二)4", "senior-waiver-city", 700L)]
    [InlineData("二(二)4", "senior-waiver-private", 350L)]
    [InlineData("二(二)5", "vocational-grant-year", 3000L)]
    [InlineData("二(二)6", "vocational-waiver-least", 600L)]
    [InlineData("二(二)6", "vocational-waiver-most", 1500L)]
    [InlineData("二(二)8", "travel-outside", 1000L)]
    [InlineData("二(二)8", "travel-inside", 500L)]
    [InlineData("二(三)1", "canteens-city", 4L)]
    [InlineData("二(三)1", "canteens-county", 6L)]
    [InlineData("二(三)2", "building-planned-stated", 4L)]
    [InlineData("二(三)2", "teacher-homes", 6L)]
    [InlineData("二(三)2", "teacher-homes-sets", 192L)]
    [InlineData("二(三)2", "teacher-homes-area", 6720L)]
    [InlineData("二(三)2", "standard-projects", 2L)]
    [InlineData("二(三)2", "standard-area", 4000L)]
    [InlineData("二(三)3", "home-teaching-children", 121L)]
    [InlineData("二(三)3", "home-teaching-visits", 4L)]
    [InlineData("二(三)3", "no-dropout", 10000L)]
    [InlineData("二(三)4", "visits-open", 1L)]
    [InlineData("二(三)4", "visits-exited", 2L)]
    [InlineData("二(三)4", "visits-keep", 4L)]
    [InlineData("三(一)", "kindergarten-plan", 3L)]
    [InlineData("三(一)", "kindergartens", 7L)]
    [InlineData("三(一)", "kindergartens-area", 8250L)]
    [InlineData("三(一)", "kindergarten-inclusive", 8000L)]
    [InlineData("三(一)", "kindergarten-public", 5000L)]
    [InlineData("三(一)", "kindergarten-enrolment", 9000L)]
    [InlineData("三(二)", "rural-kinds", 2L)]
    [InlineData("三(二)", "rural-schools", 178L)]
    [InlineData("三(二)", "rural-small", 75L)]
    [InlineData("三(二)", "rural-boarding", 56L)]
    [InlineData("三(二)", "small-2019", 38L)]
    [InlineData("三(二)", "boarding-2019", 39L)]
    [InlineData("三(二)", "small-2020", 37L)]
    [InlineData("三(二)", "boarding-2020", 17L)]
    [InlineData("三(二)", "air-conditioners", 5660L)]
    [InlineData("三(二)", "transformers", 59L)]
    [InlineData("三(二)", "wiring", 199_000L)]
    [InlineData("三(二)", "quality-areas", 1L)]
    [InlineData("三(二)", "quality-belts", 6L)]
    [InlineData("三(二)", "quality-levels", 3L)]
    [InlineData("三(三)", "senior-enrolment", 9500L)]
    [InlineData("三(四)", "special-plan", 2L)]
    [InlineData("三(四)", "special-enrolment", 10_000L)]
    [InlineData("三(七)", "smart-points", 51L)]
    [InlineData("三(七)", "smart-primary", 62L)]
    [InlineData("三(七)", "smart-province", 3L)]
    [InlineData("三(七)", "smart-senior", 3L)]
    [InlineData("三(七)", "smart-twelve", 2L)]
    [InlineData("三(七)", "smart-nine", 33L)]
    [InlineData("三(七)", "smart-junior", 8L)]
    [InlineData("三(七)", "smart-points-2019", 51L)]
    [InlineData("三(七)", "smart-points-share", 10_000L)]
    [InlineData("三(七)", "smart-2019", 19L)]
    [InlineData("三(七)", "smart-2019-primary", 10L)]
    [InlineData("三(七)", "smart-2019-junior", 7L)]
    [InlineData("三(七)", "smart-2019-senior", 2L)]
    [InlineData("三(七)", "smart-2019-share", 2800L)]
    public void Each_figure_of_the_plan_has_its_row(string item, string code, long figure) =>
        Plan.Items.Single(i => i.Number == item).Measures.Single(m => m.Code == code).Target.Should().Be(figure);

    [Fact]
    public void The_floor_of_special_education_is_94_percent() => Measure("special-enrolment").Floor.Should().Be(9400);

    [Theory]
    [InlineData("building-going-on", 1, "续建")]
    [InlineData("building-starting", 3, "计划开工")]
    [InlineData("building-planned", 4, "谋划")]
    public void Building_projects_stand_by_name_with_their_state(string code, int count, string start)
    {
        Measure(code).Steps.Should().HaveCount(count).And.OnlyContain(s => s.Start == start);
    }

    [Theory]
    [InlineData("rural-small", 75L)]
    [InlineData("rural-boarding", 56L)]
    [InlineData("building-planned-stated", 4L)]
    [InlineData("smart-2019", 19L)]
    [InlineData("smart-points-share", 10_000L)]
    // 19 of 111 listed schools are 17.12 %, not the 28 % that the plan states.
    [InlineData("smart-2019-share", 1712L)]
    public void What_follows_from_other_figures_is_computed_beside_them(string code, long computed)
    {
        var item = Plan.Items.Single(i => i.Measures.Any(m => m.Code == code));
        FigureBasis.Compute(Measure(code).Basis!, [.. item.Measures]).Should().Be(computed);
    }

    [Fact]
    public void Every_numbered_item_of_the_plan_is_there_with_its_units() =>
        Plan.Items.Where(i => !i.IsHeading).Select(i => i.Number).Should().Equal(
            "一1", "二(一)", "二(二)1", "二(二)2", "二(二)3", "二(二)4", "二(二)5", "二(二)6", "二(二)7", "二(二)8", "二(二)9", "二(三)1", "二(三)2", "二(三)3", "二(三)4",
            "三(一)", "三(二)", "三(三)", "三(四)", "三(五)", "三(六)", "三(七)", "三(八)", "四(一)", "四(二)", "四(三)");

    [Theory]
    [InlineData("preschool-year", "preschool.annual-amount")]
    [InlineData("living-primary", "compulsory-living.boarder.primary")]
    [InlineData("living-junior", "compulsory-living.boarder.junior")]
    [InlineData("senior-grant-year", "senior-high-grant.annual-amount")]
    [InlineData("senior-waiver-province", "senior-high-tuition.province-model")]
    [InlineData("senior-waiver-city", "senior-high-tuition.city-model")]
    [InlineData("senior-waiver-private", "senior-high-tuition.private")]
    [InlineData("vocational-grant-year", "vocational-grant.annual-amount")]
    [InlineData("vocational-waiver-least", "vocational-tuition.fee-minimum")]
    [InlineData("vocational-waiver-most", "vocational-tuition.fee-maximum")]
    [InlineData("travel-outside", "university-travel.outside")]
    [InlineData("travel-inside", "university-travel.inside")]
    public void What_the_plan_grants_is_what_the_catalogue_pays(string code, string parameter) =>
        Seeds.Policies().Where(v => v.Parameter == parameter).OrderBy(v => v.From).First().Value.Should().Be($"{Measure(code).Target}");

    [Fact]
    public void The_workbook_of_the_plan_reads_back_equal()
    {
        using var book = new MemoryStream();
        PlanSheet.Write(Plan, book, CancellationToken.None);
        book.Position = 0;
        var reading = PlanSheet.Read(book, "要点.xlsx");
        reading.Faults.Should().BeEmpty();
        PlanFile.Write(reading.Plan!).Should().Be(PlanFile.Write(Plan));
    }

    [Theory]
    [InlineData("类别,编号,名称,完成时限\n要点,2020,甲,\n事项,一,乙,不知道\n", 3, "完成时限", "不知道")]
    [InlineData("类别,编号,名称\n事项,一,乙\n", 0, "类别", "要点")]
    [InlineData("类别,编号,名称\n要点,今年,甲\n", 2, "编号", "今年")]
    [InlineData("类别,编号,名称\n要点,2020,甲\n步骤,,没有指标\n", 3, "类别", "步骤")]
    [InlineData("类别,编号,名称,代码,类型\n要点,2020,甲\n事项,一,乙\n指标,,丙,c,随便\n", 4, "类型", "随便")]
    [InlineData("类别,编号,名称,代码,类型,目标\n要点,2020,甲\n事项,一,乙\n指标,,丙,c,计数,1.5\n", 4, "目标", "1.5")]
    [InlineData("姓名,身份证号\n甲,1\n", 0, "类别", "")]
    public void A_fault_in_a_workbook_is_named_by_row_and_column(string csv, int row, string heading, string found)
    {
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv));
        var reading = PlanSheet.Read(content, "要点.csv");
        reading.Plan.Should().BeNull();
        reading.Faults.Should().Contain(new SheetFault(row, heading, found));
    }

    private static OutlineMeasure Measure(string code) => Plan.Items.SelectMany(i => i.Measures).Single(m => m.Code == code);
}
