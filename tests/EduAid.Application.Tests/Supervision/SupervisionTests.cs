using EduAid.Application.Plans;
using EduAid.Application.Storage;
using EduAid.Application.Supervision;
using EduAid.Application.Tests.Counties;
using EduAid.Application.Tests.Plans;
using EduAid.Domain.Plans;
using EduAid.Domain.Supervision;
using EduAid.Spreadsheets.Reading;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Plans.PlanSteps;

namespace EduAid.Application.Tests.Supervision;

public class SupervisionTests
{
    private static readonly OrderDraft Draft = new(Nutrition, 2020, "二(三)1", "示范食堂进度滞后,请说明", new(2026, 12, 1));

    [Theory, EveryDatabase]
    public async Task An_order_goes_from_its_issue_to_its_closing_and_back(TestDatabase on)
    {
        await using var county = await WithPlanAsync(on);
        var own = Scope.OfUnit(county.County, Nutrition);
        var first = await IssueAsync(county, Draft);
        first.Number.Should().Be("督办〔2026〕1号");
        var id = first.Order!.Value;
        (await county.Do(s => s.Get<ReplyToOrder>().RunAsync(ProjectsClerk, id, "不是我的", Stop), Scope.OfUnit(county.County, Projects))).Should().Be(OrderRefusal.NotFound);
        (await county.Do(s => s.Get<ReplyToOrder>().RunAsync(Supervisor, id, "替答", Stop))).Should().Be(OrderRefusal.NotYourRole);
        (await county.Do(s => s.Get<ReplyToOrder>().RunAsync(NutritionClerk, id, " ", Stop), own)).Should().Be(OrderRefusal.TextMissing);
        (await county.Do(s => s.Get<ReplyToOrder>().RunAsync(NutritionClerk, id, "已验收两所", Stop), own)).Should().BeNull();
        (await county.Do(s => s.Get<CloseOrder>().RunAsync(NutritionClerk, id, "办结", Stop), own)).Should().Be(OrderRefusal.NotYourRole);
        (await county.Do(s => s.Get<CloseOrder>().RunAsync(Supervisor with { Name = NutritionClerk.Name }, id, "办结", Stop))).Should().Be(OrderRefusal.SamePerson, "one person in two roles");
        (await county.Do(s => s.Get<ReopenOrder>().RunAsync(Supervisor, id, "没有写明时间", new(2026, 12, 10), Stop))).Should().BeNull();
        (await county.Do(s => s.Get<ReplyToOrder>().RunAsync(NutritionClerk, id, "12月8日前完成", Stop), own)).Should().BeNull();
        (await county.Do(s => s.Get<CloseOrder>().RunAsync(SecondSupervisor, id, "同意", Stop))).Should().BeNull();
        (await county.Do(s => s.Get<CloseOrder>().RunAsync(Supervisor, id, "再一次", Stop))).Should().Be(OrderRefusal.WrongState);

        (await county.Do(s => s.Db.OrderSteps.Where(x => x.Order == id).OrderBy(x => x.Number).Select(x => x.Kind).ToListAsync(), own)).Should()
            .Equal(OrderStepKind.Issue, OrderStepKind.Reply, OrderStepKind.Reopen, OrderStepKind.Reply, OrderStepKind.Close);
        (await county.Do(s => s.Db.AuditEvents.Where(e => e.Action.StartsWith("order.")).OrderBy(e => e.Number).Select(e => e.Action).ToListAsync())).Should()
            .Equal("order.issue", "order.reply", "order.reopen", "order.reply", "order.close");
        (await IssueAsync(county, Draft with { Unit = Projects, Item = "三(一)" })).Number.Should().Be("督办〔2026〕2号");
        (await county.Do(s => s.Db.SupervisionOrders.Select(o => o.Unit).ToListAsync(), own)).Should().Equal(Nutrition);
        (await county.Do(s => s.Db.OrderSteps.CountAsync(), Scope.OfUnit(county.County, Basic))).Should().Be(0);
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }

    public static TheoryData<string, OrderDraft, OrderRefusal> Wrong => new()
    {
        { "nothing demanded", Draft with { Demand = " " }, OrderRefusal.TextMissing },
        { "yesterday", Draft with { Due = new(2026, 11, 23) }, OrderRefusal.DayPassed },
        { "a unit that the plan does not know", Draft with { Unit = "无此单位", Item = null }, OrderRefusal.UnitMissing },
        { "a unit that does not answer for the item", Draft with { Unit = Projects }, OrderRefusal.UnitMissing },
        { "no unit", Draft with { Unit = "" }, OrderRefusal.UnitMissing },
    };

    [Fact]
    public async Task An_order_that_cannot_be_followed_is_not_issued()
    {
        await using var county = await WithPlanAsync(TestDatabase.Sqlite);
        foreach (var (why, draft, refusal) in Wrong.Select(r => ((string)r[0], (OrderDraft)r[1], (OrderRefusal)r[2])))
            (await IssueAsync(county, draft)).Refusal.Should().Be(refusal, why);
        (await county.Do(s => s.Get<IssueOrder>().RunAsync(NutritionClerk, Draft, Stop))).Refusal.Should().Be(OrderRefusal.NotYourRole);
        (await county.Do(s => s.Db.SupervisionOrders.CountAsync())).Should().Be(0);
        (await IssueAsync(county, Draft with { Item = null })).Refusal.Should().BeNull("an order need not be about an item");
    }

