using System.Net;
using System.Text.RegularExpressions;
using EduAid.Domain.Values;
using Microsoft.Playwright;

namespace EduAid.Browser.Tests;

/// <summary>
/// Follows the links from the first page of everyone who has an account, in both languages: each page once, and the states of it that
/// links do not lead to (nothing found, an empty semester, a form refused, an upload that waits to be checked).
/// </summary>
internal sealed partial class Tour(EduAidSite site, CountyRecords county)
{
    public const string Nobody = "";

    public static readonly string[] Languages = ["zh-Hans", "en"];

    private const string NothingFound = "zzzz", EmptySemester = "2016-autumn", Missing = "/no-such-page", Denied = "/Account/Denied";

    private static readonly string[] OneOfEach =
    [
        "clerk", "head", "officer", "director", "finance", "leader", "supervisor", "unit", "teacher", "auditor", "sysadmin", "secadmin", "auditadmin",
    ];

    // More than the application has: a tour that goes on for ever is a fault of its own.
    private const int MostStates = 400;

    private static readonly bool Full = Environment.GetEnvironmentVariable("EDUAID_FULL") == "1";

    // A state that an earlier guest has been in is not looked at again, unless everything is; buttons of other roles stand in states of their own.
    private readonly Dictionary<string, HashSet<string>> _lookedAt = Languages.ToDictionary(language => language, _ => new HashSet<string>());

    private readonly Dictionary<string, string[]> _uploads = [];
    private readonly Dictionary<string, Look> _looks = Languages.ToDictionary(language => language, _ => new Look(county));

    public static async Task<IReadOnlyList<SeenPage>> MakeAsync(EduAidSite site)
    {
        await site.JourneyAsync();
        var tour = new Tour(site, await site.CountyAsync());
        await tour.SendUploadsAsync();
        foreach (var (user, addresses) in await PaidSemester.MakeAsync(site.Application.DataFolder, Semester.Spring(2020)))
            tour._uploads[user] = [.. tour._uploads.GetValueOrDefault(user, []), .. addresses];
        List<SeenPage> seen = [];
        foreach (var user in (string[])[Nobody, .. Guests(site)])
        {
            // Signed in once for both languages.
            if (user != Nobody) await (await site.VisitAsAsync(user)).DisposeAsync();
            foreach (var pages in await Task.WhenAll(Languages.Select(language => tour.FollowAsync(user, language)))) seen.AddRange(pages);
        }
        seen.AddRange(await tour.FirstStartAsync());
        seen.AddRange(await tour.SecondStepAsync());
        return seen;
    }

    /// <summary>Who goes on the tour: one of each role that has pages of its own; with the full counts everybody.</summary>
    public static IReadOnlyList<string> Guests(EduAidSite site) => Full ? site.Application.Users : [.. site.Application.Users.Intersect(OneOfEach)];


    // Uploads that wait to be checked, with faults and a question, stand on no other page.
    private async Task SendUploadsAsync()
    {
        var journey = await site.JourneyAsync();
        await using var clerk = await site.VisitAsAsync("clerk");
        await clerk.SendListAsync("to-check.xlsx", MessyList.Workbook(journey.School, journey.Exported.Children[1]));
        _uploads["clerk"] = [new Uri(clerk.Page.Url).AbsolutePath];
        await using var officer = await site.VisitAsAsync("officer");
        await officer.SendAsync("/Registers/Upload/schools", "schools.csv", "学校代码,学校名称,乡镇,办学类型,举办者\n9900001,龙墩乡第98小学,龙墩乡,完全小学,公办\n9900002,,龙墩乡,完全小学,公办\n"u8.ToArray());
        _uploads["officer"] = [new Uri(officer.Page.Url).AbsolutePath];
    }

