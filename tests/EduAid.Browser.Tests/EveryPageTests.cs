namespace EduAid.Browser.Tests;

/// <summary>Every page in both languages: axe, the console, the width of a phone, words left in Chinese. It takes minutes; <c>tests/run.sh --full</c> makes it.</summary>
[Collection(Site.Name)]
[Trait("Counts", "full")]
public sealed class EveryPageTests(EduAidSite site)
{
    // These lead on to another page and are seen there; an invitation is a link that is good once and has tests of its own,
    // and figures and counts are parts of their pages.
    private static readonly string[] PassedThrough = ["/Account/SignOut", "/Account/Left", "/Account/Invitation", "/Overview/Figure", "/Pairing/Waiting", "/Canteens/Waiting"];

    // These answer with the status that they are there to explain.
    private static readonly string[] Refusals = ["/Account/Denied", "/Error/{code:int?}"];

    // For those who build pages, with invented Chinese values throughout.
    private const string Parts = "/Design";

    [Fact]
    public async Task Every_page_of_the_application_has_been_seen()
    {
        var seen = await site.TourAsync();
        PageTable.Routes.Should().HaveCountGreaterThan(20);
        foreach (var language in Tour.Languages)
        {
            var shown = seen.Where(p => p.Language == language && (p.Status == 200 || Refusals.Contains(p.Route))).Select(p => p.Route);
            string.Join('\n', PageTable.Routes.Except(PassedThrough).Except(shown)).Should().BeEmpty(language);
        }
    }

    [Fact]
    public async Task Everyone_with_an_account_has_been_on_the_tour()
    {
        var seen = await site.TourAsync();
        site.Application.Users.Should().Contain(["clerk", "officer", "sysadmin"]);
        seen.Select(p => (p.User, p.Language)).Distinct()
            .Should().BeEquivalentTo(from user in (string[])[Tour.Nobody, .. Tour.Guests(site)] from language in Tour.Languages select (user, language));
    }

    [Theory]
    [InlineData(Aspect.Status)]
    [InlineData(Aspect.Heading)]
    [InlineData(Aspect.Axe)]
    [InlineData(Aspect.Console)]
    [InlineData(Aspect.Chinese)]
    [InlineData(Aspect.Sideways)]
    [InlineData(Aspect.MainAction)]
    public async Task No_page_is_at_fault(Aspect aspect)
    {
        var seen = await site.TourAsync();
        var faults = seen.Where(page => aspect != Aspect.Chinese || !page.State.StartsWith(Parts, StringComparison.Ordinal))
            .SelectMany(page => page.Faults.Where(f => f.Aspect == aspect).Select(f => $"{page}: {f.What}"));
        string.Join('\n', faults).Should().BeEmpty();
    }

    [Fact]
    public async Task The_main_path_leaves_the_console_silent() => (await site.JourneyAsync()).Complaints.Should().BeEmpty();
}
