using Microsoft.Playwright;

namespace EduAid.Browser.Tests;

/// <summary>One running application and one Chromium for the whole suite.</summary>
public sealed class EduAidSite : IAsyncLifetime
{
    private readonly Dictionary<string, string> _sessions = [];
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private Task<Journey>? _journey;

    public RunningApplication Application { get; private set; } = null!;

    /// <summary>The main job from sign-in to the exported workbook, done once.</summary>
    public Task<Journey> JourneyAsync() => _journey ??= Journey.MakeAsync(this);

    public async Task InitializeAsync()
    {
        Application = await RunningApplication.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu"] });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (Application is not null) await Application.DisposeAsync();
    }

    /// <summary>A browser window of somebody who has not signed in.</summary>
    public async Task<Visit> VisitAsync(bool scripts = true, int width = 1366, int height = 768)
        => await OpenAsync(null, scripts, width, height);

    /// <summary>A window of somebody signed in; one session an account for all tests, as sign-ins are limited to some a minute.</summary>
    public async Task<Visit> VisitAsAsync(string user, bool scripts = true, int width = 1366, int height = 768)
    {
        if (!_sessions.TryGetValue(user, out var session))
        {
            await using var first = await VisitAsync();
            await first.SignInAsync(user);
            _sessions[user] = session = await first.Page.Context.StorageStateAsync();
        }
        return await OpenAsync(session, scripts, width, height);
    }

    private async Task<Visit> OpenAsync(string? session, bool scripts, int width, int height)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = Application.Address,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            JavaScriptEnabled = scripts,
            StorageState = session,
            ViewportSize = new() { Width = width, Height = height },
        });
        context.SetDefaultTimeout(15_000);
        return new Visit(await context.NewPageAsync(), this);
    }
}

/// <summary>All tests share one site and use it one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class Site : ICollectionFixture<EduAidSite>
{
    public const string Name = "site";
}
