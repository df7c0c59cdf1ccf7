using System.Net;
using EduAid.Application.Accounts;
using EduAid.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Supervision;

public sealed class SupervisionPagesTests(PlanApp app) : IClassFixture<PlanApp>
{
    [Fact]
    public async Task An_order_is_issued_from_an_item_replied_to_sent_back_and_closed()
    {
        var issue = $"/Supervision/Orders/Issue?plan=2020&item={Uri.EscapeDataString("二(三)1")}";
        (await app.Supervisor.OpenAsync(issue)).QuerySelectorAll("#Unit option").Select(o => o.TextContent).Should().Equal("局营养办", "农村义务教育阶段学校");
        using var empty = await app.Supervisor.SendAsync(issue, "main form[method=post]", ("Demand", " "));
        (await Browser.PageOf(empty)).QuerySelector("#Demand-error").Should().NotBeNull();
        using var issued = await app.Supervisor.SendAsync(issue, "main form[method=post]", ("Unit", "局营养办"), ("Demand", "县级示范食堂请加快"));
        var order = issued.Headers.Location!.OriginalString;

        (await app.Unit.OpenAsync("/Plans")).QuerySelector(".work")!.TextContent.Should().Contain("县级示范食堂请加快");
        using var others = await app.OtherUnit.GetAsync(order);
        others.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await app.Supervisor.OpenAsync(order)).QuerySelector("form[action*=Close]").Should().BeNull("nobody has replied yet");
        using var replied = await app.Unit.SendAsync(order, "form[action*=Reply]", ("Text", "下周验收"));
        replied.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await app.Supervisor.OpenAsync("/Plans")).QuerySelector(".work")!.TextContent.Should().Contain("等待办结");
        using var back = await app.Supervisor.SendAsync(order, "form[action*=Reopen]", ("Reason", "哪一天"), ("Due", "2099-02-01"));
        back.StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var repliedAgain = await app.Unit.SendAsync(order, "form[action*=Reply]", ("Text", "10日验收"));
        using var closed = await app.Supervisor.SendAsync(order, "form[action*=Close]", ("Text", "同意"));
        var page = await app.Supervisor.OpenAsync(order);
        page.QuerySelectorAll(".reports li").Select(l => l.QuerySelector("strong")!.TextContent).Should().Equal("下达", "答复", "退回重办", "答复", "办结");
        page.QuerySelector(".facts")!.TextContent.Should().Contain("已办结");
    }

    [Fact]
    public async Task An_overdue_order_comes_up_on_the_pages_of_unit_supervisor_and_leader()
    {
        await using (var work = app.Work())
            await work.Db.SupervisionOrders.Where(o => o.Id == app.Order).ExecuteUpdateAsync(s => s.SetProperty(o => o.Due, new DateOnly(2020, 5, 1)));
        using var leader = await app.SignInAsAsync(Role.BureauLeader);
        (await app.Unit.OpenAsync("/Plans")).QuerySelector(".work .urgent")!.ParentElement!.TextContent.Should().Contain("已过期");
        (await app.Supervisor.OpenAsync("/Plans")).QuerySelector(".work")!.TextContent.Should().Contain("督办单过期未答复");
        (await leader.OpenAsync("/")).QuerySelector(".work")!.TextContent.Should().Contain("督办单过期未答复");
        (await leader.OpenAsync("/Supervision/Orders?state=overdue")).QuerySelectorAll("#orders tbody tr").Should().ContainSingle();
        (await app.OtherUnit.OpenAsync("/Supervision/Orders")).QuerySelectorAll("#orders tbody tr").Should().BeEmpty();
    }

    [Fact]
    public async Task A_bulletin_is_counted_published_and_taken_out()
    {
        var draft = await app.Supervisor.OpenAsync("/Supervision/Bulletins/Publish?plan=2020&on=2020-09-30");
        draft.QuerySelector(".poster")!.TextContent.Should().Contain("(未编号)").And.Contain("局营养办").And.Contain("市级示范食堂 2/4 所");
        using var sent = await app.Supervisor.SendAsync("/Supervision/Bulletins/Publish?plan=2020&on=2020-09-30", "main form[method=post]", ("Heading", "九月通报"), ("Opening", "请各单位加快。"));
        var page = sent.Headers.Location!.OriginalString;
        var published = (await app.Unit.OpenAsync(page)).QuerySelector(".poster")!.TextContent;
        published.Should().Contain("九月通报").And.Contain("请各单位加快。").And.MatchRegex("通报〔20\\d\\d〕\\d+号");
        using var book = await app.Unit.SendAsync(page, "form[action*=Export]");
        book.Content.Headers.ContentType!.MediaType.Should().Contain("spreadsheet");
        using var untitled = await app.Supervisor.SendAsync("/Supervision/Bulletins/Publish?plan=2020", "main form[method=post]", ("Heading", " "));
        (await Browser.PageOf(untitled)).QuerySelector("#Heading-error").Should().NotBeNull();
        using var clerk = await app.Unit.GetAsync("/Supervision/Bulletins/Publish");
        clerk.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }
}
