using EduAid.Application.Accounts;
using EduAid.Application.Coverage;
using EduAid.Web.Tests.Rosters;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Home;

public sealed class IndexTests(RosterApp app) : IClassFixture<RosterApp>
{
    private const int MostQueries = 8;

    [Fact]
    public async Task The_progress_table_adds_up_to_the_rosters_of_the_semester()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var page = await officer.OpenAsync("/?semester=2020-spring");
        await using var work = app.Work();
        var rosters = await work.Db.Rosters.Where(r => r.Semester == RosterApp.Spring).ToListAsync();

        page.Rows("programmes").Should().HaveCount(6);
        page.Rows("programmes").Sum(r => Page.Fen(r[2])).Should().Be(rosters.Sum(r => r.Fen));
        Page.Fen(page.Foot("programmes")[2]).Should().Be(rosters.Sum(r => r.Fen));
        Page.Count(page.Foot("programmes")[1]).Should().Be(rosters.Sum(r => r.Entries));
    }

    [Fact]
    public async Task The_ring_leaves_exactly_the_missed_children_of_compulsory_age()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var page = await officer.OpenAsync("/?semester=2020-spring");
        await using var work = app.Work();
        var missed = (await work.Get<MissedChildren>().InAsync(RosterApp.Spring, CancellationToken.None)).Where(m => m.Band == AgeBand.Compulsory).ToList();

        page.QuerySelector(".ring-box a")!.Text().Should().Contain($"{missed.Count:N0} 人");
        page.QuerySelectorAll(".bars .num").Sum(n => Page.Count(n.Text())).Should().Be(missed.Count);
    }

    [Fact]
    public async Task What_holds_an_amount_waits_with_its_count_and_its_link()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var page = await officer.OpenAsync("/?semester=2020-spring");
        await using var work = app.Work();
        var holding = await work.Db.Findings.Where(f => f.Semester == RosterApp.Spring && f.Holds).GroupBy(f => f.Code).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();

        holding.Should().NotBeEmpty();
        foreach (var group in holding)
        {
            var item = page.QuerySelectorAll(".work li").Single(li => li.QuerySelector($"a[href='/Review?code={group.Key}']") is not null);
            item.QuerySelector(".when.urgent")!.Text().Should().Be($"{group.Count:N0} 人");
        }
    }

    [Fact]
    public async Task A_clerk_sees_own_counts_and_none_of_the_county()
    {
        using var clerk = await app.SignInAsAsync(Role.SchoolClerk, app.School);
        var page = await clerk.OpenAsync("/?semester=2020-spring");
        await using var work = app.Work();
        var own = await work.Db.Rosters.Where(r => r.Semester == RosterApp.Spring && r.School == app.School).ToListAsync();

        Page.Fen(page.Foot("programmes")[2]).Should().Be(own.Sum(r => r.Fen)).And.BePositive();
        page.Rows("programmes").Should().HaveCount(own.Count, "a school sees the programmes of what it teaches");
        page.QuerySelector(".path-count")!.Text().Should().StartWith("1/1");
        page.QuerySelector(".ring").Should().BeNull();
        page.QuerySelector("form[action*=Generate]").Should().BeNull();
        page.QuerySelectorAll("main a").Should().NotContain(a => a.GetAttribute("href")!.StartsWith("/Missed"));
    }

    [Fact]
    public async Task A_semester_without_anything_says_what_to_do_first()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var page = await officer.OpenAsync("/?semester=2031-spring");

        page.QuerySelector(".work")!.Text().Should().Contain("尚未上报名单");
        Page.Fen(page.Foot("programmes")[2]).Should().Be(0);
    }

    [Theory]
    [InlineData("/", Role.AidOfficer)]
    [InlineData("/", Role.SchoolClerk)]
    [InlineData("/Rosters", Role.AidOfficer)]
    [InlineData("/Rosters/{id}", Role.AidOfficer)]
    [InlineData("/Rosters/{id}", Role.SchoolClerk)]
    [InlineData("/Rosters/{id}/Print", Role.AidOfficer)]
    [InlineData("/Review", Role.AidOfficer)]
    [InlineData("/Review?effect=holds&name=%E7%8E%8B", Role.SchoolClerk)]
    [InlineData("/Missed", Role.AidOfficer)]
    [InlineData("/Missed", Role.TownshipSchool)]
    public async Task A_page_asks_the_database_at_most_eight_times(string path, Role role)
    {
        await using var work = app.Work();
        var roster = await work.Db.Rosters.Where(r => r.Semester == RosterApp.Spring && r.School == app.School && r.Entries > 0).Select(r => r.Id).FirstAsync();
        using var browser = await app.SignInAsAsync(role, role is Role.SchoolClerk or Role.TownshipSchool ? app.School : null);
        await browser.OpenAsync("/?semester=2020-spring");
        var asked = await app.QueriesAsync(() => browser.OpenAsync(path.Replace("{id}", roster.Value.ToString(), StringComparison.Ordinal)));

        asked.Should().BeInRange(1, MostQueries);
    }
}
