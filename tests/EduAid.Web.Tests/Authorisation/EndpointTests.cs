using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Web.Tests.Authorisation;

/// <summary>Walks the route table itself, so that a page that nobody thought of is found.</summary>
public sealed class EndpointTests(Neighbours app) : IClassFixture<Neighbours>
{
    // Run from its project the application also looks for files that were added since the build; it is closed to strangers like any other address.
    private const string FilesOfTheProject = "{**path:file}";

    private static readonly string[] Who = ["nobody", "clerk", "officer", "administrator"];

    [Fact]
    public void Every_route_stands_in_the_table_and_every_row_is_a_route()
    {
        var routes = Endpoints().Select(RouteOf).Distinct().ToList();
        routes.Should().BeEquivalentTo(Routes.All.Select(r => r.Route));
        Routes.All.Should().OnlyContain(r => r.Answers.Split(' ', StringSplitOptions.None).Length == Who.Length);
        Routes.All.Where(r => r.Route.Contains('{')).Should().OnlyContain(r => r.Own != null, "a route with values says which");
    }

    [Fact]
    public void Every_endpoint_says_who_may_enter()
    {
        var all = app.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        all.Count.Should().BeGreaterThan(Routes.All.Count);
        all.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText != FilesOfTheProject && e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.Metadata.GetMetadata<IAuthorizeData>()?.Policy is null)
            .Select(e => e.DisplayName).Should().BeEmpty();
    }

    [Fact]
    public async Task Everyone_gets_what_the_table_says()
    {
        var wrong = new List<string>();
        foreach (var endpoint in Endpoints())
        {
            var row = Routes.All.Single(r => r.Route == RouteOf(endpoint));
            for (var who = 0; who < Who.Length; who++)
            {
                using var response = await Browsers[who].GetAsync(AddressOf(endpoint, row));
                if (Answer(response) != row.For(who)) wrong.Add($"GET {endpoint.RoutePattern.RawText} {Who[who]}: {Answer(response)} instead of {row.For(who)}");
            }
        }
        wrong.Should().BeEmpty();
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
            for (var who = 0; who < Who.Length; who++)
            {
                using var nothing = new FormUrlEncodedContent([]);
                using var response = await Browsers[who].Client.PostAsync(AddressOf(endpoint, row), nothing);
                var expected = open || row.For(who) == "200" ? "400" : row.For(who);
                if (Answer(response) != expected) wrong.Add($"POST {endpoint.RoutePattern.RawText} {Who[who]}: {Answer(response)} instead of {expected}");
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
        foreach (var browser in Browsers[1..])
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
        foreach (var row in Routes.All.Where(r => r.Answers.Contains("200")))
        {
            for (var who = 1; who < Who.Length; who++)
            {
                if (row.For(who) != "200") continue;
                var path = row.Own?.Invoke(app) ?? "/" + row.Route;
                // Another semester empties what the shell has counted.
                foreach (var semester in new[] { "2019-autumn", "2020-spring" })
                {
                    count.Take();
                    using var response = await Browsers[who].GetAsync($"{path}?semester={semester}");
                    var queries = count.Take().Where(q => !q.StartsWith("PRAGMA", StringComparison.Ordinal)).ToList();
                    pages += queries.Count > 0 ? 1 : 0;
                    if (queries.Count > 8) many.Add($"{path} {Who[who]}: {queries.Count}\n{string.Join("\n", queries.Select(q => "   " + q.ReplaceLineEndings(" ")))}");
                }
            }
        }
        many.Should().BeEmpty();
        pages.Should().BeGreaterThan(20, "the counter counts");
    }

    private Browser[] Browsers => [app.Nobody, app.ClerkOfA, app.Officer, app.Administrator];

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
        var own = row.Own?.Invoke(app) ?? "/" + row.Route;
        if (!endpoint.RoutePattern.RawText!.Contains("Index", StringComparison.Ordinal)) return own;
        return row.Route.Contains('{') ? own.Insert(own.LastIndexOf('/'), "/Index") : own.TrimEnd('/') + "/Index";
    }

    private static string Answer(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.Redirect && response.Headers.Location!.OriginalString.Contains("/Account/SignIn?", StringComparison.Ordinal)
            ? "in" : ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
