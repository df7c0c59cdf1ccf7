using Microsoft.Playwright;

namespace EduAid.Browser.Tests;

/// <summary>A clerk's whole job done without touching the mouse: sign-in, a list sent and accepted, a line's reasons, the workbook.</summary>
public sealed record KeyboardWalk(int RowsShown, string Accepted, string Line, string Reasons, PrintedRoster Exported, IReadOnlyList<string> Complaints)
{
    private const int MostTabs = 80;

    public static async Task<KeyboardWalk> MakeAsync(EduAidSite site)
    {
        var journey = await site.JourneyAsync();
        await using var visit = await site.VisitAsync();
        var page = visit.Page;
        // Heard from the beginning: the browser is told to wait for it, and a key pressed meanwhile is lost.
        var chosen = new TaskCompletionSource<IFileChooser>(TaskCreationOptions.RunContinuationsAsynchronously);
        page.FileChooser += (_, chooser) => chosen.TrySetResult(chooser);
        await page.GotoAsync("/Account/SignIn");
        await TabToAsync(page, "[name='Input.UserName']");
        await page.Keyboard.TypeAsync("clerk");
        await TabToAsync(page, "[name='Input.Password']");
        await page.Keyboard.TypeAsync(site.Application.PasswordOf("clerk"));
        await EnterAsync(page, "**/");

        await TabToAsync(page, "nav.rail a[href='/Lists']");
        await EnterAsync(page, "**/Lists");
        await SkipToMainAsync(page);
        await TabToAsync(page, "main a[href='/Lists/Upload']");
        await EnterAsync(page, "**/Lists/Upload");
        await SkipToMainAsync(page);
        await TabToAsync(page, "input[type=file]");
        await page.Keyboard.PressAsync("Enter");
        await (await chosen.Task.WaitAsync(TimeSpan.FromSeconds(15))).SetFilesAsync(new FilePayload
        {
            Name = "键盘.xlsx",
            MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Buffer = MessyList.Workbook(journey.School, journey.Exported.Children[2]),
        });
        await TabToAsync(page, "main button[type=submit]");
        await EnterAsync(page, "**/Lists/Preview/**");
        var rows = await page.Locator("#rows tbody tr").CountAsync();
        // The way past the header was taken on the page before, and the browser is past it here too.
        await TabToAsync(page, "input[type=radio]");
        await ChooseAsync(page, "补充:");
        await TabToAsync(page, "form[action*='handler=Accept'] button[type=submit]");
        await page.Keyboard.PressAsync("Enter");
        var accepted = page.Locator(".notice", new() { HasText = "已接收(" });
        await accepted.WaitForAsync();
        var said = await accepted.InnerTextAsync();

        await page.GotoAsync("/");
        await TabToAsync(page, "nav.rail a[href='/Rosters']");
        await EnterAsync(page, "**/Rosters");
        await SkipToMainAsync(page);
        await TabToAsync(page, "#rosters tbody a");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#entries").WaitForAsync();
        await SkipToMainAsync(page);
        await TabToAsync(page, "#entries tbody tr:nth-child(2) a[href*='entry=']");
        var line = await page.EvaluateAsync<string>("() => document.activeElement.textContent");
        await page.Keyboard.PressAsync("Enter");
        var reasons = page.Locator("#why-title", new() { HasText = line });
        await reasons.WaitForAsync();
        var why = await reasons.InnerTextAsync();
        await page.GotoAsync(page.Url);
        await TabToAsync(page, "form[action*='handler=Export'] button");
        var exported = await visit.DownloadAsync(() => page.Keyboard.PressAsync("Enter"));
        return new(rows, said, line, why, PrintedRoster.Read(exported), visit.Complaints);
    }

    private static async Task SkipToMainAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<bool>("() => document.activeElement.matches('a.skip') && document.activeElement.getBoundingClientRect().top >= 0"))
            .Should().BeTrue("the first stop of {0} is the visible way past the header", page.Url);
        await page.Keyboard.PressAsync("Enter");
        (await page.EvaluateAsync<string>("() => document.activeElement.id")).Should().Be("main");
    }

    private static async Task TabToAsync(IPage page, string target)
    {
        for (var i = 0; i < MostTabs; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (!await page.EvaluateAsync<bool>("target => document.activeElement.matches(target)", target)) continue;
            // WCAG 2.4.7 and 2.4.11: where the keyboard is must be seen.
            (await page.EvaluateAsync<bool>(FocusSeen)).Should().BeTrue("{0} on {1} shows that it has the keyboard", target, page.Url);
            return;
        }
        throw new InvalidOperationException($"{MostTabs} tabs reach no {target} on {page.Url}");
    }

    // Of one group of choices the keyboard goes on by the arrows.
    private static async Task ChooseAsync(IPage page, string label)
    {
        for (var i = 0; i < 5; i++)
        {
            if (await page.EvaluateAsync<bool>("label => document.activeElement.labels[0].textContent.trim().startsWith(label)", label))
            {
                await page.Keyboard.PressAsync("Space");
                return;
            }
            await page.Keyboard.PressAsync("ArrowDown");
        }
        throw new InvalidOperationException($"No choice {label} on {page.Url}");
    }

    private static async Task EnterAsync(IPage page, string address)
    {
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(address);
    }

    // The file field lies unseen over its drop zone, which shows the focus for it.
    private const string FocusSeen = """
        () => {
          const here = document.activeElement;
          const shown = here.matches('.drop-input') ? here.closest('.drop') : here;
          const box = shown.getBoundingClientRect(), style = getComputedStyle(shown);
          return box.bottom > 0 && box.top < innerHeight && box.width > 0 && (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
        }
        """;
}
