using EduAid.Domain.Values;

namespace EduAid.Browser.Tests;

/// <summary>A family asks why: from a name to the amounts and their reasons, and a correction that is checked while it is typed.</summary>
[Collection(Site.Name)]
public sealed class PupilTests(EduAidSite site)
{
    [Fact]
    public async Task An_officer_finds_a_pupil_by_pinyin_and_is_told_what_a_correction_would_change()
    {
        var journey = await site.JourneyAsync();
        await using var officer = await site.VisitAsAsync("officer");
        var (page, child) = (officer.Page, journey.Exported.Children[0]);
        await page.GotoAsync("/People?lang=zh-Hans");
        await page.GotoAsync("/People?semester=2020-spring");
        await page.Locator("#find-pupil").FillAsync(Pinyin.Initials(child.Name));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("q=", StringComparison.Ordinal));
        await page.Locator("#pupils tbody a", new() { HasText = child.Name }).First.ClickAsync();
        (await page.Locator("h1").InnerTextAsync()).Should().Be(child.Name);
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "更正", Exact = true }).ClickAsync();
        await page.Locator("#number").FillAsync("341523201003050011");
        await page.Locator("#check-number .notice.bad").WaitForAsync();
        (await page.Locator("#check-number").InnerTextAsync()).Should().Contain("校验码");
        officer.Complaints.Should().BeEmpty();
        page.Url.Should().NotContain("3415");
    }
}
