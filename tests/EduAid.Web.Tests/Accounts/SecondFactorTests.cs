using System.Net;
using AngleSharp.Dom;
using EduAid.Application.Accounts;
using EduAid.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Accounts;

public sealed class SecondFactorTests(WebApp app) : IClassFixture<WebApp>
{
    private static readonly Role[] Needing =
    [
        Role.SchoolHead, Role.TownshipSchool, Role.AidDirector, Role.Finance, Role.BureauLeader,
        Role.SystemAdministrator, Role.SecurityAdministrator, Role.AuditAdministrator,
    ];

    [Fact]
    public void Who_reviews_approves_pays_or_administers_needs_one() =>
        Enum.GetValues<Role>().Where(r => r.NeedsSecondFactor()).Should().BeEquivalentTo(Needing);

    [Fact]
    public async Task Who_needs_one_sets_it_up_before_anything_else_and_gets_recovery_codes_once()
    {
        var (browser, _) = await UnprotectedAsync("fresh", Role.Finance);
        using var asked = await browser.GetAsync("/Rosters?page=2");
        asked.Headers.Location!.OriginalString.Should().Be("/Account/SecondFactor?returnUrl=%2FRosters%3Fpage%3D2");
        foreach (var path in new[] { "/Account", "/Account/Sessions", "/Account/Password", "/Account/Switch" })
            (await browser.GetAsync(path)).StatusCode.Should().Be(HttpStatusCode.Redirect, path);

        var page = await browser.OpenAsync("/Account/SecondFactor");
        page.QuerySelector(".qr img")!.GetAttribute("src").Should().StartWith("data:image/png;base64,iVBOR");
        var secret = page.GetElementById("secret")!.TextContent.Replace(" ", "");
        using var wrong = await browser.SendAsync("/Account/SecondFactor", null, ("Code", "000000"));
        (await Browser.PageOf(wrong)).QuerySelector("[role=alert]")!.TextContent.Should().Contain("验证码不对");

        using var done = await SetUpAsync(browser);
        var codes = (await Browser.PageOf(done)).QuerySelectorAll("#recovery-codes code").Select(c => c.TextContent).ToList();
        codes.Should().HaveCount(10).And.OnlyHaveUniqueItems();
        (await browser.GetAsync("/Account")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await browser.OpenAsync("/Account/SecondFactor")).QuerySelectorAll("#recovery-codes code").Should().BeEmpty();

        await using var work = app.Work();
        var user = await work.Db.Users.SingleAsync(u => u.UserName == "fresh");
        System.Text.Encoding.UTF8.GetString(user.FactorCipher!).Should().NotContain(secret);
        (await work.Db.RecoveryCodes.CountAsync(c => c.User == user.Id)).Should().Be(10);
    }

    [Fact]
    public async Task A_code_is_good_once_and_wrong_ones_lock_the_account()
    {
        var name = await app.NewAccountAsync("once", Role.AidDirector);
        using var first = await WithPasswordAsync(name);
        var code = await app.CodeAsync(name);
        (await first.GetAsync("/Account")).Headers.Location!.OriginalString.Should().StartWith("/Account/Code");
        using var proved = await first.SendAsync("/Account/Code", null, ("Code", code));
        proved.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await first.GetAsync("/Account")).StatusCode.Should().Be(HttpStatusCode.OK);

