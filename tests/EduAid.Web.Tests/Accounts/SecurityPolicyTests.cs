using System.Globalization;
using EduAid.Application.Accounts;
using EduAid.Application.Settings;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Web.Tests.Accounts;

/// <summary>The application after its security administrator has tightened the policy.</summary>
public sealed class GuardedApp : WebApp
{
    public async Task TightenAsync()
    {
        await using var work = Work();
        if (await work.Db.Settings.AnyAsync()) return;
        foreach (var (name, value) in new[] { ("security.wrong-attempts", "3"), ("security.lock-minutes", "60"), ("security.idle-minutes", "10"), ("security.password-length", "14") })
        {
            Set(work.Db, name, value, -30);
            // What begins tomorrow does not hold today.
            Set(work.Db, name, name == "security.lock-minutes" ? "1440" : name == "security.password-length" ? "32" : "5", 1);
        }
        await work.Db.SaveChangesAsync();
    }

    private void Set(EduAidDbContext db, string name, string value, int days) => db.Settings.Add(new()
    {
        County = db.CountyCode,
        Name = name,
        From = Services.GetRequiredService<TimeProvider>().Today().AddDays(days),
        Revision = 1,
        Value = value,
        Reason = "安全管理制度第二条",
        By = "security",
        At = DateTimeOffset.UnixEpoch,
    });
}

public sealed class SecurityPolicyTests(GuardedApp app) : IClassFixture<GuardedApp>, IAsyncLifetime
{
    private DateTimeOffset Now => app.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    public Task InitializeAsync() => app.TightenAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_third_wrong_password_locks_for_an_hour()
    {
        var name = await app.NewAccountAsync("third", Role.AidOfficer);
        using var browser = app.Anonymous();
        foreach (var locked in new[] { false, false, true })
        {
            using var wrong = await browser.TrySignInAsync(name, "Falsch-12345");
            ((await UserAsync(name)).LockoutEnd is not null).Should().Be(locked);
        }
        (await UserAsync(name)).LockoutEnd.Should().BeCloseTo(Now.AddMinutes(60), TimeSpan.FromMinutes(1));
        using var right = await browser.TrySignInAsync(name, WebApp.Password);
        right.StatusCode.Should().Be(System.Net.HttpStatusCode.OK, "it is refused");
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(11, false)]
    public async Task A_session_ends_after_ten_minutes_without_use(int minutes, bool lasts)
    {
        var name = await app.NewAccountAsync("idle" + minutes.ToString(CultureInfo.InvariantCulture), Role.AidOfficer);
        using var browser = app.Anonymous();
        await app.SignInAsync(browser, name);
        (await browser.OpenAsync("/Account")).QuerySelector("#session-ends")!.GetAttribute("data-idle").Should().Be("600");
        var user = (await UserAsync(name)).Id;
        await using var work = app.Work();
        await work.Db.UserSessions.Where(s => s.User == user).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, Now.AddMinutes(-minutes)));
        using var answer = await browser.GetAsync("/Account");
        answer.StatusCode.Should().Be(lasts ? System.Net.HttpStatusCode.OK : System.Net.HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("Shi-3zi-Kefu!", "太短")]
    [InlineData("Shi-4zi-Keyia!", "")]
    public async Task A_new_password_has_fourteen_characters(string password, string answer)
    {
        var name = await app.NewAccountAsync("length" + password.Length.ToString(CultureInfo.InvariantCulture), Role.AidOfficer);
        using var browser = app.Anonymous();
        await app.SignInAsync(browser, name);
        (await browser.OpenAsync("/Account/Password")).Body!.TextContent.Should().Contain("至少 14 个字符");
        using var sent = await browser.SendAsync("/Account/Password", null, ("Input.Old", WebApp.Password), ("Input.Password", password), ("Input.Again", password));
        var alert = (await Browser.PageOf(sent)).QuerySelector("[role=alert]")?.TextContent ?? "";
        (answer.Length == 0 ? alert.Length == 0 : alert.Contains(answer, StringComparison.Ordinal)).Should().BeTrue(alert);
    }

    [Theory]
    [InlineData("security.wrong-attempts", "3", true)]
    [InlineData("security.wrong-attempts", "6", false)]
    [InlineData("security.lock-minutes", "14", false)]
    [InlineData("security.lock-minutes", "1440", true)]
    [InlineData("security.idle-minutes", "5", true)]
    [InlineData("security.idle-minutes", "31", false)]
    [InlineData("security.password-length", "9", false)]
    [InlineData("security.password-length", "12", true)]
    [InlineData("security.password-length", "+12", false)]
    public void A_setting_tightens_the_policy_and_never_loosens_it(string name, string value, bool allowed) =>
        SettingBook.Allows(name, value).Should().Be(allowed);

    private async Task<User> UserAsync(string name)
    {
        await using var work = app.Work();
        return await work.Db.Users.SingleAsync(u => u.UserName == name);
    }
}
