using Microsoft.Playwright;

namespace EduAid.Browser.Tests;

/// <summary>A visit by its teacher on a phone, and the school that sees it in the calendar.</summary>
[Collection(Site.Name)]
public sealed class HomeTeachingPathTests(EduAidSite site)
{
    private static readonly byte[] Photo = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    [Fact]
    public async Task A_visit_recorded_on_a_phone_stands_in_the_schools_calendar()
    {
        await using var teacher = await site.VisitAsAsync("teacher", width: 400, height: 800);
        await teacher.Page.GotoAsync("/HomeTeaching");
        // One of the demo's children has been visited this month, the others have not.
        var row = teacher.Page.Locator("#children tbody tr", new() { HasText = "0 / 4" }).First;
        var name = await row.Locator("td a").First.InnerTextAsync();
        await row.GetByRole(AriaRole.Link, new() { NameRegex = new("登记送教") }).ClickAsync();
        await teacher.Page.GetByLabel("送教内容").FillAsync("认数到十");
        await teacher.Page.GetByLabel("签字的家长").FillAsync("家长乙");
        await teacher.Page.GetByLabel("照片").SetInputFilesAsync(new FilePayload { Name = "photo.png", MimeType = "image/png", Buffer = Photo });
        await teacher.Page.Locator("#record").GetByRole(AriaRole.Button, new() { Name = "登记送教" }).ClickAsync();
        await teacher.Page.Locator("#visits", new() { HasText = "认数到十" }).WaitForAsync();
        (await teacher.Page.Locator("#visits li").First.InnerTextAsync()).Should().Contain("家长乙 已签字").And.Contain("photo.png");

        await using var clerk = await site.VisitAsAsync("clerk");
        await clerk.Page.GotoAsync("/HomeTeaching/Calendar");
        var month = clerk.Page.Locator("#calendar tbody tr", new() { HasText = name.Trim() });
        (await month.Locator(".cal.today .cal-mark").CountAsync()).Should().Be(1);
        (await month.InnerTextAsync()).Should().Contain("1 / 4");
        teacher.Complaints.Concat(clerk.Complaints).Should().BeEmpty();
    }
}
