using Microsoft.Playwright;

namespace EduAid.Browser.Tests;

/// <summary>A browser window, and what its console complained of: scripts' errors, blocked content, files that did not come.</summary>
public sealed class Visit : IAsyncDisposable
{
    // Made in the browser itself.
    private static readonly string[] Served = ["data:", "blob:", "about:"];

    private readonly EduAidSite _site;
    private readonly List<string> _complaints = [];

    internal Visit(IPage page, EduAidSite site, string address)
    {
        (Page, _site) = (page, site);
        page.Console += (_, message) =>
        {
            // A page that says 403 or 404 is itself reported as a file that did not come; what it needs is not excused.
            if (message.Type is "error" or "warning" && !(message.Location.StartsWith(page.Url, StringComparison.Ordinal) && message.Text.Contains("status of 40", StringComparison.Ordinal)))
                _complaints.Add($"{page.Url}: {message.Text} ({message.Location})");
        };
        page.Request += (_, request) =>
        {
            if (!Served.Any(start => request.Url.StartsWith(start, StringComparison.Ordinal)) && !request.Url.StartsWith(address + "/", StringComparison.Ordinal))
                _complaints.Add($"{page.Url}: asked another host: {request.Url}");
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && !response.Request.IsNavigationRequest) _complaints.Add($"{page.Url}: {response.Status} {response.Url}");
        };
        page.PageError += (_, error) => _complaints.Add($"{page.Url}: {error}");
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Complaints => _complaints;

    /// <param name="of">Another application than the one that all share.</param>
    public Task SignInAsync(string user, RunningApplication? of = null) => SignInAsync(Page, user, of);

    /// <summary>The same in another window of the same browser.</summary>
    public async Task SignInAsync(IPage page, string user, RunningApplication? of = null)
    {
        await page.GotoAsync("/Account/SignIn");
        await page.GetByLabel("用户名").FillAsync(user);
        await page.GetByLabel("密码").FillAsync((of ?? _site.Application).PasswordOf(user));
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/Account/SignIn", StringComparison.Ordinal));
        if (!page.Url.Contains("/Account/Code", StringComparison.Ordinal)) return;
        // The demo shows what its people's authenticators show.
        await page.Locator("#demo-codes summary").ClickAsync();
        var code = await page.Locator("#demo-codes dl > div", new() { Has = page.Locator("dt", new() { HasTextRegex = new($"^{user} ") }) }).Locator("dd").InnerTextAsync();
        await page.Locator("input[name=Code]").FillAsync(code);
        await page.Locator("main form button[type=submit], main form .btn-primary").First.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/Account/Code", StringComparison.Ordinal));
    }

    public async Task SignOutAsync()
    {
        await Page.Locator("details.who summary").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await Page.WaitForURLAsync("**/Account/SignIn**");
    }

    /// <summary>Chooses a file on the page for a semester's list and sends it; ends on its preview.</summary>
    public Task SendListAsync(string name, byte[] content) => SendAsync("/Lists/Upload", name, content);

    /// <summary>The same on another upload's page; whoever sends sees it in Chinese.</summary>
    public async Task SendAsync(string upload, string name, byte[] content)
    {
        await Page.GotoAsync(upload);
        await Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = name,
            MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Buffer = content,
        });
        await Page.GetByRole(AriaRole.Button, new() { Name = "上传并核对" }).ClickAsync();
        await Page.WaitForURLAsync("**/Preview/**");
    }

    /// <summary>What comes down when <paramref name="what"/> is clicked.</summary>
    public Task<byte[]> DownloadAsync(ILocator what) => DownloadAsync(() => what.ClickAsync());

    public async Task<byte[]> DownloadAsync(Func<Task> ask)
    {
        var download = await Page.RunAndWaitForDownloadAsync(ask);
        await using var content = await download.CreateReadStreamAsync();
        var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
