using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using EduAid.Application.Accounts;
using EduAid.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Accounts;

public sealed class OwnSessionsTests(WebApp app) : IClassFixture<WebApp>
{
    [Fact]
    public async Task Own_sessions_are_listed_and_one_elsewhere_is_ended()
    {
        var (here, there, name) = await TwoAsync("listed");
        var rows = (await here.OpenAsync("/Account/Sessions")).QuerySelectorAll("#sessions tbody tr");
        rows.Should().HaveCount(2);
        rows.Count(r => r.TextContent.Contains("这里")).Should().Be(1);
        using var ended = await here.SendAsync("/Account/Sessions", "form[action*='handler=End']");
        ended.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await SignedInAsync(there)).Should().BeFalse();
        (await SignedInAsync(here)).Should().BeTrue();
        (await here.OpenAsync("/Account/Sessions")).QuerySelectorAll("#sessions tbody tr").Should().ContainSingle();
        await using var work = app.Work();
        (await work.Db.AuditEvents.CountAsync(e => e.Actor == name && e.Action == "account.sign-out")).Should().Be(1);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_this_one_too()
    {
        var (here, there, _) = await TwoAsync("everywhere");
        using var ended = await here.SendAsync("/Account/Sessions", "form[action*='handler=Everywhere']");
        ended.Headers.Location!.OriginalString.Should().Be("/Account/SignIn");
        foreach (var browser in new[] { here, there }) (await SignedInAsync(browser)).Should().BeFalse();
    }

