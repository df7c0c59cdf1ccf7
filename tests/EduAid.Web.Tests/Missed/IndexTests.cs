using System.Net;
using EduAid.Application.Accounts;
using EduAid.Application.Coverage;
using EduAid.Web.Tests.Rosters;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Missed;

public sealed class IndexTests(RosterApp app) : IClassFixture<RosterApp>
{
    [Fact]
    public async Task Each_band_has_its_tab_with_its_count_and_compulsory_age_comes_first()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var page = await officer.OpenAsync("/Missed?semester=2020-spring&size=200");
        await using var work = app.Work();
        var missed = await work.Get<MissedChildren>().InAsync(RosterApp.Spring, CancellationToken.None);

        missed.Should().Contain(m => m.Band == AgeBand.Compulsory);
        page.QuerySelectorAll(".tabs .num").Select(n => Page.Count(n.Text())).SkipLast(2)
            .Should().Equal(Enum.GetValues<AgeBand>().Select(b => missed.Count(m => m.Band == b)), "the last two tabs go across the bands");
        page.QuerySelector(".tabs [aria-current]")!.Text().Should().StartWith("义务教育");
        page.Rows("missed").Should().HaveCount(missed.Count(m => m.Band == AgeBand.Compulsory));
    }

    [Fact]
    public async Task A_township_is_exported_as_it_is_shown()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        await using var work = app.Work();
        var township = (await work.Get<MissedChildren>().InAsync(RosterApp.Spring, CancellationToken.None)).First(m => m.Band == AgeBand.Compulsory).Township;
        var address = $"/Missed?semester=2020-spring&size=200&township={Uri.EscapeDataString(township)}";
        var rows = (await officer.OpenAsync(address)).Rows("missed");
        using var response = await officer.SendAsync(address, "form[action*=Export]");
        using var book = await RosterApp.WorkbookAsync(response);

        rows.Should().NotBeEmpty().And.OnlyContain(r => r[0].StartsWith(township));
        book.Worksheet(1).RowsUsed().Skip(2).Select(r => r.Cell(6).GetString()).Should().BeEquivalentTo(rows.Select(r => r[3]));
        book.Worksheet(1).RowsUsed().Skip(2).Should().OnlyContain(r => r.Cell(7).GetString().Contains("********"));
        (await work.Db.AuditEvents.OrderByDescending(e => e.Number).FirstAsync()).Action.Should().Be("missed.export");
    }

    [Fact]
    public async Task A_child_is_found_by_its_household_and_the_address_does_not_say_which()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        await using var work = app.Work();
        var child = (await work.Get<MissedChildren>().InAsync(RosterApp.Spring, CancellationToken.None)).First(m => m.Band == AgeBand.Compulsory);
        using var sent = await officer.SendAsync("/Missed?semester=2020-spring", "form[action*=Find]", ("find", child.Household));
        var address = sent.Headers.Location!.OriginalString;
        address.Should().NotContain(child.Household);
        (await officer.OpenAsync(address)).Rows("missed").Should().NotBeEmpty().And.OnlyContain(r => r[1] == child.Household);
    }

    [Fact]
    public async Task Those_on_a_list_without_money_are_there_by_name()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var page = await officer.OpenAsync("/Missed?semester=2020-spring&band=unpaid");
        await using var work = app.Work();
        var read = await work.Get<MissedChildren>().ReadAsync(RosterApp.Spring, CancellationToken.None);
        read.Unpaid.Count.Should().BePositive().And.Be(read.Townships.Sum(t => t.Unpaid));
        Page.Count(page.QuerySelectorAll(".tabs .num")[^2].Text()).Should().Be(read.Unpaid.Count);
    }

    [Fact]
    public async Task A_school_does_not_see_the_countys_missed_children()
    {
        using var clerk = await app.SignInAsAsync(Role.SchoolClerk, app.School);
        using var response = await clerk.GetAsync("/Missed");
        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }
}
