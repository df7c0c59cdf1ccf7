namespace EduAid.Browser.Tests;

[Collection(Site.Name)]
public sealed class EveryPageTests(EduAidSite site)
{
    public static TheoryData<string, string, int> Visitors => new()
    {
        // The number of routes that each reaches at least: a tour that stopped early has seen nothing.
        { "", "zh-Hans", 5 }, { "", "en", 5 },
        { "clerk", "zh-Hans", 10 }, { "clerk", "en", 10 },
        { "officer", "zh-Hans", 16 }, { "officer", "en", 16 },
        { "sysadmin", "zh-Hans", 5 }, { "sysadmin", "en", 5 },
    };

    [Theory]
    [MemberData(nameof(Visitors))]
    public async Task Axe_finds_no_violation_of_wcag_2_2_aa(string user, string language, int routes)
    {
        var pages = await PagesAsync(user, language);
        pages.Should().HaveCountGreaterThanOrEqualTo(routes, "reached were {0}", string.Join(", ", pages.Select(p => p.Route)));
        pages.SelectMany(p => p.Violations.Select(v => $"{p}: {v}")).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Visitors))]
    public async Task The_console_stays_silent_and_nothing_is_blocked(string user, string language, int routes)
    {
        var pages = await PagesAsync(user, language);
        pages.Should().HaveCountGreaterThanOrEqualTo(routes);
        pages.SelectMany(p => p.Complaints.Select(c => $"{p}: {c}")).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Visitors))]
    public async Task A_phone_of_400_pixels_shows_the_page_without_scrolling_sideways(string user, string language, int routes)
    {
        var pages = await PagesAsync(user, language);
        pages.Should().HaveCountGreaterThanOrEqualTo(routes);
        pages.Where(p => p.TooWide > 0).Select(p => $"{p}: {p.TooWide} px").Should().BeEmpty();
    }

    [Fact]
    public async Task The_main_path_leaves_the_console_silent() => (await site.JourneyAsync()).Complaints.Should().BeEmpty();

    private async Task<List<SeenPage>> PagesAsync(string user, string language) =>
        [.. (await site.TourAsync()).Where(p => p.User == user && p.Language == language)];
}