    [Fact]
    public async Task Another_persons_session_is_not_ended()
    {
        var (here, _, _) = await TwoAsync("mine");
        var (theirs, _, _) = await TwoAsync("theirs");
        await using var work = app.Work();
        var session = await work.Db.UserSessions.Join(work.Db.Users.Where(u => u.UserName == "theirs"), s => s.User, u => u.Id, (s, _) => s.Id).FirstAsync();
        using var stolen = await here.SendAsync("/Account/Sessions", "form[action*='handler=End']", ("session", session.ToString()));
        stolen.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await SignedInAsync(theirs)).Should().BeTrue();
    }

    [Fact]
    public async Task A_cookie_that_was_kept_back_is_worth_nothing_after_signing_out()
    {
        var name = await app.NewAccountAsync("kept", Role.AidOfficer);
        using var browser = app.Anonymous();
        using var signedIn = await browser.TrySignInAsync(name, WebApp.Password);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-session=", StringComparison.Ordinal)).Split(';')[0];
        (await WithCookieAsync(cookie)).Should().Be(HttpStatusCode.OK);
        using var left = await browser.SendAsync("/Account", "form[action='/Account/SignOut']");
        (await WithCookieAsync(cookie)).Should().Be(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData(29, 5, true)]
    [InlineData(31, 5, false)]
    [InlineData(0, 13 * 60, false)]
    public async Task A_session_ends_when_idle_for_half_an_hour_and_after_half_a_day(int idle, int age, bool open)
    {
        var (browser, _, name) = await TwoAsync($"idle{idle}-{age}");
        await AgeAsync(name, idle, Math.Max(idle, age));
        (await SignedInAsync(browser)).Should().Be(open);
    }

    [Fact]
    public async Task Asking_how_long_it_lasts_does_not_prolong_a_session_and_staying_does()
    {
        var (browser, _, name) = await TwoAsync("staying");
        var token = (await browser.OpenAsync("/Account")).QuerySelector<IHtmlInputElement>("#session-ends input[name=__RequestVerificationToken]")!.Value;
        await AgeAsync(name, 28, 28);
        for (var look = 0; look < 2; look++) (await LeftAsync(browser)).Should().BeInRange(60, 120);
        using var stranger = app.Anonymous();
        (await LeftAsync(stranger)).Should().Be(0);
        using var nothing = new FormUrlEncodedContent([]);
        using var refused = await browser.Client.PostAsync("/Account/Left", nothing);
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await LeftAsync(browser)).Should().BeInRange(60, 120);
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        using var stayed = await browser.Client.PostAsync("/Account/Left", form);
        int.Parse(await stayed.Content.ReadAsStringAsync(), System.Globalization.CultureInfo.InvariantCulture).Should().BeGreaterThan(1700);
        (await LeftAsync(browser)).Should().BeGreaterThan(1700);
    }

    [Fact]
    public async Task What_was_typed_before_a_session_ended_is_sent_after_signing_in_again()
    {
        var (browser, _, name) = await TwoAsync("typing");
        var page = await browser.OpenAsync("/Account/Password");
        await AgeAsync(name, 31, 31);
        var dialog = page.QuerySelector<IHtmlElement>("#session-ends")!;
        (dialog.GetAttribute("data-idle"), dialog.GetAttribute("data-warn")).Should().Be(("1800", "120"));
        dialog.QuerySelector("a[target=_blank]")!.GetAttribute("href").Should().Be("/Account/SignIn");
        (await LeftAsync(browser)).Should().Be(0, "that is how the open page learns of it");

        await browser.SignInAsync(name, WebApp.Password);
        using var typed = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", Token(page)), new("Input.Old", WebApp.Password), new("Input.Password", "Xin-9mima-Haode"), new("Input.Again", "Xin-9mima-Haode"),
        ]);
        using var sent = await browser.Client.PostAsync("/Account/Password", typed);
        sent.Headers.Location!.OriginalString.Should().Be("/Account", "the form of the page that stayed open is still good");
    }

    [Fact]
    public async Task Signing_in_opens_a_session_under_a_new_name_each_time()
    {
        var name = await app.NewAccountAsync("renewed", Role.Finance);
        using var browser = app.Anonymous();
        await app.SignInAsync(browser, name);
        await using var work = app.Work();
        var sessions = await work.Db.UserSessions.Join(work.Db.Users.Where(u => u.UserName == name), s => s.User, u => u.Id, (s, _) => s).ToListAsync();
        sessions.Should().HaveCount(2);
        sessions.Single(s => s.EndedAt is null).Proved.Should().BeTrue("the one before the code is another, and over");
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge · Windows")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox · Linux")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1", "Safari · iPhone")]
    [InlineData("", "—")]
    public void A_browser_is_called_as_people_call_it(string agent, string name) => BrowserName.Of(agent).Should().Be(name);

    private static string Token(IDocument page) => page.QuerySelector<IHtmlInputElement>("main input[name=__RequestVerificationToken]")!.Value;

    private static async Task<int> LeftAsync(Browser browser) => int.Parse(await browser.Client.GetStringAsync("/Account/Left"), System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<bool> SignedInAsync(Browser browser)
    {
        using var response = await browser.GetAsync("/Account");
        return response.StatusCode == HttpStatusCode.OK;
    }

    private async Task<HttpStatusCode> WithCookieAsync(string cookie)
    {
        using var bare = app.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/Account");
        request.Headers.Add("Cookie", cookie);
        using var response = await bare.Client.SendAsync(request);
        return response.StatusCode;
    }

    private async Task<(Browser Here, Browser There, string Name)> TwoAsync(string name)
    {
        await app.NewAccountAsync(name, Role.AidOfficer);
        var (here, there) = (app.Anonymous(), app.Anonymous());
        await here.SignInAsync(name, WebApp.Password);
        await there.SignInAsync(name, WebApp.Password);
        return (here, there, name);
    }

    // The clock of the rows is turned back instead of the application's forward.
    private async Task AgeAsync(string name, int idleMinutes, int ageMinutes)
    {
        await using var work = app.Work();
        var (now, user) = (work.Get<TimeProvider>().GetUtcNow(), await work.Db.Users.SingleAsync(u => u.UserName == name));
        var (seen, started) = (now.AddMinutes(-idleMinutes), now.AddMinutes(-ageMinutes));
        await work.Db.UserSessions.Where(s => s.User == user.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, seen).SetProperty(x => x.StartedAt, started));
    }
}
