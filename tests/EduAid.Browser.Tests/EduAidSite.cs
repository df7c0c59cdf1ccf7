using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace EduAid.Browser.Tests;

/// <summary>One running application and one Chromium for the whole suite.</summary>
public sealed class EduAidSite : IAsyncLifetime
{
    private readonly Dictionary<string, string> _sessions = [];
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private Task<Journey>? _journey;
    private Task<CountyRecords>? _county;
    private Task<IReadOnlyList<SeenPage>>? _tour;
    private Task<KeyboardWalk>? _keyboard;

    public RunningApplication Application { get; private set; } = null!;

    /// <summary>The main job from sign-in to the exported workbook, done once.</summary>
    public Task<Journey> JourneyAsync() => _journey ??= Journey.MakeAsync(this);

    /// <summary>Every page of everyone in both languages, looked at once.</summary>
    public Task<IReadOnlyList<SeenPage>> TourAsync() => _tour ??= Tour.MakeAsync(this);

    /// <summary>The main job by the keyboard alone, done once.</summary>
    public Task<KeyboardWalk> KeyboardAsync() => _keyboard ??= KeyboardWalk.MakeAsync(this);

    /// <summary>What the database holds after the journey.</summary>
    public Task<CountyRecords> CountyAsync() => _county ??= ReadAfterJourneyAsync();

    /// <summary>Every address that any window asked for.</summary>
    public ConcurrentQueue<string> Requested { get; } = new();

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
    /// <param name="address">Of another application than the one that all share.</param>
    public async Task<Visit> VisitAsync(bool scripts = true, int width = 1366, int height = 768, string? address = null)
        => await OpenAsync(null, scripts, width, height, address);

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

    private async Task<CountyRecords> ReadAfterJourneyAsync()
    {
        await JourneyAsync();
        return await CountyRecords.ReadAsync(Application.DataFolder);
    }

    private async Task<Visit> OpenAsync(string? session, bool scripts, int width, int height, string? address = null)
    {
        address ??= Application.Address;
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = address,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            JavaScriptEnabled = scripts,
            StorageState = session,
            ViewportSize = new() { Width = width, Height = height },
        });
        context.SetDefaultTimeout(30_000);
        context.Request += (_, request) => Requested.Enqueue(request.Url);
        return new Visit(await context.NewPageAsync(), this, address);
    }
}

/// <summary>All tests share one site and use it one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class Site : ICollectionFixture<EduAidSite>
{
    public const string Name = "site";
}
