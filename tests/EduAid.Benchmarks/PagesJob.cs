using System.Diagnostics;
using System.Text.RegularExpressions;
using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Spreadsheets.Synthetic;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Benchmarks;

/// <summary>Pages of an aid officer against an empty Razor Page on the same host (Pages/Account/Empty, which asks nobody who they are), and with a tenth of the data.</summary>
internal static partial class PagesJob
{
    private const string Password = "Zhu-7xian-Kefu";
    private const int Requests = 200;

    private static readonly Actor Bench = new("benchmark", "benchmark", "benchmark");

    public static async Task RunAsync(int pupils)
    {
        // Everything that the application needs lies beside this program; the test host would look for a solution first.
        Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_EDUAID_WEB", AppContext.BaseDirectory);
        // The application's log would stand between the lines of the table.
        var console = Console.Out;
        Console.SetOut(TextWriter.Null);
        var small = await MeasureAsync(pupils / 10);
        var large = await MeasureAsync(pupils);
        Console.SetOut(console);
        var empty = large["empty"];
        foreach (var (page, measured) in large.Where(p => p.Key != "empty"))
        {
            Console.WriteLine($"| {page} with {pupils:N0} pupils | {empty.PerSecond:N0}/s | {measured.PerSecond:N0}/s | {measured.PerSecond / empty.PerSecond:P0} | ≥ 25 % | |");
            Console.WriteLine($"| – 95th percentile with {pupils / 10:N0} and {pupils:N0} | {small[page].Slow.TotalMilliseconds:N1} ms | {measured.Slow.TotalMilliseconds:N1} ms | {measured.Slow / small[page].Slow:0.0} × | ≤ 1.5 × | |");
        }
    }

    private static async Task<Dictionary<string, (double PerSecond, TimeSpan Slow)>> MeasureAsync(int pupils)
    {
        var folder = Directory.CreateTempSubdirectory("eduaid-benchmark-").FullName;
        await using var factory = new WebApplicationFactory<Web.Accounts.Visitor>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Production").UseSetting("Data", folder).UseSetting("Limits:SignInsPerMinute", "100000");
            host.ConfigureServices(services => services.AddRazorPages().AddApplicationPart(typeof(PagesJob).Assembly));
        });
        await using var services = new EduAidServices(factory.Services.CreateAsyncScope());
        services.Db.Scope = Scope.WholeCounty(services.Get<CountySettings>().Code);
        var options = new SyntheticCountyOptions { Schools = Math.Max(12, pupils / 850), Pupils = pupils, Seed = 1 };
        await services.Get<LoadSyntheticCounty>().RunAsync(Bench, options, null, CancellationToken.None);
        var officer = await services.Get<CreateUser>().RunAsync(Bench, new("officer", "林甲一"), Password, CancellationToken.None);
        await services.Get<ChangeAssignments>().GrantAsync(Bench, officer.User!.Value, new(Role.AidOfficer), CancellationToken.None);
        var entry = await services.Db.RosterEntries.OrderBy(e => e.Id).Select(e => new { e.Roster, e.Name }).FirstAsync();

        var client = factory.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://eduaid.test") });
        await SignInAsync(client);
        var measured = new Dictionary<string, (double, TimeSpan)>();
        foreach (var (name, path) in (IEnumerable<(string, string)>)
        [
            ("empty", "/Account/Empty"), ("home", "/"), ("rosters", "/Rosters"), ("a roster", $"/Rosters/{entry.Roster.Value}"), ("lists", "/Lists"),
            ("a roster, search", $"/Rosters/{entry.Roster.Value}?q={Uri.EscapeDataString(entry.Name[..1])}"),
            ("review", "/Review"), ("missed", "/Missed"), ("missed, search", $"/Missed?q={Uri.EscapeDataString(entry.Name[..1])}"),
        ])
            measured[name] = await RepeatAsync(client, path);
        Directory.Delete(folder, recursive: true);
        return measured;
    }

    private static async Task<(double PerSecond, TimeSpan Slow)> RepeatAsync(HttpClient client, string path)
    {
        var times = new List<TimeSpan>(Requests);
        for (var i = -Requests / 10; i < Requests; i++)
        {
            var watch = Stopwatch.StartNew();
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
            if (!response.IsSuccessStatusCode) throw new InvalidOperationException($"{path}: {response.StatusCode}");
            if (i >= 0) times.Add(watch.Elapsed);
        }
        times.Sort();
        return (times.Count / times.Sum(t => t.TotalSeconds), times[(int)(times.Count * 0.95)]);
    }

    private static async Task SignInAsync(HttpClient client)
    {
        var page = await client.GetStringAsync(new Uri("/Account/SignIn", UriKind.Relative));
        using var form = new FormUrlEncodedContent(
        [
            new("Input.UserName", "officer"), new("Input.Password", Password), new("__RequestVerificationToken", Token().Match(page).Groups[1].Value),
        ]);
        using var response = await client.PostAsync(new Uri("/Account/SignIn", UriKind.Relative), form);
        if (response.StatusCode != System.Net.HttpStatusCode.Redirect) throw new InvalidOperationException($"Signing in: {response.StatusCode}");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