        using var second = await WithPasswordAsync(name);
        for (var attempt = 0; attempt < 5; attempt++) (await RefusedAsync(second, code)).Should().BeTrue("it has been used");
        (await RefusedAsync(second, await app.CodeAsync(name))).Should().BeTrue("the account is locked");
        await using var work = app.Work();
        (await work.Db.AuditEvents.Where(e => e.Actor == name).OrderBy(e => e.Number).Select(e => e.Action).ToListAsync()).Should().EndWith(
            ["account.refuse", "account.refuse", "account.refuse", "account.refuse", "account.lock-out", "account.refuse"]);
    }

    [Fact]
    public async Task The_right_password_in_between_buys_no_further_guesses()
    {
        var name = await app.NewAccountAsync("guessed", Role.Finance);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var browser = await WithPasswordAsync(name);
            (await RefusedAsync(browser, "000000")).Should().BeTrue();
        }
        using var last = app.Anonymous();
        using var locked = await last.TrySignInAsync(name, WebApp.Password);
        locked.StatusCode.Should().Be(HttpStatusCode.OK, "the account is locked");
    }

    [Fact]
    public async Task The_password_alone_opens_nothing_and_cannot_replace_the_authenticator()
    {
        var name = await app.NewAccountAsync("half", Role.BureauLeader);
        using var browser = await WithPasswordAsync(name);
        foreach (var path in new[] { "/", "/Rosters", "/Account", "/Account/SecondFactor", "/Account/Password", "/Account/Sessions" })
            (await browser.GetAsync(path)).Headers.Location!.OriginalString.Should().StartWith("/Account/Code?", path);
        (await browser.OpenAsync("/Account/Code")).QuerySelectorAll(".rail, .who form").Should().BeEmpty();
    }

    [Fact]
    public async Task A_recovery_code_takes_the_place_of_a_code_once()
    {
        var (browser, name) = await UnprotectedAsync("recovered", Role.SystemAdministrator);
        using var done = await SetUpAsync(browser);
        var code = (await Browser.PageOf(done)).QuerySelector("#recovery-codes code")!.TextContent;
        using var later = await WithPasswordAsync(name);
        (await RefusedAsync(later, code)).Should().BeFalse();
        (await later.GetAsync("/Users")).StatusCode.Should().Be(HttpStatusCode.OK);
        using var again = await WithPasswordAsync(name);
        (await RefusedAsync(again, code)).Should().BeTrue();
    }

    [Fact]
    public async Task An_administrator_removes_a_lost_one_and_a_new_one_is_due()
    {
        var name = await app.NewAccountAsync("lost", Role.AidDirector);
        using var browser = app.Anonymous();
        await app.SignInAsync(browser, name);
        using var admin = await app.SignInAsAsync(Role.SystemAdministrator);
        var path = (await admin.OpenAsync("/Users?name=lost")).QuerySelector("tbody a")!.GetAttribute("href")!;
        using var removed = await admin.SendAsync(path, "form[action*='handler=Factor']");
        (await browser.GetAsync("/Account")).Headers.Location!.PathAndQuery.Should().StartWith("/Account/SignIn", "the session has ended");
        await browser.SignInAsync(name, WebApp.Password);
        (await browser.GetAsync("/Account")).Headers.Location!.OriginalString.Should().StartWith("/Account/SecondFactor");
    }

    [Fact]
    public void What_is_pending_comes_in_order() => Enum.GetValues<Pending>().Should().Equal(Pending.Nothing, Pending.Code, Pending.Password, Pending.Factor);

    private static async Task<HttpResponseMessage> SetUpAsync(Browser browser)
    {
        // The form carries the secret that its own page shows.
        var page = await browser.OpenAsync("/Account/SecondFactor");
        var secret = page.GetElementById("secret")!.TextContent.Replace(" ", "");
        var fields = page.QuerySelectorAll<AngleSharp.Html.Dom.IHtmlInputElement>("main form input[type=hidden]").Select(i => KeyValuePair.Create(i.Name!, i.Value));
        using var content = new FormUrlEncodedContent([.. fields, new("Code", OneTimeCode.At(secret, TimeProvider.System.GetUtcNow()))]);
        return await browser.Client.PostAsync("/Account/SecondFactor", content);
    }

    private static async Task<bool> RefusedAsync(Browser browser, string code)
    {
        using var response = await browser.SendAsync("/Account/Code", null, ("Code", code));
        return response.StatusCode != HttpStatusCode.Redirect;
    }

    private async Task<Browser> WithPasswordAsync(string name)
    {
        var browser = app.Anonymous();
        await browser.SignInAsync(name, WebApp.Password);
        return browser;
    }

    // Somebody who has a role that needs a second factor and none yet.
    private async Task<(Browser Browser, string Name)> UnprotectedAsync(string name, Role role)
    {
        var id = await app.NewAccountAsync(name);
        await using var work = app.Work();
        (await work.Get<ChangeAssignments>().GrantAsync(new("test", "test", "test"), id, new(role), CancellationToken.None)).Refusal.Should().BeNull();
        return (await WithPasswordAsync(name), name);
    }
}
