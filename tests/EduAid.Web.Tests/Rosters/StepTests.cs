using System.Net;
using EduAid.Application.Accounts;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Rosters;

public sealed class StepTests(LifeApp app) : IClassFixture<LifeApp>
{
    [Fact]
    public async Task A_head_confirms_after_seeing_count_sum_and_sum_in_words()
    {
        var roster = await app.RosterAsync(RosterState.Draft);
        using var head = await app.SignInAsAsync(Role.SchoolHead, roster.School);
        (await head.OpenAsync($"/Rosters/{roster.Id.Value}")).QuerySelector("#next a.btn-primary")!.GetAttribute("href").Should().Be($"/Rosters/{roster.Id.Value}/Step/confirm");
        var step = await head.OpenAsync($"/Rosters/{roster.Id.Value}/Step/confirm");
        step.QuerySelector(".confirm .facts")!.Text().Should().Contain($"{roster.Entries:N0} 人").And.Contain(ChineseCapitals.Of(roster.Fen));

        using var sent = await head.SendAsync($"/Rosters/{roster.Id.Value}/Step/confirm", "form.confirm", ("Input.Remark", "核对无误"));
        sent.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var page = await head.OpenAsync(sent.Headers.Location!.ToString());
        page.QuerySelector(".notice.ok")!.Text().Should().Contain("已确认");
        page.QuerySelector("#history")!.Text().Should().Contain("核对无误").And.Contain("草稿 → 学校已确认");
        (await app.FindAsync(roster.Id)).State.Should().Be(RosterState.Confirmed);
    }

    [Theory]
    [InlineData(Role.SchoolClerk)]
    [InlineData(Role.AidOfficer)]
    [InlineData(Role.AidDirector)]
    [InlineData(Role.BureauLeader)]
    [InlineData(Role.Finance)]
    [InlineData(Role.Auditor)]
    public async Task Whoever_may_not_confirm_gets_no_button_and_a_refused_post(Role role)
    {
        var roster = await app.RosterAsync(RosterState.Draft);
        using var browser = await app.SignInAsAsync(role, role == Role.SchoolClerk ? roster.School : null);
        var address = $"/Rosters/{roster.Id.Value}";
        (await browser.OpenAsync(address)).QuerySelector("#next a.btn-primary").Should().BeNull();
        (await browser.OpenAsync($"{address}/Step/confirm")).QuerySelector("form.confirm").Should().BeNull();
        (await PostAsync(browser, address, $"{address}/Step/confirm")).Should().Be(HttpStatusCode.Forbidden);
        (await app.FindAsync(roster.Id)).State.Should().Be(RosterState.Draft);
    }

    [Fact]
    public async Task A_roster_is_not_sent_back_without_a_reason_and_the_reason_is_read_by_the_school()
    {
        var roster = await app.RosterAsync(RosterState.OnNotice);
        using var director = await app.SignInAsAsync(Role.AidDirector);
        using var refused = await director.SendAsync($"/Rosters/{roster.Id.Value}/Step/send-back", "form.confirm", ("Input.Remark", " "));
        refused.StatusCode.Should().Be(HttpStatusCode.OK);
        (await Browser.PageOf(refused)).QuerySelector(".notice.bad")!.Text().Should().Contain("请写明理由");

        using var sent = await director.SendAsync($"/Rosters/{roster.Id.Value}/Step/send-back", "form.confirm", ("Input.Remark", "公示照片缺失"));
        sent.StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var clerk = await app.SignInAsAsync(Role.SchoolClerk, roster.School);
        (await clerk.OpenAsync($"/Rosters/{roster.Id.Value}")).QuerySelector(".notice.warn")!.Text().Should().Contain("公示照片缺失");
        (await app.FindAsync(roster.Id)).State.Should().Be(RosterState.Confirmed);
    }

    [Fact]
    public async Task A_running_notice_stops_the_review_and_says_until_when()
    {
        var roster = await app.RosterAsync(RosterState.OnNotice);
        using var director = await app.SignInAsAsync(Role.AidDirector);
        var page = await director.OpenAsync($"/Rosters/{roster.Id.Value}/Step/review");
        page.QuerySelector("form.confirm").Should().BeNull();
        var until = roster.NoticeUntil!.Value;
        page.QuerySelector("main .notice")!.Text().Should().Contain($"{until.Year}年{until.Month}月{until.Day}日");
    }

