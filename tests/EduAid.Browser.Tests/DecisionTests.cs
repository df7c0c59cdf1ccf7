using Microsoft.Playwright;

namespace EduAid.Browser.Tests;

/// <summary>Findings are decided where they are read, and what was decided can be taken back.</summary>
[Collection(Site.Name)]
public sealed class DecisionTests(EduAidSite site)
{
    [Theory]
    [InlineData("enrolment.conflict", "Input.School")]
    [InlineData("name.mismatch", "Input.Kind")]
    [InlineData("full-time.unknown", "Input.Value")]
    public async Task A_finding_is_answered_with_a_reason_and_the_answer_taken_back(string code, string choice)
    {
        await using var officer = await site.VisitAsAsync("officer");
        var page = officer.Page;
        await page.GotoAsync("/Review?lang=zh-Hans");
        await page.GotoAsync($"/Review?semester=2020-spring&code={code}");
        await LookAsync(page, "findings");
        var row = page.Locator("#findings tbody tr").First;
        var message = await page.Locator("#findings tbody tr").CountAsync();
        await row.GetByRole(AriaRole.Link, new() { NameRegex = new("^处理") }).ClickAsync();
        await page.WaitForURLAsync("**/Review/Finding/**");
        await LookAsync(page, "finding-" + code);
        await page.Locator($"#decide input[name='{choice}'][type=radio]").First.CheckAsync();
        await page.GetByLabel("依据").FillAsync("对照户口簿核实");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存结论" }).ClickAsync();
        await page.Locator(".notice", new() { HasText = "结论已保存" }).WaitForAsync();

        await page.GotoAsync("/Review/Decisions");
        await LookAsync(page, "decisions");
        await page.Locator("#decisions details summary").First.ClickAsync();
        await page.Locator("#decisions details[open] input[name=reason]").FillAsync("再核实");
        await page.Locator("#decisions details[open]").GetByRole(AriaRole.Button, new() { Name = "撤回" }).ClickAsync();
        await page.Locator(".notice", new() { HasText = "结论已撤回" }).WaitForAsync();
        await page.GotoAsync($"/Review?semester=2020-spring&code={code}");
        (await page.Locator("#findings tbody tr").CountAsync()).Should().Be(message, "it is asked again");
        officer.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task The_matching_desk_compares_and_says_what_it_found()
    {
        await using var officer = await site.VisitAsAsync("officer");
        await officer.Page.GotoAsync("/Matching?semester=2020-spring");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "重新比对" }).ClickAsync();
        await officer.Page.Locator(".notice", new() { HasText = "可能是同一人" }).WaitForAsync();
        await LookAsync(officer.Page, "matching");
        officer.Complaints.Should().BeEmpty();
    }

    // With EDUAID_LOOK set to a folder the pages are kept there as pictures.
    private static async Task LookAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("EDUAID_LOOK") is { Length: > 0 } folder) await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }
}
