using Microsoft.Playwright;

namespace EduAid.Browser.Tests;

/// <summary>A loan from the application to the contract.</summary>
[Collection(Site.Name)]
public sealed class LoanPathTests(EduAidSite site)
{
    [Fact]
    public async Task A_loan_goes_from_the_queue_to_its_contract()
    {
        await using var officer = await site.VisitAsAsync("officer");
        await officer.Page.GotoAsync("/Loans?state=applied");
        var waiting = await officer.Page.Locator("#loans tbody tr").CountAsync();
        waiting.Should().BePositive();
        (await officer.Page.Locator("#loans tbody tr").First.InnerTextAsync()).Should().Contain("1");
        await officer.Page.Locator("#loans tbody tr a").First.ClickAsync();
        await officer.Page.GetByLabel("步骤").SelectOptionAsync("Contracted");
        await officer.Page.GetByLabel("合同编号").FillAsync("BROWSER-1");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "登记步骤" }).ClickAsync();
        await officer.Page.Locator("#steps", new() { HasText = "已签合同" }).WaitForAsync();
        (await officer.Page.Locator(".facts").First.InnerTextAsync()).Should().Contain("BROWSER-1");
        await officer.Page.GotoAsync("/Loans?state=applied");
        (await officer.Page.Locator("#loans tbody tr").CountAsync()).Should().Be(waiting - 1);
        officer.Complaints.Should().BeEmpty();
    }
}
