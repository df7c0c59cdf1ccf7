using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Plans;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Plans;
using static EduAid.Application.Tests.Counties.CountyFixture;

namespace EduAid.Application.Tests.Plans;

/// <summary>A county with the shipped plan of 2020 and the people who work with it.</summary>
internal static class PlanSteps
{
    public const string Nutrition = "局营养办", Projects = "局项目办", Basic = "局基教股";

    public static readonly Actor Supervisor = Staff.As("冯督查", Role.Supervisor), SecondSupervisor = Staff.As("陈督查", Role.Supervisor),
        NutritionClerk = Staff.As("于营养", Role.ResponsibleUnit), ProjectsClerk = Staff.As("田项目", Role.ResponsibleUnit);

    public static PlanOutline Shipped => Seeds.Plans()[^1];

    public static async Task<CountyFixture> WithPlanAsync(TestDatabase on)
    {
        var county = await OpenAsync(on);
        (await county.SavePlanAsync(Shipped, fresh: true)).Refusal.Should().BeNull();
        return county;
    }

    public static Task<PlanSaved> SavePlanAsync(this CountyFixture county, PlanOutline plan, bool fresh = false, Actor? by = null) =>
        county.Do(s => s.Get<SavePlan>().RunAsync(by ?? Supervisor, plan, fresh, Stop));

    public static Task<ProgressOutcome> ReportAsync(this CountyFixture county, SentProgress sent, string unit = Nutrition, Actor? by = null) =>
        county.Do(s => s.Get<ReportProgress>().RunAsync(by ?? NutritionClerk, sent, Stop), Scope.OfUnit(county.County, unit));

    /// <summary>A figure of the canteens that the city is to name.</summary>
    public static SentProgress CityCanteens(long figure, string on = "2020-05-20", Guid? corrects = null) =>
        new(2020, "二(三)1", "canteens-city", null, Day(on), figure, null, null, "", corrects);

    public static Task<PlanBoard?> BoardAsync(this CountyFixture county, string? on = null, Scope? scope = null) =>
        county.Do(s => PlanBoard.LoadAsync(s.Db, 2020, on is null ? null : Day(on), new(2026, 11, 24), Stop), scope);

    public static ItemView Item(this PlanBoard board, string number) => board.Items.Single(i => i.Item.Number == number);

    public static MeasureView Measure(this PlanBoard board, string code) => board.Items.SelectMany(i => i.Measures).Single(m => m.Measure.Code == code);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
