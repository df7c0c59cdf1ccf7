namespace EduAid.Browser.Tests;

[Collection(Site.Name)]
public sealed class LogTests(EduAidSite site)
{
    [Fact]
    public async Task After_everything_no_protected_value_stands_in_a_log_on_the_console_or_in_an_address()
    {
        await site.JourneyAsync();
        // The tour of all pages belongs to the full counts; its addresses are then among those read.
        if (Environment.GetEnvironmentVariable("EDUAID_FULL") == "1") await site.TourAsync();
        await site.KeyboardAsync();
        var county = await site.CountyAsync();
        var secrets = county.Secrets.Concat(MessyList.Secrets).Distinct().ToList();
        secrets.Should().HaveCountGreaterThan(1000);
        secrets.Should().OnlyContain(s => s.Length >= 10, "a shorter one would be found anywhere");

        var (logs, console, addresses) = Written();
        logs.Should().Contain("POST /Lists/Upload");
        console.Should().Contain("POST /Lists/Upload");
        addresses.Should().Contain("/Rosters/").And.Contain("entry=");
        Leaks.In(logs, secrets).Should().BeEmpty();
        Leaks.In(console, secrets).Should().BeEmpty();
        Leaks.In(addresses, secrets).Should().BeEmpty();
    }

    // The area code 990000 does not exist, so this is nobody's ID; a page that put one into an address would be found just so.
    [Fact]
    public async Task A_planted_number_is_found_in_all_three()
    {
        string[] planted = ["99000020110399001X"];
        await using var visit = await site.VisitAsAsync("officer");
        await visit.Page.GotoAsync("/Registers/" + planted[0]);
        var (logs, console, addresses) = Written();
        Leaks.In(logs, planted).Should().Equal(0);
        Leaks.In(console, planted).Should().Equal(0);
        Leaks.In(addresses, planted).Should().Equal(0);
        Leaks.In(logs, ["99000020110399002X"]).Should().BeEmpty();
    }

    private (string Logs, string Console, string Addresses) Written() =>
        (string.Join('\n', site.Application.Logs()), string.Join('\n', site.Application.Said), string.Join('\n', site.Requested));
}
