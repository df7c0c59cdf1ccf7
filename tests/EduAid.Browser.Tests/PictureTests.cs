using System.Buffers.Binary;

namespace EduAid.Browser.Tests;

[Collection(Site.Name)]
public sealed class PictureTests(EduAidSite site)
{
    private const int Width = 1366, Height = 768;

    /// <summary>With EDUAID_PICTURES=1 the picture goes into docs/images, for the README.</summary>
    [Fact]
    public async Task A_roster_with_the_reasons_of_a_line_fits_an_office_screen()
    {
        await using var visit = await site.VisitAsAsync("officer", width: Width, height: Height);
        var page = visit.Page;
        await page.GotoAsync("/Rosters?programme=compulsory-living");
        await page.Locator("#rosters tbody a").First.ClickAsync();
        await page.Locator("#entries tbody tr:nth-child(2) a[href*='entry=']").ClickAsync();
        await page.Locator("#entries tr.here:nth-child(2)").WaitForAsync();
        await page.Mouse.MoveAsync(0, 0);
        await page.EvaluateAsync("() => { document.activeElement.blur(); scrollTo(0, 0); }");
        var box = await page.Locator("#why .why-sum").BoundingBoxAsync();
        (box!.X + box.Width).Should().BeLessThanOrEqualTo(Width);
        (box.Y + box.Height).Should().BeLessThanOrEqualTo(Height);

        var picture = await page.ScreenshotAsync();
        // PNG, third edition, 11.2.1: IHDR holds width and height from byte 16.
        (BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(20))).Should().Be((Width, Height));
        if (Environment.GetEnvironmentVariable("EDUAID_PICTURES") != "1") return;
        var folder = Directory.CreateDirectory(Path.Combine(Checkout.Root, "docs", "images"));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "roster.png"), picture);
    }
}
