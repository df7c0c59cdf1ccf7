using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Plans;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Supervision;
using EduAid.Domain.Plans;

namespace EduAid.Web.Tests;

/// <summary>Gives a county the shipped plan, a report of 局营养办, an order to it and a bulletin, through the verbs.</summary>
internal static class PlannedCounty
{
    public const string Unit = "局营养办", Item = "二(三)1";

    private static readonly CancellationToken Stop = CancellationToken.None;
    private static readonly Actor Supervisor = new("supervisor-x", nameof(Role.Supervisor), "test"), Clerk = new("unit-x", nameof(Role.ResponsibleUnit), "test");

    public static PlanOutline Shipped => Seeds.Plans()[^1];

    public static async Task<(Guid Order, Guid Bulletin)> MakeAsync(WebApp app)
    {
        await using (var county = app.Work())
            (await county.Get<SavePlan>().RunAsync(Supervisor, Shipped, fresh: true, Stop)).Refusal.Should().BeNull();
        await using (var unit = app.Work(Scope.OfUnit(CountySettings.Default.Code, Unit)))
            (await unit.Get<ReportProgress>().RunAsync(Clerk, new(2020, Item, "canteens-city", null, new(2020, 9, 28), 2, null, null, "第三所在整改"), Stop)).Refusal.Should().BeNull();
        await using var work = app.Work();
        var order = await work.Get<IssueOrder>().RunAsync(Supervisor, new(Unit, 2020, Item, "请说明原因", new(2099, 1, 1)), Stop);
        var bulletin = await work.Get<PublishBulletin>().RunAsync(Supervisor, 2020, new(2020, 9, 30), "三季度通报", "", Stop);
        return (order.Order!.Value, bulletin.Bulletin!.Value);
    }
}
