using System.Globalization;
using System.Text;
using UglyToad.PdfPig;

namespace EduAid.Browser.Tests;

/// <summary>What comes out of the printer, read back from the PDF that the browser prints.</summary>
[Collection(Site.Name)]
public sealed class PaperTests(EduAidSite site)
{
    // ISO 216: A4 is 210 × 297 mm; a point is 1/72 inch.
    private const double A4Short = 210 / 25.4 * 72, A4Long = 297 / 25.4 * 72;

    [Fact]
    public async Task A_roster_prints_on_A4_across_with_its_headings_on_every_sheet()
    {
        await using var visit = await site.VisitAsAsync("officer");
        var page = visit.Page;
        await page.GotoAsync("/Rosters");
        var people = (await page.Locator("#rosters tbody td:nth-child(4)").AllInnerTextsAsync()).Select(n => int.Parse(n, NumberStyles.Number, CultureInfo.InvariantCulture)).ToList();
        var longest = people.IndexOf(people.Max());
        var roster = await page.Locator("#rosters tbody tr").Nth(longest).Locator("a").First.GetAttributeAsync("href");
        await page.GotoAsync(roster + "/Print");
        var numbers = await page.Locator("#sheet tbody .mask").AllInnerTextsAsync();
        var headings = await page.Locator("#sheet thead th").AllInnerTextsAsync();

        using var paper = PdfDocument.Open(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        var sheets = paper.GetPages().ToList();
        var texts = sheets.ConvertAll(s => Folded(s.Text));
        sheets.Should().HaveCountGreaterThan(1);
        sheets.Should().OnlyContain(s => Math.Abs(s.Width - A4Long) < 1 && Math.Abs(s.Height - A4Short) < 1);
        var lined = texts.FindAll(text => numbers.Any(number => text.Contains(number, StringComparison.Ordinal)));
        lined.Should().HaveCountGreaterThan(1);
        foreach (var text in lined) headings.Where(h => h.Length > 0).Should().OnlyContain(h => text.Contains(Folded(h), StringComparison.Ordinal), "each of {0} sheets has them", lined.Count);
        numbers.Should().HaveCount(people.Max()).And.OnlyContain(number => texts.Exists(text => text.Contains(number, StringComparison.Ordinal)));
        string.Concat(texts).Should().NotContain("导入记录", "the way through the application is not printed").And.Contain("制表人");
    }

    // The font draws 身 and 金 with the signs of the radicals, and so they are read back; compatibility forms fold into one.
    private static string Folded(string text) => text.Normalize(NormalizationForm.FormKC);
}