    [Fact]
    public async Task What_was_seen_is_posted_back_and_another_mark_is_refused()
    {
        var roster = await app.RosterAsync(RosterState.OnNotice);
        app.Clock.Advance(TimeSpan.FromDays(8));
        using var director = await app.SignInAsAsync(Role.AidDirector);
        var address = $"/Rosters/{roster.Id.Value}/Step/review";
        using var stale = await director.SendAsync(address, "form.confirm", ("Input.Seen", "something-else"));
        (await Browser.PageOf(stale)).QuerySelector(".notice.bad")!.Text().Should().Contain("情况又有变化");
        (await app.FindAsync(roster.Id)).State.Should().Be(RosterState.OnNotice);

        using var sent = await director.SendAsync(address, "form.confirm");
        sent.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await app.FindAsync(roster.Id)).State.Should().Be(RosterState.Reviewed);
    }

    [Fact]
    public async Task An_objection_is_recorded_answered_and_takes_the_child_off_when_upheld()
    {
        var roster = await app.RosterAsync(RosterState.OnNotice);
        await using var work = app.Work();
        var entry = await work.Db.RosterEntries.Where(e => e.Roster == roster.Id).OrderBy(e => e.Id).FirstAsync();
        var address = $"/Rosters/{roster.Id.Value}/Objections";
        using var clerk = await app.SignInAsAsync(Role.SchoolClerk, roster.School);
        using var recorded = await clerk.SendAsync(address, "#new form", ("Input.Entry", entry.Id.ToString()), ("Input.Text", "该生已转学"));
        recorded.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var seen = await clerk.OpenAsync(address);
        seen.QuerySelector("main")!.Text().Should().Contain("该生已转学").And.Contain(entry.Name);
        seen.QuerySelector("form[action*=Answer]").Should().BeNull("a clerk records and does not answer");
        var add = seen.QuerySelector("a[href*='kind=Objection']")!.GetAttribute("href")!;
        using var scanned = await clerk.UploadAsync(add, null, [("Files", "来信.pdf", "%PDF-1.4 test"u8.ToArray())]);
        scanned.Headers.Location!.OriginalString.Should().Be(address);
        (await clerk.OpenAsync(address)).QuerySelector(".papers")!.Text().Should().Contain("来信.pdf");

        using var head = await app.SignInAsAsync(Role.SchoolHead, roster.School);
        using var answered = await head.SendAsync(address, "form[action*=Answer]", ("Input.Upheld", "true"), ("Input.Answer", "属实"));
        answered.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var after = await app.FindAsync(roster.Id);
        (after.Entries, after.Fen).Should().Be((roster.Entries - 1, roster.Fen - entry.Fen));
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        (await officer.OpenAsync($"/Rosters/Holds?semester={roster.Semester}")).QuerySelector("main")!.Text().Should().Contain(entry.Name).And.Contain("属实");
        using var lifted = await officer.SendAsync($"/Rosters/Holds?semester={roster.Semester}", $"form:has(input[value='{await HoldAsync(entry.Person)}'])", ("reason", "核实仍在校"));
        lifted.StatusCode.Should().Be(HttpStatusCode.Redirect);
        await using var later = app.Work();
        (await later.Db.EntryHolds.SingleAsync(h => h.Person == entry.Person)).LiftReason.Should().Be("核实仍在校");
    }

    [Fact]
    public async Task One_child_is_taken_off_with_a_reason()
    {
        var roster = await app.RosterAsync(RosterState.Confirmed);
        await using var work = app.Work();
        var entry = await work.Db.RosterEntries.Where(e => e.Roster == roster.Id).OrderBy(e => e.Id).FirstAsync();
        using var head = await app.SignInAsAsync(Role.SchoolHead, roster.School);
        using var refused = await head.SendAsync($"/Rosters/{roster.Id.Value}/Withdraw", "form.confirm", ("Input.Entry", entry.Id.ToString()), ("Input.Reason", ""));
        (await Browser.PageOf(refused)).QuerySelector(".notice.bad")!.Text().Should().Contain("请写明理由");
        using var sent = await head.SendAsync($"/Rosters/{roster.Id.Value}/Withdraw", "form.confirm", ("Input.Entry", entry.Id.ToString()), ("Input.Reason", "重复上报"));
        sent.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await app.FindAsync(roster.Id)).Entries.Should().Be(roster.Entries - 1);
    }

    private async Task<Guid> HoldAsync(PersonId person)
    {
        await using var work = app.Work();
        return await work.Db.EntryHolds.Where(h => h.Person == person).Select(h => h.Id).SingleAsync();
    }

    private static async Task<HttpStatusCode> PostAsync(Browser browser, string from, string address)
    {
        var token = (await browser.OpenAsync(from)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var response = await browser.Client.PostAsync(address, form);
        return response.StatusCode;
    }
}
