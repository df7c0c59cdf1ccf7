using Microsoft.Playwright;

namespace EduAid.Browser.Tests;

/// <summary>The aid officer states a month of meal money for a school: the balance is carried on, a check speaks while it is typed, and it is mended.</summary>
[Collection(Site.Name)]
public sealed class CanteenPathTests(EduAidSite site)
{
    [Fact]
    public async Task A_month_is_stated_and_what_a_check_found_is_mended()
    {
        // The demo's clerk works for a vocational school, which is not on the programme; the officer does it for one that is.
        await using var officer = await site.VisitAsAsync("officer");
        var page = officer.Page;
        await page.GotoAsync("/Canteens?state=Open");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("报送月报") }).First.ClickAsync();
        var opening = await page.GetByLabel("期初余额").InputValueAsync();
        opening.Should().NotBe("0.00", "the balance of the month before is carried on");
        await page.GetByLabel("本月收入").FillAsync("5000");
        await page.GetByLabel("食品支出").FillAsync("4500");
        await page.GetByLabel("其他支出").FillAsync("500");
        await page.GetByLabel("供餐人次").FillAsync("1000");
        await page.GetByLabel("就餐人数").FillAsync("50");
        await page.GetByLabel("供餐天数").FillAsync("20");
        await page.Locator("#checked", new() { HasText = "用于食品以外" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "报送月报" }).ClickAsync();
        await page.Locator(".notice.ok").WaitForAsync();
        var row = page.Locator("#ledger tbody tr").Filter(new() { HasText = "其他支出 500.00 元" });
        (await row.InnerTextAsync()).Should().Contain(opening, "it opens with what the month before closed with");

        await row.GetByRole(AriaRole.Link).First.ClickAsync();
        await page.GetByLabel("食品支出").FillAsync("5000");
        await page.GetByLabel("其他支出").FillAsync("0");
        await page.GetByLabel("更正原因").FillAsync("炊事员工资误列,已从学校经费支付");
        await page.GetByRole(AriaRole.Button, new() { Name = "更正月报" }).ClickAsync();
        await page.Locator("#ledger", new() { HasText = "更正 1 次" }).WaitForAsync();
        (await page.Locator("#ledger").InnerTextAsync()).Should().NotContain("其他支出 500.00 元");
        officer.Complaints.Should().BeEmpty();
    }
}