    [Theory, EveryDatabase]
    public async Task A_bulletin_stays_as_it_was_published(TestDatabase on)
    {
        await using var county = await WithPlanAsync(on);
        await county.ReportAsync(CityCanteens(1, "2020-03-01"));
        var published = await PublishAsync(county, new(2020, 6, 1));
        published.Number.Should().Be("通报〔2026〕1号");
        var before = await ReadAsync(county, published.Bulletin!.Value);
        before.Items.Single(i => i.Number == "二(三)1").State.Should().Be(PlanState.Late);
        before.Items.Single(i => i.Number == "二(三)1").Figures.Should().Contain("市级示范食堂 1/4 所");

        await county.ReportAsync(CityCanteens(4, "2020-05-01"));
        await county.SavePlanAsync(Shipped with { Title = "改名", Items = [.. Shipped.Items.Select(i => i.Number == "二(三)1" ? i with { Title = "改名" } : i)] });
        var after = await ReadAsync(county, published.Bulletin.Value);
        after.Items.Select(i => (i.Number, i.Title, i.State, i.Figures)).Should().Equal(before.Items.Select(i => (i.Number, i.Title, i.State, i.Figures)));
        after.Units.Select(u => (u.Rank, u.Unit, u.Late)).Should().Equal(before.Units.Select(u => (u.Rank, u.Unit, u.Late)));
        var second = await PublishAsync(county, new(2020, 6, 1));
        second.Number.Should().Be("通报〔2026〕2号");
        (await ReadAsync(county, second.Bulletin!.Value)).Items.Single(i => i.Number == "二(三)1").Title.Should().Be("改名");
    }

    [Fact]
    public async Task A_bulletin_ranks_the_units_of_the_plan_and_comes_as_a_workbook()
    {
        await using var county = await WithPlanAsync(TestDatabase.Sqlite);
        var draft = (await county.Do(s => BulletinDraft.LoadAsync(s.Db, 2020, new(2020, 12, 31), new(2026, 11, 24), Stop)))!;
        draft.Units.Should().HaveCountGreaterThan(15).And.Contain(u => u.Standing.Unit == Nutrition && u.Standing.Late == 1);
        draft.Units.Select(u => u.Rank).Should().BeInAscendingOrder();
        var published = await PublishAsync(county, new(2020, 12, 31));
        using var book = new MemoryStream();
        (await county.Do(s => s.Get<ExportBulletin>().RunAsync(Supervisor, published.Bulletin!.Value, book, Stop))).Should().Be(published.Number);
        book.Position = 0;
        using var file = SpreadsheetFile.Open(book, "通报.xlsx", ReadingLimits.Default).File!;
        var rows = file.Sheets().Single().Rows().Select(r => r.Copy()).ToList();
        rows[0][0].Text.Should().Contain("截至2020年12月31日");
        rows.Skip(2).Select(r => (r[0].Text, r[1].Text, r[6].Text)).Should().Equal(draft.Units.Select(u => ($"{u.Rank}", u.Standing.Unit, $"{u.Standing.Late}")));
    }

    [Fact]
    public async Task A_bulletin_that_says_nothing_true_is_not_published()
    {
        await using var county = await WithPlanAsync(TestDatabase.Sqlite);
        (await county.Do(s => s.Get<PublishBulletin>().RunAsync(NutritionClerk, 2020, new(2020, 6, 1), "通报", "", Stop))).Refusal.Should().Be(BulletinRefusal.NotYourRole);
        (await county.Do(s => s.Get<PublishBulletin>().RunAsync(Supervisor, 2018, new(2020, 6, 1), "通报", "", Stop))).Refusal.Should().Be(BulletinRefusal.NotFound);
        (await county.Do(s => s.Get<PublishBulletin>().RunAsync(Supervisor, 2020, new(2026, 11, 25), "通报", "", Stop))).Refusal.Should().Be(BulletinRefusal.DayOutside);
        (await county.Do(s => s.Get<PublishBulletin>().RunAsync(Supervisor, 2020, new(2020, 6, 1), " ", "", Stop))).Refusal.Should().Be(BulletinRefusal.TitleMissing);
        (await county.Do(s => s.Db.Bulletins.CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task Overdue_orders_weigh_in_the_ranking()
    {
        await using var county = await WithPlanAsync(TestDatabase.Sqlite);
        await IssueAsync(county, Draft);
        BulletinDraft Of(DateOnly on) => county.Do(s => BulletinDraft.LoadAsync(s.Db, 2020, on, on, Stop)).GetAwaiter().GetResult()!;
        Of(new(2026, 12, 1)).Units.Single(u => u.Standing.Unit == Nutrition).Standing.OverdueOrders.Should().Be(0);
        Of(new(2026, 12, 2)).Units.Single(u => u.Standing.Unit == Nutrition).Standing.OverdueOrders.Should().Be(1);
    }

    private static Task<OrderOutcome> IssueAsync(CountyFixture county, OrderDraft draft) => county.Do(s => s.Get<IssueOrder>().RunAsync(Supervisor, draft, Stop));

    private static Task<BulletinOutcome> PublishAsync(CountyFixture county, DateOnly on) =>
        county.Do(s => s.Get<PublishBulletin>().RunAsync(Supervisor, 2020, on, "工作要点进展通报", "", Stop));

    private static async Task<Bulletin> ReadAsync(CountyFixture county, Guid id)
    {
        var found = await county.Do(s => s.Db.Bulletins.Include(b => b.Units.OrderBy(u => u.Position)).Include(b => b.Items.OrderBy(i => i.Position)).AsSplitQuery().SingleAsync(b => b.Id == id));
        return found;
    }
}
