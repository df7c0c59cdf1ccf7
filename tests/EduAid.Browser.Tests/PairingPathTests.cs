using Microsoft.Playwright;

namespace EduAid.Browser.Tests;

/// <summary>A pairing visit on a phone: from the list one tap to the form, three fields, and the household is no longer due.</summary>
[Collection(Site.Name)]
public sealed class PairingPathTests(EduAidSite site)
{
    [Fact]
    public async Task A_visit_recorded_on_a_phone_takes_the_household_off_the_list()
    {
        await using var teacher = await site.VisitAsAsync("teacher", width: 400, height: 800);
        await teacher.Page.GotoAsync("/Pairing");
        var rows = teacher.Page.Locator("#pairs tbody tr");
        var due = await rows.CountAsync();
        due.Should().BePositive("the demo's teacher has somebody to visit");
        var name = (await rows.First.Locator("td a").First.InnerTextAsync()).Trim();
        await rows.First.GetByRole(AriaRole.Link, new() { NameRegex = new("登记走访") }).ClickAsync();
        await teacher.Page.GetByLabel("走访情况").FillAsync("看望孩子,了解上网课的情况");
        await teacher.Page.GetByRole(AriaRole.Button, new() { Name = "登记走访" }).ClickAsync();
        await teacher.Page.Locator(".notice.ok", new() { HasText = name }).WaitForAsync();
        (await rows.CountAsync()).Should().Be(due - 1);
        (await teacher.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(400, "nothing sticks out of a phone");

        await using var clerk = await site.VisitAsAsync("clerk");
        await clerk.Page.GotoAsync("/Pairing?state=visited");
        await clerk.Page.Locator("#pairs tbody tr", new() { HasText = name }).First.WaitForAsync();
        await clerk.Page.GotoAsync("/Pairing/Report");
        (await clerk.Page.Locator("#report tbody tr").CountAsync()).Should().BeGreaterThan(1);
        teacher.Complaints.Concat(clerk.Complaints).Should().BeEmpty();
    }
}
