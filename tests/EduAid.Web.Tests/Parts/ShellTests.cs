using System.Net;
using EduAid.Web.Parts;

namespace EduAid.Web.Tests.Parts;

public sealed class ShellTests(DesignPage design) : IClassFixture<DesignPage>
{
    [Fact]
    public async Task Design_is_there_in_development_only()
    {
        using var production = design.In("Production");
        using var client = production.CreateClient();
        (await client.GetAsync("/design")).StatusCode.Should().NotBe(HttpStatusCode.OK);
        using var development = design.Client();
        (await development.GetAsync("/design")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_page_has_one_heading_a_title_and_a_way_past_the_navigation()
    {
        var page = await design.GetAsync();
        page.QuerySelectorAll("h1").Should().ContainSingle().Which.TextContent.Should().Be("界面部件");
        page.Title.Should().Be("界面部件 · 教育资助 EduAid");
        page.Body!.FirstElementChild!.GetAttribute("href").Should().Be("#main");
        page.GetElementById("main")!.LocalName.Should().Be("main");
    }

    [Fact]
    public async Task The_rail_marks_the_current_page_and_only_it()
    {
        var page = await design.GetAsync();
        page.QuerySelectorAll(".rail a[aria-current=page]").Should().ContainSingle().Which.GetAttribute("href").Should().Be("/design");
    }

    [Theory]
    [InlineData("/", "/", true)]
    [InlineData("/", "/lists", false)]
    [InlineData("/lists", "/lists", true)]
    [InlineData("/lists", "/lists/7", true)]
    [InlineData("/lists", "/Lists", true)]
    [InlineData("/lists", "/listsome", false)]
    public void An_item_holds_its_page_and_those_under_it(string href, string path, bool holds) =>
        new RailItem("名单", href).Holds(path).Should().Be(holds);

    [Fact]
    public async Task The_semester_is_switched_by_a_get_form()
    {
        var page = await design.GetAsync();
        var choices = page.QuerySelectorAll("form[method=get] button[name=semester]");
        choices.Select(c => c.GetAttribute("value")).Should().Equal("2020-spring", "2019-autumn");
        choices[0].GetAttribute("aria-current").Should().Be("true");
    }

    [Fact]
    public async Task Signing_out_is_a_post_with_a_token()
    {
        var page = await design.GetAsync();
        page.QuerySelector("form[method=post][action='/account/sign-out'] input[name=__RequestVerificationToken]").Should().NotBeNull();
    }

    [Fact]
    public async Task Nothing_is_inline_and_nothing_comes_from_elsewhere()
    {
        var page = await design.GetAsync();
        page.QuerySelectorAll("[style], style, script:not([src])").Should().BeEmpty();
        page.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.Ordinal)).Should().BeEmpty();
        var addresses = page.QuerySelectorAll("[src], [href], [action]")
            .SelectMany(e => new[] { "src", "href", "action" }.Select(e.GetAttribute)).Where(a => a is not null).ToList();
        addresses.Should().NotBeEmpty().And.OnlyContain(a => a!.Length == 0 || a[0] == '/' || a[0] == '?' || a[0] == '#');
    }

    [Fact]
    public async Task The_policy_forbids_inline_code_and_htmx_is_told_to_need_none()
    {
        using var client = design.Client();
        using var response = await client.GetAsync("/design");
        response.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("script-src 'self';").And.Contain("style-src 'self';").And.NotContain("unsafe");
        var page = await DesignPage.ParseAsync(await response.Content.ReadAsStringAsync());
        page.QuerySelector("meta[name=htmx-config]")!.GetAttribute("content").Should()
            .Contain("\"includeIndicatorStyles\":false").And.Contain("\"allowEval\":false");
    }

    [Fact]
    public async Task Every_stylesheet_and_script_of_the_page_is_served()
    {
        var page = await design.GetAsync();
        using var client = design.Client();
        var files = page.QuerySelectorAll("link[rel=stylesheet], script").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")).ToList();
        files.Should().HaveCount(4);
        foreach (var file in files)
            (await client.GetAsync(file)).StatusCode.Should().Be(HttpStatusCode.OK, file);
    }

    [Fact]
    public async Task Language_follows_the_browser_and_the_choice_overrules_it()
    {
        (await design.GetAsync(language: "zh-CN,en;q=0.5")).DocumentElement.GetAttribute("lang").Should().Be("zh-Hans");
        (await design.GetAsync(language: "en-US")).DocumentElement.GetAttribute("lang").Should().Be("en");
        (await design.GetAsync(language: "fr")).DocumentElement.GetAttribute("lang").Should().Be("zh-Hans");
        (await design.GetAsync("?lang=en", language: "zh-CN")).QuerySelector(".brand")!.TextContent.Should().Be("EduAid");
    }

    [Theory]
    [InlineData("/design?p=2&lang=en", "/design?p=2", true)]
    [InlineData("/design?lang=xx", "/design", false)]
    [InlineData("//elsewhere.test/design?lang=en", "/elsewhere.test/design", true)]
    public async Task Choosing_a_language_leads_back_to_the_same_page(string asked, string led, bool kept)
    {
        using var client = design.Client(redirects: false);
        using var response = await client.GetAsync(new Uri("http://localhost" + asked));
        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.Should().Be(led);
        response.Headers.Contains("Set-Cookie").Should().Be(kept);
    }
}
