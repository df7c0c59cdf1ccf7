using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Web.Tests.Authorisation;

/// <summary>Walks the route table itself, so that a page that nobody thought of is found.</summary>
public sealed class EndpointTests(Neighbours app) : IClassFixture<Neighbours>
{
    // Run from its project the application also looks for files that were added since the build; it is closed to strangers like any other address.
    private const string FilesOfTheProject = "{**path:file}";

    private IEnumerable<(string Who, Browser Browser, Func<Row, string> Expected)> Visitors =>
    [
        ("nobody", app.Nobody, row => row.Nobody),
        ("roleless", app.Roleless, row => row.Roleless),
        .. app.In.Select(i => (i.Key.ToString(), i.Value, (Func<Row, string>)(row => row.Get.Contains(i.Key) ? row.Granted : row.Refused))),
    ];

    [Fact]
    public void Every_route_stands_in_the_table_and_every_row_is_a_route()
    {
        var routes = Endpoints().Select(RouteOf).Distinct().ToList();
        routes.Should().BeEquivalentTo(Routes.All.Select(r => r.Route));
        Routes.All.Where(r => r.Route.Contains('{')).Should().OnlyContain(r => r.Own != null || r.Of != null, "a route with values says which");
    }

    [Fact]
    public void Every_handler_of_posts_stands_in_the_table_and_every_post_is_a_handler()
    {
        // Open pages limit what they do by themselves.
        var handlers = Guarded().SelectMany(e => HandlersOf(e).Select(h => $"{RouteOf(e)} {h}")).Distinct();
        handlers.Should().BeEquivalentTo(Routes.All.SelectMany(r => r.Posts.Keys.Select(h => $"{r.Route} {h}"))).And.HaveCountGreaterThan(20);
    }

