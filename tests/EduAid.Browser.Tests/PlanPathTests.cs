using Microsoft.Playwright;

namespace EduAid.Browser.Tests;

/// <summary>The plan from a report to the bulletin, as its people do it.</summary>
[Collection(Site.Name)]
public sealed class PlanPathTests(EduAidSite site)
{
    private const string Item = "三(三)", Demand = "毛入学率上报数偏低,请核实并说明。";

    [Fact]
    public async Task A_report_turns_an_item_amber_and_the_order_about_it_is_replied_to_closed_and_comes_into_the_bulletin()
    {
        await using var unit = await site.VisitAsAsync("unit4");
        await unit.Page.GotoAsync("/Plans");
        await unit.Page.GetByRole(AriaRole.Row, new() { NameRegex = new("^三\\(三\\)") }).GetByRole(AriaRole.Link).ClickAsync();
        await unit.Page.GetByRole(AriaRole.Link, new() { Name = "上报:高中阶段毛入学率" }).ClickAsync();
        await unit.Page.GetByLabel("截止日期").FillAsync("2020-09-28");
        await unit.Page.GetByLabel("分子").FillAsync("5600");
        await unit.Page.GetByLabel("分母").FillAsync("9905");
        await unit.Page.Locator("#report").GetByRole(AriaRole.Button, new() { Name = "上报" }).ClickAsync();
        await unit.Page.Locator("#reports", new() { HasText = "56.53%" }).WaitForAsync();

        await using var supervisor = await site.VisitAsAsync("supervisor");
        await supervisor.Page.GotoAsync("/Plans?state=behind");
        var row = supervisor.Page.GetByRole(AriaRole.Row, new() { NameRegex = new("^三\\(三\\)") });
        (await row.InnerTextAsync()).Should().Contain("滞后").And.Contain("56.53%");
        await row.GetByRole(AriaRole.Link).ClickAsync();
        await supervisor.Page.GetByRole(AriaRole.Link, new() { Name = "下达督办单" }).ClickAsync();
        await supervisor.Page.GetByLabel("督办要求").FillAsync(Demand);
        await supervisor.Page.GetByRole(AriaRole.Button, new() { Name = "下达督办单" }).ClickAsync();
        await supervisor.Page.WaitForURLAsync("**/Supervision/Orders/*-*");
        var order = new Uri(supervisor.Page.Url).AbsolutePath;

        await unit.Page.GotoAsync("/Plans");
        await unit.Page.Locator(".work li", new() { HasText = Demand }).GetByRole(AriaRole.Link, new() { Name = "答复" }).ClickAsync();
        await unit.Page.GetByLabel("答复内容").FillAsync("漏报外县就读人数,已补报。");
        await unit.Page.GetByRole(AriaRole.Button, new() { Name = "答复" }).ClickAsync();
        await unit.Page.GetByText("已答复,待办结").WaitForAsync();

        await supervisor.Page.GotoAsync(order);
        await supervisor.Page.GetByLabel("办结意见").FillAsync("情况属实");
        await supervisor.Page.GetByRole(AriaRole.Button, new() { Name = "办结" }).ClickAsync();
        await supervisor.Page.Locator(".facts").GetByText("已办结").WaitForAsync();

        await supervisor.Page.GotoAsync("/Plans");
        await supervisor.Page.GetByRole(AriaRole.Link, new() { Name = "起草通报" }).ClickAsync();
        await supervisor.Page.GetByRole(AriaRole.Button, new() { Name = "发布通报" }).ClickAsync();
        await supervisor.Page.WaitForURLAsync("**/Supervision/Bulletins/*-*");
        (await supervisor.Page.Locator(".poster-number").InnerTextAsync()).Should().StartWith("通报〔");
        (await supervisor.Page.Locator(".poster tr", new() { HasText = Item }).InnerTextAsync()).Should().Contain("滞后").And.Contain("56.53%");
        supervisor.Complaints.Concat(unit.Complaints).Should().BeEmpty();
    }
}
