using System.Net;
using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Accounts;

public sealed class SessionTests(SessionTests.County app) : IClassFixture<SessionTests.County>
{
    private static readonly Actor Administrator = new("test", "test", "test");

    [Fact]
    public async Task Over_https_every_cookie_is_bound_to_this_host_and_out_of_reach_of_scripts()
    {
        using var browser = app.Anonymous();
        using var page = await browser.GetAsync("/Account/SignIn");
        using var signedIn = await browser.TrySignInAsync(await app.AccountAsync(Role.AidOfficer), WebApp.Password);
        using var semester = await browser.GetAsync("/Account/Switch?semester=2020-spring");
        var cookies = new[] { page, signedIn, semester }.SelectMany(CookiesOf).ToList();
        cookies.Select(c => c.Split('=')[0]).Should().BeEquivalentTo("__Host-form", "__Host-session", "__Host-semester");
        cookies.Should().OnlyContain(c => c.Contains("; secure") && c.Contains("; path=/") && c.Contains("; httponly") && !c.Contains("; domain"));
        cookies.Single(c => c.StartsWith("__Host-session=", StringComparison.Ordinal)).Should().Contain("; samesite=lax").And.NotContain("; expires");
    }

    [Fact]
    public async Task Over_https_a_cookie_without_the_prefix_counts_for_nothing()
    {
        using var browser = await app.SignInAsAsync(Role.AidOfficer);
        using var page = await browser.GetAsync("/Account");
        page.StatusCode.Should().Be(HttpStatusCode.OK);
        using var signedIn = await app.Anonymous().TrySignInAsync(await app.AccountAsync(Role.AidOfficer), WebApp.Password);
        var session = CookiesOf(signedIn).Single(c => c.StartsWith("__Host-session=", StringComparison.Ordinal)).Split(';')[0];
        foreach (var (cookie, enters) in new[] { (session, true), (session["__Host-".Length..], false) })
        {
            using var bare = app.Anonymous();
            using var request = new HttpRequestMessage(HttpMethod.Get, "/Account");
            request.Headers.Add("Cookie", cookie);
            using var response = await bare.Client.SendAsync(request);
            response.StatusCode.Should().Be(enters ? HttpStatusCode.OK : HttpStatusCode.Redirect, cookie[..10]);
        }
    }

    [Theory]
    [InlineData("lock")]
    [InlineData("password")]
    [InlineData("grant")]
    [InlineData("revoke")]
    public async Task A_change_of_the_account_ends_its_sessions(string change)
    {
        var name = await app.NewAccountAsync("changed-" + change, Role.AidOfficer);
        using var browser = app.Anonymous();
        await browser.SignInAsync(name, WebApp.Password);
        (await browser.GetAsync("/Account/Switch")).StatusCode.Should().Be(HttpStatusCode.OK);

        await using var work = app.Work();
        var user = await work.Db.Users.SingleAsync(u => u.UserName == name);
        var outcome = change switch
        {
            "lock" => await work.Get<LockUser>().RunAsync(Administrator, user.Id, true, CancellationToken.None),
            "password" => await work.Get<ResetPassword>().RunAsync(Administrator, user.Id, CancellationToken.None),
            "grant" => await work.Get<ChangeAssignments>().GrantAsync(Administrator, user.Id, new(Role.SchoolClerk, app.School), CancellationToken.None),
            _ => await work.Get<ChangeAssignments>().RevokeAsync(
                Administrator, user.Id, (await work.Db.Assignments.SingleAsync(a => a.User == user.Id)).Id, CancellationToken.None),
        };
        outcome.Refusal.Should().BeNull();

        using var after = await browser.GetAsync("/Account/Switch");
        after.StatusCode.Should().Be(HttpStatusCode.Redirect);
        after.Headers.Location!.PathAndQuery.Should().StartWith("/Account/SignIn");
        CookiesOf(after).Should().Contain(c => c.StartsWith("__Host-session=;", StringComparison.Ordinal), "the browser forgets it too");
    }

    [Fact]
    public async Task Who_holds_two_roles_switches_between_them_and_only_between_own_ones()
    {
        var name = await app.NewAccountAsync("two-roles", Role.AidOfficer);
        await using var work = app.Work();
        var user = await work.Db.Users.SingleAsync(u => u.UserName == name);
        await work.Get<ChangeAssignments>().GrantAsync(Administrator, user.Id, new(Role.SchoolClerk, app.School), CancellationToken.None);
        using var browser = app.Anonymous();
        await browser.SignInAsync(name, WebApp.Password);
        (await browser.OpenAsync("/Account/Switch")).QuerySelector(".who")!.TextContent.Should().Contain("学校资助专干", "the narrower role comes first");

        using var switched = await browser.SendAsync("/Account/Switch", null);
        switched.Headers.Location!.OriginalString.Should().Be("/");
        (await browser.OpenAsync("/Account/Switch")).QuerySelector(".who")!.TextContent.Should().Contain("资助中心经办");

        await app.AccountAsync(Role.SystemAdministrator);
        var others = await work.Db.Assignments.Where(a => a.User != user.Id).Select(a => a.Id).FirstAsync();
        using var stolen = await browser.SendAsync("/Account/Switch", null, ("assignment", others.ToString()));
        stolen.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_language_is_chosen_before_signing_in_and_stays()
    {
        using var browser = app.Anonymous();
        var page = await browser.OpenAsync("/Account/SignIn");
        page.QuerySelector("h1")!.TextContent.Should().Be("登录");
        using var chosen = await browser.GetAsync(page.QuerySelector("a.who")!.GetAttribute("href") is { } query ? "/Account/SignIn" + query : "");
        (await browser.OpenAsync("/Account/SignIn")).QuerySelector("h1")!.TextContent.Should().Be("Sign in");
    }

    private static IEnumerable<string> CookiesOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];

    public sealed class County : WebApp, IAsyncLifetime
    {
        public SchoolId School { get; private set; }

        public async Task InitializeAsync()
        {
            await LoadCountyAsync(new() { Schools = 12, Pupils = 60, Seed = 3 });
            await using var work = Work();
            School = await work.Db.Schools.OrderBy(s => s.Code).Select(s => s.Id).FirstAsync();
        }

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
