using Microsoft.Playwright;

namespace EduAid.Browser.Tests;

[Collection(Site.Name)]
public sealed class WithoutScriptsTests(EduAidSite site)
{
    [Fact]
    public async Task Signing_in_lists_and_a_lines_reasons_work_without_scripts()
    {
        await using var visit = await site.VisitAsync(scripts: false);
        var page = visit.Page;
        await visit.SignInAsync("officer");
        await page.GotoAsync("/Lists");
        (await page.Locator("#lists tbody tr").CountAsync()).Should().BePositive();
        await page.GotoAsync("/Rosters");
        await page.Locator("#rosters tbody a").First.ClickAsync();
        var line = page.Locator("#entries tbody tr").Nth(1);
        var (name, amount) = (await line.GetByRole(AriaRole.Link).First.InnerTextAsync(), await line.Locator(".money").InnerTextAsync());
        await line.GetByRole(AriaRole.Link).First.ClickAsync();
        page.Url.Should().Contain("entry=");
        (await page.Locator("#why-title").InnerTextAsync()).Should().Contain(name);
        (await page.Locator("#why .why-sum").InnerTextAsync()).Should().StartWith(amount);
    }

    [Fact]
    public async Task A_list_is_sent_without_scripts()
    {
        var journey = await site.JourneyAsync();
        await using var visit = await site.VisitAsAsync("clerk", scripts: false);
        await visit.SendListAsync("无脚本.xlsx", MessyList.Workbook(journey.School, journey.Exported.Children[3]));
        (await visit.Page.Locator("#rows td.fault.bad").CountAsync()).Should().Be(MessyList.Bad);
    }
}
