using System.Globalization;
using Microsoft.Playwright;

namespace EduAid.Browser.Tests;

/// <summary>What was seen on the way from a school's messy list to the county's exported roster.</summary>
public sealed record Journey
{
    public required string School { get; init; }

    /// <summary>Label and figure of each tile over the preview.</summary>
    public required IReadOnlyDictionary<string, string> Tiles { get; init; }
    public required IReadOnlyList<string> Faults { get; init; }
    public required string Accepted { get; init; }
    public required string MendNotice { get; init; }
    public required IReadOnlyDictionary<string, string> MendedTiles { get; init; }
    public required string MendAccepted { get; init; }
    public required string ClerksChildren { get; init; }
    public required string ClassBefore { get; init; }
    public required string ClassAfter { get; init; }
    public required decimal LineAmount { get; init; }
    public required decimal WhyAmount { get; init; }
    public required IReadOnlyList<decimal> WhyParts { get; init; }
    public required decimal PageTotal { get; init; }
    public required PrintedRoster Exported { get; init; }

    public required IReadOnlyList<string> Complaints { get; init; }

    public static async Task<Journey> MakeAsync(EduAidSite site)
    {
        await using var visit = await site.VisitAsync();
        var page = visit.Page;

        await visit.SignInAsync("clerk");
        await page.GotoAsync("/Rosters");
        var row = page.Locator("#rosters tbody tr").First;
        var school = await row.Locator("td").Nth(1).InnerTextAsync();
        await row.GetByRole(AriaRole.Link).First.ClickAsync();
        var roster = new Uri(page.Url).AbsolutePath;
        // Numbers in full leave the county in few hands, and a clerk's are not among them.
        await using var officer = await site.VisitAsAsync("officer");
        await officer.Page.GotoAsync(roster);
        var before = PrintedRoster.Read(await officer.DownloadAsync(officer.Page.GetByRole(AriaRole.Button, new() { Name = "导出 Excel" })));
        var known = before.Children[0];

        await visit.SendListAsync("在校学生名单.xlsx", MessyList.Workbook(school, known));
        var tiles = await TilesAsync(page);
        var faults = await page.Locator("#rows td.fault.bad .fault-why").AllInnerTextsAsync();
        await page.GetByLabel("补充:", new() { Exact = false }).CheckAsync();
        var accepted = await AcceptAsync(page);
        var badRows = await visit.DownloadAsync(page.GetByRole(AriaRole.Link, new() { Name = "只下载有问题的行" }));

        await visit.SendListAsync("更正.xlsx", MessyList.Mended(badRows));
        var mendNotice = string.Join('\n', await page.Locator(".notice").AllInnerTextsAsync());
        var mendedTiles = await TilesAsync(page);
        var mendAccepted = await AcceptAsync(page);
        await page.GotoAsync("/Lists");
        var children = await page.Locator("#lists tbody td.num").First.InnerTextAsync();
        await visit.SignOutAsync();

        await visit.SignInAsync("officer");
        await page.GotoAsync("/Rosters");
        await page.GetByRole(AriaRole.Button, new() { Name = "重新生成" }).ClickAsync();
        await page.Locator("#generated").WaitForAsync();
        await page.GotoAsync(roster);
        var line = page.Locator("#entries tbody tr", new() { HasText = MessyList.NewClass });
        var classAfter = await line.Locator("td").Nth(4).InnerTextAsync();
        var lineAmount = await YuanAsync(line.Locator(".money"));
        await line.GetByRole(AriaRole.Link).First.ClickAsync();
        await page.Locator("#why-title", new() { HasText = known.Name }).WaitForAsync();
        var whyAmount = await YuanAsync(page.Locator("#why .why-sum .money"));
        var parts = await page.Locator("#why ol .money").AllInnerTextsAsync();
        var pageTotal = await YuanAsync(page.Locator("#entries tfoot .money"));
        var exported = PrintedRoster.Read(await visit.DownloadAsync(page.GetByRole(AriaRole.Button, new() { Name = "导出 Excel" })));

        return new()
        {
            School = school,
            Tiles = tiles,
            Faults = [.. faults],
            Accepted = accepted,
            MendNotice = mendNotice,
            MendedTiles = mendedTiles,
            MendAccepted = mendAccepted,
            ClerksChildren = children,
            ClassBefore = known.Class,
            ClassAfter = classAfter,
            LineAmount = lineAmount,
            WhyAmount = whyAmount,
            WhyParts = [.. parts.Select(Yuan)],
            PageTotal = pageTotal,
            Exported = exported,
            Complaints = visit.Complaints,
        };
    }

    private static async Task<string> AcceptAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^接收 ") }).First.ClickAsync();
        var notice = page.Locator(".notice", new() { HasText = "已接收(" });
        await notice.WaitForAsync();
        return await notice.InnerTextAsync();
    }

    private static async Task<IReadOnlyDictionary<string, string>> TilesAsync(IPage page)
    {
        var labels = await page.Locator(".tile dt").AllInnerTextsAsync();
        var figures = await page.Locator(".tile dd").AllInnerTextsAsync();
        return labels.Zip(figures).ToDictionary(t => t.First.TrimStart('✓', '✕', '!', '✗', '△', ' '), t => t.Second);
    }

    private static async Task<decimal> YuanAsync(ILocator amount) => Yuan(await amount.InnerTextAsync());

    private static decimal Yuan(string text) => decimal.Parse(
        text.Replace("元", "", StringComparison.Ordinal).Replace('\u2212', '-').Trim(), NumberStyles.Number, CultureInfo.InvariantCulture);
}
