using System.Net;
using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Accounts;

public sealed class SignInTests(WebApp app) : IClassFixture<WebApp>
{
    [Fact]
    public async Task A_page_asks_for_signing_in_and_comes_back_afterwards()
    {
        var name = await app.AccountAsync(Role.AidOfficer);
        using var browser = app.Anonymous();
        using var asked = await browser.GetAsync("/Account/Switch?x=1");
        asked.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var address = asked.Headers.Location!.PathAndQuery;
        address.Should().Be("/Account/SignIn?returnUrl=%2FAccount%2FSwitch%3Fx%3D1");
        using var signedIn = await browser.SendAsync(address, null, ("Input.UserName", name), ("Input.Password", WebApp.Password));
        signedIn.Headers.Location!.OriginalString.Should().Be("/Account/Switch?x=1");
        (await browser.OpenAsync("/Account/Switch")).QuerySelector(".who")!.TextContent.Should().Contain("资助中心经办").And.Contain("林甲一");
    }

    [Theory]
    [InlineData("https://elsewhere.test/")]
    [InlineData("//elsewhere.test/")]
    [InlineData("/\\elsewhere.test/")]
    [InlineData("/%09/elsewhere.test/")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_led_to_another_site(string address)
    {
        var name = await app.AccountAsync(Role.SystemAdministrator);
        using var browser = app.Anonymous();
        using var signedIn = await browser.TrySignInAsync(name, WebApp.Password, "?returnUrl=" + Uri.EscapeDataString(Uri.UnescapeDataString(address)));
        signedIn.StatusCode.Should().Be(HttpStatusCode.Redirect);
        signedIn.Headers.Location!.OriginalString.Should().Be("/Users");
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_answer()
    {
        var name = await app.NewAccountAsync("same-answer", Role.AidOfficer);
        using var browser = app.Anonymous();
        using var wrong = await browser.TrySignInAsync(name, "Falsch-12345");
        using var unknown = await browser.TrySignInAsync("nobody-here", "Falsch-12345");
        var texts = new List<string>();
        foreach (var response in new[] { wrong, unknown })
        {
            response.StatusCode.Should().Be(HttpStatusCode.OK);
            response.Headers.Contains("Set-Cookie").Should().BeFalse();
            texts.Add((await Browser.PageOf(response)).QuerySelector("[role=alert]")!.TextContent);
        }
        texts[0].Should().Contain("用户名或密码不对").And.Be(texts[1]);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_even_against_the_right_one_without_saying_so()
    {
        var name = await app.NewAccountAsync("locked-out", Role.AidOfficer);
        using var browser = app.Anonymous();
        var answers = new HashSet<string>();
        for (var attempt = 1; attempt <= 5; attempt++) answers.Add(await RefusalAsync(browser, name, "Falsch-12345"));
        answers.Add(await RefusalAsync(browser, name, WebApp.Password));
        answers.Add(await RefusalAsync(browser, "nobody-here", WebApp.Password));
        answers.Should().ContainSingle();
        (await ActionsOfAsync(name)).Should().Equal(
            "account.refuse", "account.refuse", "account.refuse", "account.refuse", "account.lock-out", "account.refuse");
    }

    [Fact]
    public async Task Attempts_at_the_same_time_are_counted_one_by_one()
    {
        var name = await app.NewAccountAsync("many-at-once", Role.AidOfficer);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var browser = app.Anonymous();
            using var response = await browser.TrySignInAsync(name, "Falsch-12345");
        }));
        (await ActionsOfAsync(name)).Count(a => a == "account.lock-out").Should().Be(1);
        using var late = app.Anonymous();
        using var right = await late.TrySignInAsync(name, WebApp.Password);
        right.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_right_password_sets_the_count_of_wrong_ones_back()
    {
        var name = await app.NewAccountAsync("forgetful", Role.AidOfficer);
        for (var round = 0; round < 2; round++)
        {
            using var browser = app.Anonymous();
            for (var attempt = 1; attempt <= 4; attempt++) await RefusalAsync(browser, name, "Falsch-12345");
            await browser.SignInAsync(name, WebApp.Password);
        }
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_is_a_post()
    {
        using var browser = await app.SignInAsAsync(Role.SystemAdministrator);
        using var get = await browser.GetAsync("/Account/SignOut");
        (await browser.GetAsync("/Users")).StatusCode.Should().Be(HttpStatusCode.OK, "a link signs nobody out");
        using var post = await browser.SendAsync("/Users", "form[action='/Account/SignOut']");
        post.Headers.Location!.OriginalString.Should().Be("/Account/SignIn");
        using var after = await browser.GetAsync("/Users");
        after.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await ActionsOfAsync(await app.AccountAsync(Role.SystemAdministrator))).Should().EndWith("account.sign-out");
    }

    [Fact]
    public async Task What_is_typed_as_the_name_of_nobody_is_written_nowhere()
    {
        using var browser = app.Anonymous();
        using var response = await browser.TrySignInAsync("Mein-Passwort-9", "Mein-Passwort-9");
        await using var work = app.Work();
        var trail = await work.Db.AuditEvents.Where(e => e.Subject == "user:unknown").Join(
            work.Db.AuditDetails, e => e.Number, d => d.Number, (e, d) => e.Actor + e.Subject + d.Json).ToListAsync();
        trail.Should().NotBeEmpty().And.OnlyContain(line => !line.Contains("Passwort"));
        Directory.EnumerateFiles(app.Folder.Logs).Select(ReadShared).Should().NotBeEmpty().And.OnlyContain(log => !log.Contains("Passwort"));
    }

    [Fact]
    public async Task The_trail_of_accounts_can_be_verified()
    {
        using var browser = await app.SignInAsAsync(Role.AidOfficer);
        await using var work = app.Work();
        var verdict = await work.Get<VerifyAudit>().RunAsync(CancellationToken.None);
        verdict.Holds.Should().BeTrue(verdict.What);
        verdict.Events.Should().BePositive();
    }

    private static async Task<string> RefusalAsync(Browser browser, string name, string password)
    {
        using var response = await browser.TrySignInAsync(name, password);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return (await Browser.PageOf(response)).QuerySelector("[role=alert]")!.TextContent;
    }

    private async Task<List<string>> ActionsOfAsync(string userName)
    {
        await using var work = app.Work();
        return await work.Db.AuditEvents.Where(e => e.Actor == userName).OrderBy(e => e.Number).Select(e => e.Action).ToListAsync();
    }

    private static string ReadShared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }
}
