namespace EduAid.Browser.Tests;

[Collection(Site.Name)]
public sealed class LogTests(EduAidSite site)
{
    [Fact]
    public async Task No_id_and_no_card_stands_in_a_log_or_on_the_console()
    {
        var journey = await site.JourneyAsync();
        await site.TourAsync();
        var logs = string.Join('\n', site.Application.Logs());
        var console = string.Join('\n', site.Application.Said);

        journey.Secrets.Should().HaveCountGreaterThan(100);
        logs.Should().Contain("POST /Lists/Upload");
        console.Should().Contain("POST /Lists/Upload");
        // Named by their place, so that a failure does not print them either.
        journey.Secrets.Select((secret, place) => (secret, place)).Where(s => logs.Contains(s.secret, StringComparison.Ordinal)).Select(s => s.place).Should().BeEmpty();
        journey.Secrets.Select((secret, place) => (secret, place)).Where(s => console.Contains(s.secret, StringComparison.Ordinal)).Select(s => s.place).Should().BeEmpty();
    }
}
