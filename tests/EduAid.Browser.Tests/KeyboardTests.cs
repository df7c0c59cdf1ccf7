using Microsoft.Playwright;

namespace EduAid.Browser.Tests;

[Collection(Site.Name)]
public sealed class KeyboardTests(EduAidSite site)
{
    private const int MostTabs = 60;

    [Fact]
    public async Task The_reasons_of_a_line_open_with_the_keyboard_alone()
    {
        await using var visit = await site.VisitAsAsync("officer");
        var page = visit.Page;
        await page.GotoAsync("/Rosters");
        await SkipToMainAsync(page);
        await TabToAsync(page, "#rosters tbody a");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#entries").WaitForAsync();
        await SkipToMainAsync(page);
        await TabToAsync(page, "#entries tbody tr:nth-child(2) a");
        var name = await page.EvaluateAsync<string>("() => document.activeElement.textContent");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#why-title", new() { HasText = name }).WaitForAsync();
    }

    private static async Task SkipToMainAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<bool>("() => document.activeElement.matches('a.skip') && document.activeElement.getBoundingClientRect().top >= 0")).Should().BeTrue("the first stop is the visible way past the header");
        await page.Keyboard.PressAsync("Enter");
        (await page.EvaluateAsync<string>("() => document.activeElement.id")).Should().Be("main");
    }

    private static async Task TabToAsync(IPage page, string target)
    {
        for (var i = 0; i < MostTabs; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("target => document.activeElement.matches(target)", target)) return;
        }
        throw new InvalidOperationException($"{MostTabs} tabs reach no {target} on {page.Url}");
    }
}
