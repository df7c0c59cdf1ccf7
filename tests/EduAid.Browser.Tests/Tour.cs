using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace EduAid.Browser.Tests;

/// <summary>One page as one person saw it: what axe found on it, what the console said, and by how many pixels it is too wide for a phone.</summary>
public sealed record SeenPage(string User, string Language, string Route, IReadOnlyList<string> Violations, IReadOnlyList<string> Complaints, int TooWide)
{
    public override string ToString() => $"{User} {Language} {Route}";
}

/// <summary>Follows the links from each role's first page, one page a route, in both languages.</summary>
internal static partial class Tour
{
    public const string Nobody = "";

    public static readonly string[] Users = [Nobody, "clerk", "officer", "sysadmin"];
    public static readonly string[] Languages = ["zh-Hans", "en"];

    private const int MostRoutes = 40;
    private const int PhoneWidth = 400;

    private static readonly AxeRunOptions Wcag22 = new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } };

    public static async Task<IReadOnlyList<SeenPage>> MakeAsync(EduAidSite site)
    {
        // What waits to be checked, with faults and a question, is a page of its own.
        var journey = await site.JourneyAsync();
        await using (var clerk = await site.VisitAsAsync("clerk"))
            await clerk.SendListAsync("待核对.xlsx", MessyList.Workbook(journey.School, journey.Exported.Children[1]));

        List<SeenPage> seen = [];
        foreach (var user in Users)
        {
            foreach (var language in Languages)
            {
                await using var visit = user == Nobody ? await site.VisitAsync() : await site.VisitAsAsync(user);
                await FollowAsync(visit, user, language, seen);
            }
        }
        return seen;
    }

    private static async Task FollowAsync(Visit visit, string user, string language, List<SeenPage> seen)
    {
        Queue<string> waiting = new(user == Nobody ? ["/Account/SignIn", "/Account/Denied", "/design", "/no-such-page"] : ["/", "/no-such-page", "/Account/Denied"]);
        HashSet<string> known = [.. waiting.Select(Route)];
        await visit.Page.GotoAsync("/Account/SignIn?lang=" + language);
        while (waiting.TryDequeue(out var address))
        {
            seen.Add(await LookAsync(visit, user, language, address));
            if (user == Nobody) continue;
            foreach (var link in await LinksAsync(visit.Page))
                if (known.Count < MostRoutes && known.Add(Route(link))) waiting.Enqueue(link);
        }
        foreach (var form in Forms(user)) seen.Add(await RefusedAsync(visit, user, language, form));
    }

    // The same page with an error summary and errors at its fields.
    private static string[] Forms(string user) => user switch
    {
        Nobody => ["/Account/SignIn"],
        "sysadmin" => ["/Users/Add"],
        _ => ["/Lists/Upload"],
    };

    private static async Task<SeenPage> LookAsync(Visit visit, string user, string language, string address)
    {
        var before = visit.Complaints.Count;
        await visit.Page.GotoAsync(address);
        return await SeenAsync(visit, user, language, Route(address), before);
    }

    private static async Task<SeenPage> RefusedAsync(Visit visit, string user, string language, string address)
    {
        var before = visit.Complaints.Count;
        await visit.Page.GotoAsync(address);
        await visit.Page.Locator("main form button[type=submit]").First.ClickAsync();
        await visit.Page.Locator("[data-focus]").First.WaitForAsync();
        return await SeenAsync(visit, user, language, address + " refused", before);
    }

    private static async Task<SeenPage> SeenAsync(Visit visit, string user, string language, string route, int before)
    {
        var page = visit.Page;
        (await page.Locator("html").GetAttributeAsync("lang")).Should().Be(language, route);
        var result = await page.RunAxe(Wcag22);
        await page.SetViewportSizeAsync(PhoneWidth, 800);
        var tooWide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        await page.SetViewportSizeAsync(1366, 768);
        return new(user, language, route,
            [.. result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id} at {n.Target}: {n.Html}"))],
            [.. visit.Complaints.Skip(before)], tooWide);
    }

    private static async Task<string[]> LinksAsync(IPage page)
    {
        var links = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href]')].map(a => new URL(a.href)).filter(u => u.origin === location.origin).map(u => u.pathname + u.search)");
        // A handler answers with a file, the language is chosen here, and the reasons beside a line are asked for by its own address.
        return [.. links.Where(l => !l.Contains("handler=", StringComparison.Ordinal) && !l.Contains("lang=", StringComparison.Ordinal))];
    }

    /// <summary>The address without what tells one child, list or school from another.</summary>
    private static string Route(string address)
    {
        var parts = address.Split('?', 2);
        var path = Key().Replace(parts[0], "/*");
        return parts.Length == 2 && parts[1].Contains("entry=", StringComparison.Ordinal) ? path + "?entry" : path;
    }

    [GeneratedRegex("/([0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+)(?=/|$)")]
    private static partial Regex Key();
}