    private async Task<List<SeenPage>> FollowAsync(string user, string language)
    {
        await using var visit = user == Nobody ? await site.VisitAsync() : await site.VisitAsAsync(user);
        await visit.Page.GotoAsync("/Account/SignIn?lang=" + language);
        var walk = new Walk(visit, _looks[language], user, language, Full ? [] : _lookedAt[language]);
        foreach (var address in user == Nobody
            ? (string[])["/Account/SignIn", "/Design", "/Subsidies", "/Subsidies/Calculator", "/Subsidies/Calculator?Stage=Vocational", Denied, "/Error/404"]
            : ["/", "/Account/Switch", Missing, Denied, .. _uploads.GetValueOrDefault(user, [])]) walk.Add(address);
        await walk.ToTheEndAsync(follow: user != Nobody);
        return walk.Seen;
    }

    // The page that makes the first account is there only while nobody has one.
    private async Task<List<SeenPage>> FirstStartAsync()
    {
        List<SeenPage> seen = [];
        await using var empty = await RunningApplication.StartAsync(demo: false);
        await empty.OfferFirstAccountAsync();
        foreach (var language in Languages)
        {
            await using var visit = await site.VisitAsync(address: empty.Address);
            await visit.Page.GotoAsync("/Account/Setup?lang=" + language);
            var walk = new Walk(visit, _looks[language], Nobody, language, []);
            walk.Add("/Account/Setup");
            await walk.ToTheEndAsync(follow: false);
            seen.AddRange(walk.Seen);
        }
        return seen;
    }

    // Between the password and the code.
    private async Task<List<SeenPage>> SecondStepAsync()
    {
        List<SeenPage> seen = [];
        foreach (var language in Languages)
        {
            await using var visit = await site.VisitAsync();
            await visit.Page.GotoAsync("/Account/SignIn?lang=" + language);
            await visit.Page.Locator("input[autocomplete=username]").FillAsync("director");
            await visit.Page.Locator("input[type=password]").FillAsync(site.Application.PasswordOf("director"));
            await visit.Page.Locator("main form button[type=submit]").ClickAsync();
            await visit.Page.WaitForURLAsync("**/Account/Code**");
            var walk = new Walk(visit, _looks[language], Nobody, language, []);
            walk.Add("/Account/Code");
            await walk.ToTheEndAsync(follow: false);
            seen.AddRange(walk.Seen);
        }
        return seen;
    }

    /// <summary>One person's way in one language.</summary>
    private sealed class Walk(Visit visit, Look look, string user, string language, HashSet<string> lookedAt)
    {
        private readonly Queue<string> _waiting = new();
        private readonly HashSet<string> _known = [];
        private readonly List<string> _searches = [], _rail = [], _forms = [];

        public List<SeenPage> Seen { get; } = [];

        public void Add(string address)
        {
            if (_known.Add(State(address))) _waiting.Enqueue(address);
        }

        public async Task ToTheEndAsync(bool follow)
        {
            while (_waiting.TryDequeue(out var address))
            {
                if (await GoAsync(address, State(address))) await NoteAsync(address, follow);
                else if (follow) await GoThroughAsync(address);
            }
            foreach (var search in _searches) await GoAsync(search, State(search) + " nothing found");
            foreach (var form in _forms) await RefusedAsync(form);
            await GeneratedAsync();
            // Last, for the window stays in that semester.
            foreach (var address in _rail.Distinct()) await GoAsync($"{address}?semester={EmptySemester}", State(address) + " empty semester");
        }

        /// <returns>Whether it went there.</returns>
        private async Task<bool> GoAsync(string address, string state)
        {
            _known.Count.Should().BeLessThan(MostStates);
            // The home page is everyone's own, and where their links begin.
            if (!lookedAt.Add(state) && address != "/") return false;
            var before = visit.Complaints.Count;
            var response = await visit.Page.GotoAsync(address);
            await SeeAsync(state, before, response!.Status, address switch { Missing or "/Error/404" => 404, Denied => 403, _ => 200 });
            return true;
        }

        // Another guest has looked at it; its links may lead this one further.
        private async Task GoThroughAsync(string address)
        {
            var answer = await visit.Page.Context.APIRequest.GetAsync(address, new() { MaxRedirects = 5 });
            if (!answer.Headers.TryGetValue("content-type", out var type) || !type.StartsWith("text/html", StringComparison.Ordinal)) return;
            foreach (Match link in Href().Matches(await answer.TextAsync())) AddLink(WebUtility.HtmlDecode(link.Groups[1].Value));
        }

