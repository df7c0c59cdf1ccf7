using Microsoft.Playwright;

namespace EduAid.Browser.Tests;

[Collection(Site.Name)]
public sealed class KeyboardTests(EduAidSite site)
{
    private const int MostTabs = 60;

    [Fact]
    public async Task A_clerk_signs_in_and_sends_a_list_with_the_keyboard_alone()
    {
        var journey = await site.JourneyAsync();
        await using var visit = await site.VisitAsync();
        var page = visit.Page;
        await page.GotoAsync("/Account/SignIn");
        await TabToAsync(page, "[name='Input.UserName']");
        await page.Keyboard.TypeAsync("clerk");
        await TabToAsync(page, "[name='Input.Password']");
        await page.Keyboard.TypeAsync(await site.Application.PasswordOfAsync("clerk"));
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("nav.rail").WaitForAsync();

        await TabToAsync(page, "nav.rail a[href='/Lists']");
        await EnterAsync(page, "/Lists");
        await SkipToMainAsync(page);
        await TabToAsync(page, "main a[href='/Lists/Upload']");
        await EnterAsync(page, "/Lists/Upload");
        await SkipToMainAsync(page);
        await TabToAsync(page, "input[type=file]");
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.Keyboard.PressAsync("Enter"));
        await chooser.SetFilesAsync(new FilePayload
        {
            Name = "键盘.xlsx",
            MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Buffer = MessyList.Workbook(journey.School, journey.Exported.Children[2]),
        });
        await TabToAsync(page, "main button[type=submit]");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/Lists/Preview/**");
        (await page.Locator("#rows tbody tr").CountAsync()).Should().BePositive();
        visit.Complaints.Should().BeEmpty();
    }

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

    private static async Task EnterAsync(IPage page, string path)
    {
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**" + path);
    }
}
