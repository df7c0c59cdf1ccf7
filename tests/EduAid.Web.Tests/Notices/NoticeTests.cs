using System.Net;
using AngleSharp.Dom;
using EduAid.Application.Accounts;
using EduAid.Application.People;
using EduAid.Domain.Rosters;
using EduAid.Web.Tests.Rosters;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Notices;

public sealed class NoticeTests(LifeApp app) : IClassFixture<LifeApp>
{
    [Fact]
    public async Task The_notice_shows_name_school_class_programme_and_amount_and_nothing_else()
    {
        var roster = await app.RosterAsync(RosterState.OnNotice);
        using var clerk = await app.SignInAsAsync(Role.SchoolClerk, roster.School);
        var page = await clerk.OpenAsync($"/Notices/{roster.Id.Value}");
        page.QuerySelectorAll(".poster th").Select(t => t.Text()).Should().Equal("姓名", "学校", "班级", "项目", "金额(元)");
        var rows = page.QuerySelectorAll(".poster tbody tr").ToList();
        rows.Should().HaveCount(roster.Entries);
        rows.Sum(r => Page.Fen(r.QuerySelector(".money")!.Text())).Should().Be(roster.Fen);

        await using var work = app.Work();
        var entries = await work.Db.RosterEntries.Where(e => e.Roster == roster.Id).ToListAsync();
        var lists = entries.Select(e => e.List).ToList();
        var ids = await work.Get<PersonDirectory>().RevealAsync([.. entries.Select(e => e.Person)], CancellationToken.None);
        var text = page.QuerySelector(".poster")!.TextContent;
        text.Should().Contain(entries[0].Name).And.NotContain("*");
        foreach (var id in ids.Values) text.Should().NotContain(id.Reveal());
        text.Should().NotMatchRegex(@"\d{7,}").And.NotContain("建档立卡").And.NotContain("低保");
        lists.Should().NotBeEmpty();
    }

    [Fact]
    public async Task The_public_page_is_there_without_signing_in_while_it_runs_and_comes_down_by_itself()
    {
        var roster = await app.RosterAsync(RosterState.OnNotice);
        using var clerk = await app.SignInAsAsync(Role.SchoolClerk, roster.School);
        var link = (await clerk.OpenAsync($"/Notices/{roster.Id.Value}")).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Single(h => h.StartsWith("/Notice/", StringComparison.Ordinal));
        link.Should().NotContain(roster.Id.Value.ToString("N")).And.NotContain(roster.Id.Value.ToString());
        using var stranger = app.Anonymous();
        using (var seen = await stranger.GetAsync(link))
        {
            seen.StatusCode.Should().Be(HttpStatusCode.OK);
            seen.Headers.GetValues("X-Robots-Tag").Should().ContainSingle().Which.Should().Contain("noindex");
            (await Browser.PageOf(seen)).QuerySelectorAll(".poster tbody tr").Should().HaveCount(roster.Entries);
        }
        (await stranger.GetAsync("/Notice/00000000000000000000")).StatusCode.Should().Be(HttpStatusCode.NotFound);

        app.Clock.Advance(TimeSpan.FromDays(7));
        (await stranger.GetAsync(link)).StatusCode.Should().Be(HttpStatusCode.OK, "the last day belongs to it");
        app.Clock.Advance(TimeSpan.FromDays(1));
        (await stranger.GetAsync(link)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_notice_sent_back_is_down_at_once()
    {
        var roster = await app.RosterAsync(RosterState.OnNotice);
        using var head = await app.SignInAsAsync(Role.SchoolHead, roster.School);
        var link = (await head.OpenAsync($"/Notices/{roster.Id.Value}")).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Single(h => h.StartsWith("/Notice/", StringComparison.Ordinal));
        using var sent = await head.SendAsync($"/Rosters/{roster.Id.Value}/Step/send-back", "form.confirm", ("Input.Remark", "有误"));
        sent.StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var stranger = app.Anonymous();
        (await stranger.GetAsync(link)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_list_names_from_when_until_when_and_a_draft_stands_on_none()
    {
        var (up, draft) = (await app.RosterAsync(RosterState.OnNotice), await app.RosterAsync(RosterState.Draft));
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var page = await officer.OpenAsync($"/Notices?semester={up.Semester}&size=200");
        var row = page.QuerySelectorAll("#notices tbody tr").Single(r => r.QuerySelector($"a[href='/Notices/{up.Id.Value}']") is not null).Text();
        var until = up.NoticeUntil!.Value;
        row.Should().Contain("公示中").And.Contain($"{until.Year}年{until.Month}月{until.Day}日");
        page.QuerySelector($"a[href='/Notices/{draft.Id.Value}']").Should().BeNull();
    }
}
