using Microsoft.Playwright;

namespace EduAid.Browser.Tests;

/// <summary>A session that nobody uses says so before it ends, and what was typed is not lost. In real minutes: with the full counts only.</summary>
[Collection(Site.Name)]
[Trait("Counts", "full")]
public sealed class IdleTests(EduAidSite site)
{
    private const float Minute = 60_000;

    [Fact]
    public async Task Who_types_for_long_is_warned_and_what_they_typed_is_sent_after_signing_in_again()
    {
        await using var application = await RunningApplication.StartAsync(settings: new Dictionary<string, string> { ["Sessions__IdleMinutes"] = "2", ["Sessions__WarnMinutes"] = "1" });
        await using var visit = await site.VisitAsync(address: application.Address);
        await visit.SignInAsync("director", application);
        var page = visit.Page;
        await page.GotoAsync("/Settings");
        var field = page.Locator("main input[type=text], main input:not([type]), main textarea").First;
        await field.FillAsync("县资助中心 7023456");
        var dialog = page.Locator("#session-ends");

        await dialog.Locator("[data-when=soon]").WaitForAsync(new() { Timeout = 1.5f * Minute });
        await dialog.Locator("[data-when=soon] button").ClickAsync();
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Hidden });

        await dialog.Locator("[data-when=over]").WaitForAsync(new() { Timeout = 3 * Minute });
        // The page counts whole seconds; the server's last one must be over too.
        await page.WaitForTimeoutAsync(3_000);
        var again = await page.Context.NewPageAsync();
        await again.GotoAsync("/");
        again.Url.Should().Contain("/Account/SignIn");
        await visit.SignInAsync(again, "director", application);
        await again.CloseAsync();
        await dialog.Locator("[data-back]").ClickAsync();
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        (await field.InputValueAsync()).Should().Be("县资助中心 7023456");
        visit.Complaints.Should().BeEmpty();
    }
}
