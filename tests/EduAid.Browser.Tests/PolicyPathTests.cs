using Microsoft.Playwright;

namespace EduAid.Browser.Tests;

/// <summary>A policy value from its proposal to its publication, as officer and director do it.</summary>
[Collection(Site.Name)]
public sealed class PolicyPathTests(EduAidSite site)
{
    [Fact]
    public async Task A_value_is_proposed_by_the_officer_and_published_by_the_director_after_both_saw_its_effect()
    {
        await using var officer = await site.VisitAsAsync("officer");
        await officer.Page.GotoAsync("/Policies/Programme/senior-high-tuition");
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "提出调整:省示范高中免学费标准" }).ClickAsync();
        await officer.Page.GetByLabel("数值").FillAsync("900");
        await officer.Page.GetByLabel("文件名称和文号").FillAsync("县教〔2026〕21号(样例)");
        await officer.Page.GetByLabel("条款").FillAsync("第四条");
        await officer.Page.GetByLabel("调整理由").FillAsync("省示范高中学费标准调整");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "提交建议" }).ClickAsync();
        await officer.Page.WaitForURLAsync("**/Policies/Proposals/*-*");
        var proposal = new Uri(officer.Page.Url).AbsolutePath;
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "添加扫描件" }).ClickAsync();
        await officer.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "document.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4 sample"u8.ToArray() });
        await officer.Page.Locator("main form button[type=submit]").ClickAsync();
        await officer.Page.WaitForURLAsync("**" + proposal);
        await officer.Page.Locator("#worked details summary").ClickAsync();
        await officer.Page.GetByLabel("应得金额(元/学期)").FillAsync("900");
        await officer.Page.Locator("#worked").GetByRole(AriaRole.Button, new() { Name = "更新应得金额" }).ClickAsync();
        await officer.Page.GetByText("算例全部一致").WaitForAsync();

        await using var director = await site.VisitAsAsync("director");
        await director.Page.GotoAsync(proposal);
        await director.Page.GetByRole(AriaRole.Button, new() { Name = "开始测算" }).ClickAsync();
        await director.Page.Locator("#effect-programmes", new() { HasText = "普通高中免学费" }).WaitForAsync();
        await director.Page.GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true }).ClickAsync();
        await director.Page.Locator("#frozen").WaitForAsync();
        await officer.Page.GotoAsync("/Policies/Programme/senior-high-tuition");
        (await officer.Page.Locator("#values").InnerTextAsync()).Should().Contain("900.00").And.Contain("县教〔2026〕21号(样例)");
        director.Complaints.Concat(officer.Complaints).Should().BeEmpty();
    }
}
