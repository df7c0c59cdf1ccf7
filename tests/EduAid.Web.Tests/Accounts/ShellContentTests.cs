using AngleSharp.Dom;
using EduAid.Application.Accounts;
using EduAid.Application.Coverage;
using EduAid.Application.Enrolments;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Accounts;

public sealed class ShellContentTests(ShellContentTests.County app) : IClassFixture<ShellContentTests.County>
{
    private static readonly Semester Spring = Semester.Spring(2020);

    [Fact]
    public async Task An_officer_sees_how_much_waits()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var rail = await RailAsync(officer);
        await using var work = app.Work();
        var lists = await work.Db.SchoolLists.CountAsync(l => l.Current && l.Kind == SchoolListKind.Enrolments && l.Semester == Spring);
        rail["学校名单"].Should().Be($"{lists}/12");
        rail["待核事项"].Should().Be($"{await work.Db.Findings.CountAsync(f => f.Semester == Spring)}");
        rail["应助未助"].Should().Be($"{(await work.Get<MissedChildren>().InAsync(Spring, CancellationToken.None)).Count}");
        rail["发放名册"].Should().Be($"{await work.Db.Rosters.CountAsync(r => r.Semester == Spring)}");
        rail.Keys.Should().Equal("首页", "消息", "学校名单", "报送情况", "待核事项", "稽核疑点", "名册比对", "应助未助", "发放名册", "公示", "待发放", "发放批次", "银行回盘", "拨付票据", "四方对账", "资金台账", "预算", "到账抽查", "归档", "要点进展", "督办单", "通报", "送教上门", "结对帮扶", "控辍保学", "助学贷款", "营养餐和食堂", "学生", "建档户", "政策标准", "学校库", "登记名册", "专业库", "高校录取名单", "导入记录", "业务设置");
    }

    [Fact]
    public async Task A_clerk_sees_the_own_school_counted_and_no_registers()
    {
        using var clerk = await app.SignInAsAsync(Role.SchoolClerk, app.School);
        var rail = await RailAsync(clerk);
        await using var work = app.Work();
        rail.Keys.Should().Equal("首页", "消息", "学校名单", "待核事项", "发放名册", "公示", "待发放", "送教上门", "结对帮扶", "控辍保学", "营养餐和食堂", "学生", "导入记录");
        rail["学校名单"].Should().Be("1/1");
        rail["发放名册"].Should().Be($"{await work.Db.Rosters.CountAsync(r => r.Semester == Spring && r.School == app.School)}");
    }

    [Fact]
    public async Task A_system_administrator_sees_accounts_and_no_semester()
    {
        using var administrator = await app.SignInAsAsync(Role.SystemAdministrator);
        var page = await administrator.OpenAsync("/Users");
        page.QuerySelectorAll(".rail a").Select(a => a.TextContent.Trim()).Should().Equal("用户", "我的账户");
        page.QuerySelector("button[name=semester]").Should().BeNull();
    }

    [Fact]
    public async Task Semesters_are_those_with_lists_and_the_neighbours_of_the_present_one()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var choices = (await officer.OpenAsync("/Account/Switch")).QuerySelectorAll("button[name=semester]");
        choices.Select(c => c.GetAttribute("value")).Should().Equal("2020-autumn", "2020-spring", "2019-autumn");
        choices.Single(c => c.HasAttribute("aria-current")).TextContent.Should().Be("2020年春季学期", "it is the latest with lists of pupils");
        await officer.OpenAsync("/Account/Switch?semester=2024-spring");
        (await officer.OpenAsync("/Account/Switch")).QuerySelectorAll("button[name=semester]").Select(c => c.GetAttribute("value"))
            .Should().Equal("2024-autumn", "2024-spring", "2023-autumn", "2020-spring");
    }

    [Fact]
    public async Task Counting_takes_one_query_after_a_change_and_none_otherwise()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        using var count = new QueryCount(app);
        await officer.OpenAsync("/Account/Switch?semester=2020-spring");
        var first = Selects(count);
        await officer.OpenAsync("/Account/Switch");
        var second = Selects(count);
        second.Should().BePositive();
        (first - second).Should().Be(1);
    }

    [Fact]
    public async Task A_change_is_seen_at_once()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var before = await RailAsync(officer);
        await using var work = app.Work();
        var import = await work.Db.Imports.Where(i => i.School == app.OtherSchool && i.Semester == Spring).Select(i => i.Number).FirstAsync();
        var undone = await work.Get<Application.Intake.UndoImport>().RunAsync(new("test", "test", "test"), import, CancellationToken.None);
        undone.Refusal.Should().BeNull();
        (await RailAsync(officer))["学校名单"].Should().NotBe(before["学校名单"]);
    }

    private static int Selects(QueryCount count) => count.Take().Count(q => !q.StartsWith("PRAGMA", StringComparison.Ordinal));

    private static async Task<Dictionary<string, string?>> RailAsync(Browser browser) => (await browser.OpenAsync("/Account/Switch")).QuerySelectorAll(".rail a")
        .ToDictionary(a => a.FirstChild!.TextContent.Trim(), a => a.QuerySelector(".count")?.FirstChild!.TextContent.Trim());

    public sealed class County : WebApp, IAsyncLifetime
    {
        public SchoolId School { get; private set; }

        public SchoolId OtherSchool { get; private set; }

        public async Task InitializeAsync()
        {
            await LoadCountyAsync(new() { Schools = 12, Pupils = 240, Seed = 4, RegisteredShare = 0.4 });
            await using var work = Work();
            var schools = await work.Db.SchoolLists.Where(l => l.Kind == SchoolListKind.Enrolments && l.Current).OrderBy(l => l.Id).Select(l => l.School).ToListAsync();
            (School, OtherSchool) = (schools[0], schools[1]);
        }

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
