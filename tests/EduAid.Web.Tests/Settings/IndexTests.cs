using System.Net;
using EduAid.Application.Accounts;
using EduAid.Application.Calendar;
using EduAid.Application.Settings;
using EduAid.Web.Tests.Rosters;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Web.Tests.Settings;

public sealed class IndexTests(LifeApp app) : IClassFixture<LifeApp>
{
    [Fact]
    public async Task The_director_sets_a_value_from_a_day_on_and_the_page_says_who_and_why()
    {
        using var director = await app.SignInAsAsync(Role.AidDirector);
        using var sent = await director.SendAsync(
            "/Settings", "#notice-working-days form", ("Input.Value", "7"), ("Input.From", "2027-03-01"), ("Input.Reason", "县公示办法第三条"));
        sent.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var panel = (await director.OpenAsync("/Settings")).QuerySelector("#notice-working-days")!.Text();
        panel.Should().Contain("2027年3月1日").And.Contain("县公示办法第三条").And.Contain("尚未生效").And.Contain(await app.AccountAsync(Role.AidDirector));
        await using var work = app.Work();
        (await SettingBook.LoadAsync(work.Db, new(2027, 3, 1), CancellationToken.None)).NoticeWorkingDays.Should().Be(7);
        (await SettingBook.LoadAsync(work.Db, new(2027, 2, 28), CancellationToken.None)).NoticeWorkingDays.Should().Be(5);
    }

    [Fact]
    public async Task A_value_that_is_not_allowed_is_refused_beside_its_name()
    {
        using var director = await app.SignInAsAsync(Role.AidDirector);
        using var sent = await director.SendAsync(
            "/Settings", "#notice-working-days form", ("Input.Value", "3"), ("Input.From", "2027-03-01"), ("Input.Reason", "太短"));
        sent.StatusCode.Should().Be(HttpStatusCode.OK);
        (await Browser.PageOf(sent)).QuerySelector(".notice.bad")!.Text().Should().Contain("公示工作日数").And.Contain("不符合要求");
    }

    [Fact]
    public async Task Who_excludes_whom_is_the_security_administrators_alone()
    {
        using var security = await app.SignInAsAsync(Role.SecurityAdministrator);
        var page = await security.OpenAsync("/Settings");
        page.QuerySelector("#roles-exclusive form").Should().NotBeNull();
        page.QuerySelector("#notice-working-days form").Should().BeNull();
        using var sent = await security.SendAsync(
            "/Settings", "#roles-exclusive form", ("Input.Value", "AidOfficer+AidDirector"), ("Input.From", "2027-03-01"), ("Input.Reason", "岗位调整"));
        sent.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await security.OpenAsync("/Settings")).QuerySelector("#roles-exclusive")!.Text().Should().Contain("岗位调整");
        using var looser = await security.SendAsync("/Settings", "#security-idle-minutes form", ("Input.Value", "60"), ("Input.From", "2027-03-01"), ("Input.Reason", "方便"));
        (await Browser.PageOf(looser)).QuerySelector(".notice.bad")!.Text().Should().Contain("无操作自动退出");

        using var director = await app.SignInAsAsync(Role.AidDirector);
        (await director.OpenAsync("/Settings")).QuerySelector("#roles-exclusive form").Should().BeNull();
        using var refused = await director.SendAsync("/Settings", "#notice-working-days form", ("Input.Name", "roles.exclusive"), ("Input.Value", ""), ("Input.From", "2027-03-01"), ("Input.Reason", "试"));
        refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Roles_that_exclude_each_other_are_not_granted_to_one_person()
    {
        var name = await app.NewAccountAsync("both-hands", Role.AidOfficer);
        await using var work = app.Work();
        var user = await work.Db.Users.Where(u => u.UserName == name).Select(u => u.Id).SingleAsync();
        var grants = work.Get<ChangeAssignments>();
        (await grants.GrantAsync(new("test", "test", "test"), user, new(Role.AidDirector), CancellationToken.None)).Refusal.Should().Be(AccountRefusal.ExclusiveRoles);
        (await grants.GrantAsync(new("test", "test", "test"), user, new(Role.Supervisor), CancellationToken.None)).Refusal.Should().BeNull();
    }

    [Fact]
    public async Task Outside_development_the_business_day_does_not_move_and_has_no_page()
    {
        app.Services.GetRequiredService<BusinessClock>().Movable.Should().BeFalse();
        var routes = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText).ToList();
        routes.Should().Contain("Settings").And.NotContain(r => r!.Contains("Clock", StringComparison.OrdinalIgnoreCase));
        using var director = await app.SignInAsAsync(Role.AidDirector);
        (await director.GetAsync("/Settings/Clock")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await director.OpenAsync("/Settings")).QuerySelector(".trial").Should().BeNull();
    }
}

/// <summary>The same application as somebody tries it at home.</summary>
public sealed class ClockTests
{
    [Fact]
    public async Task In_development_the_business_day_moves_and_every_page_says_so()
    {
        using var app = new TrialApp();
        await app.LoadCountyAsync(new() { Schools = 4, Pupils = 40, Seed = 3 });
        using var leader = await app.SignInAsAsync(Role.BureauLeader);
        var day = app.Services.CreateScope().ServiceProvider.GetRequiredService<BusinessDay>();
        var before = day.Today;
        using var sent = await leader.SendAsync("/Settings/Clock", "main form", ("days", "8"));
        sent.StatusCode.Should().Be(HttpStatusCode.Redirect);
        day.Today.Should().Be(before.AddDays(8));
        foreach (var path in new[] { "/", "/Rosters", "/Account" })
            (await leader.OpenAsync(path)).QuerySelector(".trial")!.Text().Should().Contain($"{day.Today.Year}年{day.Today.Month}月{day.Today.Day}日");
        using var back = await leader.SendAsync("/Settings/Clock", "main form", ("days", "0"));
        day.Today.Should().Be(before);
    }

    private sealed class TrialApp : WebApp
    {
        protected override void Configure(IWebHostBuilder host) => host.UseEnvironment("Development").UseSetting("Demo", "false");
    }
}