    [Fact]
    public void Every_endpoint_says_who_may_enter()
    {
        var all = app.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        all.Count.Should().BeGreaterThan(Routes.All.Count);
        all.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText != FilesOfTheProject && e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.Metadata.GetMetadata<IAuthorizeData>()?.Policy is null or nameof(Web.Accounts.Nobody))
            .Select(e => e.DisplayName).Should().BeEmpty();
    }

    [Fact]
    public async Task Everyone_gets_what_the_table_says()
    {
        var wrong = new List<string>();
        foreach (var endpoint in Endpoints())
        {
            var row = Routes.All.Single(r => r.Route == RouteOf(endpoint));
            foreach (var (who, browser, expected) in Visitors)
            {
                using var response = await browser.GetAsync(AddressOf(endpoint, row));
                if (Answer(response) != expected(row)) wrong.Add($"GET {endpoint.RoutePattern.RawText} {who}: {Answer(response)} instead of {expected(row)}");
            }
        }
        wrong.Should().BeEmpty();
    }

    [Fact]
    public async Task Everyone_may_change_what_the_table_says()
    {
        var (wrong, let) = (new List<string>(), 0);
        foreach (var row in Routes.All)
        {
            foreach (var (handler, roles) in row.Posts)
            {
                foreach (var (role, browser) in app.In)
                {
                    var may = roles.Contains(role);
                    if (may && row.EndsSession) continue;
                    // Nothing has the values of this address: whoever may is told so, and nothing happens.
                    var answer = await PostAsync(browser, $"{row.Unknown}?handler={handler}");
                    if (may) let++;
                    if (may == (answer is "403" or "400" or "405" or "in")) wrong.Add($"POST {row.Route} {handler} {role}: {answer}");
                }
                if (!row.EndsSession)
                    (await PostAsync(app.Roleless, $"{row.Unknown}?handler={handler}") == "403").Should().Be(row.Roleless != "200", $"{row.Route} {handler}");
            }
        }
        wrong.Should().BeEmpty();
        let.Should().BeGreaterThan(50);
    }

    [Fact]
    public async Task A_page_that_takes_no_posts_says_so()
    {
        (await PostAsync(app.Officer, "/Imports")).Should().Be("405");
        (await PostAsync(app.Officer, "/Rosters?handler=Nothing")).Should().Be("405");
    }

    [Fact]
    public async Task No_page_takes_a_post_without_its_token()
    {
        var wrong = new List<string>();
        // The error page stands in for a request that has been refused already.
        foreach (var endpoint in Endpoints().Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is { ViewEnginePath: not "/Error" }))
        {
            var row = Routes.All.Single(r => r.Route == RouteOf(endpoint));
            var open = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            foreach (var (who, browser, answer) in Visitors)
            {
                using var nothing = new FormUrlEncodedContent([]);
                using var response = await browser.Client.PostAsync(AddressOf(endpoint, row), nothing);
                var expected = open || answer(row) == "200" || row.Elsewhere.Any(r => r.ToString() == who) ? "400" : answer(row);
                if (Answer(response) != expected) wrong.Add($"POST {endpoint.RoutePattern.RawText} {who}: {Answer(response)} instead of {expected}");
            }
        }
        wrong.Should().BeEmpty();
    }

    [Fact]
    public async Task Style_sheets_and_scripts_are_open()
    {
        var assets = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(IsAsset).ToList();
        assets.Should().OnlyContain(a => a.Metadata.GetMetadata<IAllowAnonymous>() != null);
        assets.Should().OnlyContain(a => new[] { "css", "js", "lib", "icon" }.Any(f => a.RoutePattern.RawText!.TrimStart('/').StartsWith(f, StringComparison.Ordinal)));
        (await app.Nobody.GetAsync("/css/site.css")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_no_route_is_a_page_that_says_so()
    {
        using var unknown = await app.Nobody.GetAsync("/nowhere/to/be/found");
        Answer(unknown).Should().Be("in", "a stranger does not learn what there is");
        foreach (var browser in app.In.Values.Append(app.Roleless))
        {
            using var response = await browser.GetAsync("/nowhere/to/be/found");
            response.StatusCode.Should().Be(HttpStatusCode.NotFound);
            (await Browser.PageOf(response)).QuerySelector("h1")!.TextContent.Should().Be("没有找到这个页面");
        }
    }

    [Fact]
    public async Task No_page_sends_more_than_eight_queries()
    {
        using var count = new QueryCount(app);
        var many = new List<string>();
        var pages = 0;
        foreach (var row in Routes.All.Where(r => r is { Granted: "200", Nobody: "in" }))
        {
            foreach (var role in row.Get)
            {
                // Another semester empties what the shell has counted.
                foreach (var semester in new[] { "2019-autumn", "2020-spring" })
                {
                    count.Take();
                    using var response = await app.In[role].GetAsync($"{row.Address(app)}?semester={semester}");
                    var queries = count.Take().Where(IsOfThePage).ToList();
                    pages += queries.Count > 0 ? 1 : 0;
                    if (queries.Count > 8) many.Add($"{row.Route} {role}: {queries.Count}\n{string.Join("\n", queries.Select(q => "   " + q.ReplaceLineEndings(" ")))}");
                }
            }
        }
        many.Should().BeEmpty();
        pages.Should().BeGreaterThan(100, "the counter counts");
    }

    // That somebody is there is noted once a minute, whatever the page.
    private static bool IsOfThePage(string query) =>
        !query.StartsWith("PRAGMA", StringComparison.Ordinal) && !query.StartsWith("UPDATE \"UserSessions\"", StringComparison.Ordinal);

    private static async Task<string> PostAsync(Browser browser, string address)
    {
        var token = (await browser.OpenAsync("/Account")).QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        using var response = await browser.Client.PostAsync(new Uri(address, UriKind.Relative), content);
        return Answer(response);
    }

    private IEnumerable<RouteEndpoint> Guarded() =>
        Endpoints().Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null && e.Metadata.GetMetadata<IAllowAnonymous>() is null);

    private IEnumerable<string> HandlersOf(RouteEndpoint endpoint) =>
        app.Services.GetRequiredService<PageLoader>().LoadAsync(endpoint.Metadata.GetMetadata<PageActionDescriptor>()!, new EndpointMetadataCollection())
            .GetAwaiter().GetResult().HandlerMethods.Where(h => h.HttpMethod == "Post").Select(h => h.Name ?? "");

    private IEnumerable<RouteEndpoint> Endpoints() =>
        app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => !IsAsset(e) && e.RoutePattern.RawText != FilesOfTheProject);

    private static bool IsAsset(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    // A folder's page answers under the folder's name and with /Index behind it.
    private static string RouteOf(RouteEndpoint endpoint)
    {
        var segments = endpoint.RoutePattern.RawText!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('/', segments.Where(s => s != "Index"));
    }

    private string AddressOf(RouteEndpoint endpoint, Row row)
    {
        var own = row.Address(app);
        if (!endpoint.RoutePattern.RawText!.Contains("Index", StringComparison.Ordinal)) return own;
        return row.Route.Contains('{') ? own.Insert(own.LastIndexOf('/'), "/Index") : own.TrimEnd('/') + "/Index";
    }

    private static string Answer(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.Redirect && response.Headers.Location!.OriginalString.Contains("/Account/SignIn?", StringComparison.Ordinal)
            ? "in" : ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
