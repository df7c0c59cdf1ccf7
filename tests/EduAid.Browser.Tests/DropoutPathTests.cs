using System.Globalization;
using Microsoft.Playwright;

namespace EduAid.Browser.Tests;

/// <summary>A child out of school, from the figure to the return.</summary>
[Collection(Site.Name)]
public sealed class DropoutPathTests(EduAidSite site)
{
    [Fact]
    public async Task A_child_whom_nobody_lists_gets_a_case_is_visited_and_comes_back()
    {
        await using var officer = await site.VisitAsAsync("officer", width: 400, height: 800);
        await officer.Page.GotoAsync("/Dropouts");
        var before = await FigureAsync(officer.Page);
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "新立个案" }).First.ClickAsync();
        await officer.Page.GetByLabel("姓名").FillAsync("浏览童");
        await officer.Page.GetByLabel("出生年份").FillAsync(TimeProvider.System.GetLocalNow().AddYears(-10).Year.ToString(CultureInfo.InvariantCulture));
        await officer.Page.GetByLabel("乡镇", new() { Exact = false }).First.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await officer.Page.GetByLabel("政府线责任人").FillAsync("李村干");
        await officer.Page.Locator("#Input_School").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await officer.Page.GetByLabel("学校线责任人").FillAsync("王老师");
        await officer.Page.GetByLabel("情况说明").FillAsync("未报到");
        await officer.Page.Locator("main form").GetByRole(AriaRole.Button, new() { Name = "新立个案" }).ClickAsync();
        await officer.Page.WaitForURLAsync("**/Dropouts/*-*");
        var dropout = new Uri(officer.Page.Url).AbsolutePath;
        foreach (var (kind, text) in new[] { ("Visit", "到家走访"), ("Return", "已返校") })
        {
            await officer.Page.Locator("#Step_Kind").SelectOptionAsync(kind);
            await officer.Page.Locator("#Step_Text").FillAsync(text);
            await officer.Page.Locator("form[action*=Step]").GetByRole(AriaRole.Button, new() { Name = "登记步骤" }).ClickAsync();
            await officer.Page.Locator("#steps", new() { HasText = text }).WaitForAsync();
            await officer.Page.GotoAsync("/Dropouts");
            (await FigureAsync(officer.Page)).Should().Be(kind == "Return" ? before : before + 1);
            await officer.Page.GotoAsync(dropout);
        }
        officer.Complaints.Should().BeEmpty();
    }

    private static async Task<int> FigureAsync(IPage page) => int.Parse(await page.Locator(".tiles dd").First.InnerTextAsync(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
