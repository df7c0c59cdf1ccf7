using System.Globalization;
using Microsoft.Playwright;

namespace EduAid.Browser.Tests;

/// <summary>A child on no list, from the list to what was found with its proof, on a phone.</summary>
[Collection(Site.Name)]
public sealed class MissedPathTests(EduAidSite site)
{
    private static readonly byte[] Proof = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    [Fact]
    public async Task What_was_found_of_a_child_takes_it_off_the_remainder_and_a_later_record_brings_it_back()
    {
        await using var officer = await site.VisitAsAsync("officer", width: 400, height: 800);
        await officer.Page.GotoAsync("/Missed?semester=2020-spring");
        var before = await OpenCountAsync(officer.Page);
        await officer.Page.Locator("#missed td a[href^='/Missed/']", new() { HasText = "尚未核实" }).First.ClickAsync();
        var child = new Uri(officer.Page.Url).AbsolutePath;

        await officer.Page.Locator("form[action*=Record]").GetByRole(AriaRole.Button, new() { Name = "登记核实结果" }).ClickAsync();
        await officer.Page.GetByText("请选择核实结果").First.WaitForAsync();
        await officer.Page.GetByLabel("核实结果").SelectOptionAsync("Elsewhere");
        await officer.Page.GetByLabel("就读学校或迁往何地").FillAsync("邻县实验小学");
        await officer.Page.GetByLabel("证明材料").SetInputFilesAsync(new FilePayload { Name = "proof.png", MimeType = "image/png", Buffer = Proof });
        await officer.Page.Locator("form[action*=Record]").GetByRole(AriaRole.Button, new() { Name = "登记核实结果" }).ClickAsync();
        await officer.Page.Locator("#outcomes", new() { HasText = "邻县实验小学" }).WaitForAsync();
        (await officer.Page.Locator("#outcomes").InnerTextAsync()).Should().Contain("proof.png");
        await officer.Page.GotoAsync("/Missed");
        (await OpenCountAsync(officer.Page)).Should().Be(before - 1);

        await officer.Page.GotoAsync(child);
        await officer.Page.GetByLabel("核实结果").SelectOptionAsync("StillLooking");
        await officer.Page.GetByLabel("核实情况").FillAsync("该校查无此人");
        await officer.Page.Locator("form[action*=Record]").GetByRole(AriaRole.Button, new() { Name = "登记核实结果" }).ClickAsync();
        await officer.Page.Locator("#outcomes", new() { HasText = "该校查无此人" }).WaitForAsync();
        await officer.Page.Locator("#outcomes li").Nth(1).WaitForAsync();
        await officer.Page.GotoAsync("/Missed");
        (await OpenCountAsync(officer.Page)).Should().Be(before);
        officer.Complaints.Should().BeEmpty();
    }

    private static async Task<int> OpenCountAsync(IPage page) =>
        int.Parse(await page.Locator(".tabs [aria-current=page] .num").InnerTextAsync(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
