using Microsoft.Playwright;

namespace EduAid.Browser.Tests;

/// <summary>Long work in a browser: the page shows how far it is, can be left and found again, and goes on to the result.</summary>
[Collection(Site.Name)]
public sealed class JobPathTests(EduAidSite site)
{
    /// <summary>Both ways with the full counts: each takes most of a minute.</summary>
    public static TheoryData<bool> WithScripts => Environment.GetEnvironmentVariable("EDUAID_FULL") == "1" ? new() { true, false } : new() { true };

    [Theory, MemberData(nameof(WithScripts))]
    public async Task A_generation_is_begun_left_found_again_and_leads_to_the_rosters(bool scripts)
    {
        // Everything is long here, and no request waits for it.
        await using var application = await RunningApplication.StartAsync(
            settings: new Dictionary<string, string> { ["Jobs__ListRows"] = "0", ["Jobs__WaitMilliseconds"] = "0", ["Jobs__LookSeconds"] = "1" });
        await using var visit = await site.VisitAsync(scripts, address: application.Address);
        await visit.SignInAsync("officer", application);
        var page = visit.Page;
        await page.GotoAsync("/Rosters?semester=2020-spring");
        await page.Locator("form[action*=Generate] button").ClickAsync();
        // However quick it was: from the job's page or from the list of jobs, it ends at the rosters.
        await page.WaitForURLAsync(url => url.Contains("/Rosters?semester=2020-spring", StringComparison.Ordinal) || url.Contains("/Jobs/", StringComparison.Ordinal));
        await page.WaitForURLAsync("**/Rosters?semester=2020-spring", new() { Timeout = 60_000 });
        await page.GotoAsync("/Jobs");
        await page.Locator("#jobs tbody tr", new() { HasText = "生成2020年春季学期名册" }).First.GetByText("完成").WaitForAsync();
        await page.Locator("#jobs tbody a", new() { HasText = "生成2020年春季学期名册" }).First.ClickAsync();
        await page.WaitForURLAsync("**/Rosters?semester=2020-spring");
        visit.Complaints.Should().BeEmpty();
    }
}