        // A handler answers with a file, and the language is chosen here.
        private void AddLink(string link)
        {
            if (!link.Contains("handler=", StringComparison.Ordinal) && !link.Contains("lang=", StringComparison.Ordinal)) Add(link);
        }

        private async Task NoteAsync(string address, bool follow)
        {
            var page = visit.Page;
            if (await page.Locator("main form[novalidate]:has(.must)").CountAsync() > 0) _forms.Add(address);
            if (!follow) return;
            var found = await page.EvaluateAsync<Found>(LinksOfPage);
            _rail.AddRange(found.Rail);
            if (found.Search is { } search) _searches.Add($"{address.Split('?')[0]}?{search}={NothingFound}");
            foreach (var link in found.Links) AddLink(link);
        }

        // The same page with an error summary and errors at its fields.
        private async Task RefusedAsync(string address)
        {
            if (!lookedAt.Add(State(address) + " refused")) return;
            await visit.Page.GotoAsync(address);
            var before = visit.Complaints.Count;
            try
            {
                await visit.Page.Locator("main form[novalidate]:has(.must) button[type=submit]").First.ClickAsync();
                await visit.Page.Locator("[data-focus]").First.WaitForAsync();
            }
            catch (TimeoutException)
            {
                Seen.Add(new(user, language, State(address) + " refused", PageTable.Of(new Uri(visit.Page.Url).AbsolutePath), 200, [new(Aspect.Status, $"nothing was refused; ended at {visit.Page.Url}")]));
                return;
            }
            await SeeAsync(State(address) + " refused", before, 200, 200);
            // What went wrong comes first there, whatever that moves down.
            Seen[^1] = Seen[^1] with { Faults = [.. Seen[^1].Faults.Where(f => f.Aspect != Aspect.MainAction)] };
        }

        private async Task GeneratedAsync()
        {
            if (!_known.Contains("/Rosters") || !lookedAt.Add("/Rosters generated")) return;
            await visit.Page.GotoAsync("/Rosters");
            var generate = visit.Page.Locator("main form[action*='handler=Generate'] button");
            if (await generate.CountAsync() == 0) return;
            var before = visit.Complaints.Count;
            await generate.First.ClickAsync();
            await visit.Page.Locator("#generated").WaitForAsync();
            await SeeAsync("/Rosters generated", before, 200, 200);
        }

        private async Task SeeAsync(string state, int before, int status, int expected)
        {
            var faults = await look.AtAsync(visit.Page, language);
            if (status != expected) faults.Add(new(Aspect.Status, $"{status} instead of {expected}"));
            faults.AddRange(visit.Complaints.Skip(before).Select(c => new Fault(Aspect.Console, c)));
            Seen.Add(new(user, language, state, PageTable.Of(new Uri(visit.Page.Url).AbsolutePath), status, faults));
        }
    }

    private const string LinksOfPage = """
        () => {
          const own = links => [...links].map(a => new URL(a.href)).filter(u => u.origin === location.origin).map(u => u.pathname + u.search);
          return {
            links: own(document.querySelectorAll('a[href]')),
            rail: own(document.querySelectorAll('nav.rail a[href]')),
            search: document.querySelector('main form.filters[method=get] input[type=search]')?.name ?? null,
          };
        }
        """;

    // Filled by name from the script's answer.
    private sealed class Found
    {
        public string[] Links { get; set; } = [];

        public string[] Rail { get; set; } = [];

        public string? Search { get; set; }
    }

    /// <summary>The address without what tells one child, list or school from another; a line's opened reasons are a state of their own.</summary>
    private static string State(string address)
    {
        var parts = address.Split('?', 2);
        var path = Key().Replace(parts[0], "/*");
        return parts.Length == 2 && parts[1].Contains("entry=", StringComparison.Ordinal) ? path + "?entry" : path;
    }

    // Of a link to a page of the application itself.
    [GeneratedRegex("""<a\b[^>]*\bhref="(/[^/"#][^"#]*)""")]
    private static partial Regex Href();

    [GeneratedRegex("/([0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+)(?=/|$)")]
    private static partial Regex Key();
}
