using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using EduAid.Application.Accounts;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Accounts;

public sealed class UsersTests(UsersTests.Office app) : IClassFixture<UsersTests.Office>
{
    [Fact]
    public async Task A_new_account_is_invited_by_a_link_and_has_no_role_until_the_security_administrator_grants_one()
    {
        var page = await MadeAsync(("Input.UserName", "new.clerk"), ("Input.DisplayName", "朱丁四"));
        var link = new Uri(page.GetElementById("invitation")!.TextContent);
        (link.Host, link.AbsolutePath).Should().Be(("eduaid.test", "/Account/Invitation"));
        var path = await PathOfAsync("new.clerk");
        (await app.Admin.OpenAsync(path)).QuerySelector(".badge-x")!.TextContent.Should().Contain("已邀请");
        (await SignsInAsync("new.clerk", WebApp.Password)).Should().BeFalse("it has no password yet");

        using var clerk = app.Anonymous();
        (await AcceptAsync(clerk, link, "short")).Should().Contain("密码太短或太简单");
        (await AcceptAsync(clerk, link, WebApp.Password, again: "other")).Should().Contain("两次输入的密码不一样");
        (await AcceptAsync(clerk, link, WebApp.Password)).Should().BeEmpty();
        (await clerk.OpenAsync(link.PathAndQuery)).QuerySelector("main")!.TextContent.Should().Contain("已经用过");
        await clerk.SignInAsync("New.Clerk", WebApp.Password);
        (await clerk.GetAsync("/Lists")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await clerk.OpenAsync("/Account")).QuerySelector("main")!.TextContent.Should().Contain("还没有角色");

        (await GrantAsync(path, "SchoolClerk", ("Input.School", app.School.Value.ToString()))).Should().BeEmpty();
        await clerk.SignInAsync("new.clerk", WebApp.Password);
        (await clerk.OpenAsync("/Account/Switch")).QuerySelector(".who")!.TextContent.Should().Contain("学校资助专干").And.Contain("朱丁四").And.Contain(app.SchoolName);
        (await app.Admin.OpenAsync("/Users?name=" + Uri.EscapeDataString("朱丁四"))).QuerySelector("tbody")!.TextContent.Should().Contain("new.clerk").And.Contain(app.SchoolName);
    }

    [Fact]
    public async Task A_later_invitation_replaces_the_one_before_and_an_old_one_is_void()
    {
        var first = new Uri((await MadeAsync(("Input.UserName", "again"), ("Input.DisplayName", "朱丁五"))).GetElementById("invitation")!.TextContent);
        var path = await PathOfAsync("again");
        var second = new Uri((await DoAsync(path, "Invite")).GetElementById("invitation")!.TextContent);
        using var browser = app.Anonymous();
        (await browser.OpenAsync(first.PathAndQuery)).QuerySelector("form.form").Should().BeNull();
        (await browser.OpenAsync(second.PathAndQuery)).QuerySelector("form.form").Should().NotBeNull();
        await using var work = app.Work();
        await work.Db.Users.Where(u => u.UserName == "again").ExecuteUpdateAsync(s => s.SetProperty(u => u.InvitedUntil, work.Get<TimeProvider>().GetUtcNow().AddSeconds(-1)));
        (await browser.OpenAsync(second.PathAndQuery)).QuerySelector("form.form").Should().BeNull();
        using var late = await browser.SendAsync("/Account/SignIn", null, ("Input.UserName", "again"), ("Input.Password", WebApp.Password));
        late.StatusCode.Should().Be(HttpStatusCode.OK);
        var code = second.Query.Split('=')[1];
        (await work.Db.AuditDetails.Select(d => d.Json).ToListAsync()).Should().OnlyContain(json => !json!.Contains(code));
        Directory.EnumerateFiles(app.Folder.Logs).Select(ReadShared).Should().NotBeEmpty().And.OnlyContain(log => !log.Contains(code));
    }

    [Fact]
    public async Task A_password_that_was_set_back_is_changed_before_anything_else()
    {
        var path = await PathOfAsync("due", Role.AidOfficer);
        var password = (await DoAsync(path, "Password")).GetElementById("initial-password")!.TextContent;
        using var browser = app.Anonymous();
        await browser.SignInAsync("due", password);
        using var asked = await browser.GetAsync("/Lists");
        asked.Headers.Location!.OriginalString.Should().Be("/Account/Password?returnUrl=%2FLists");
        (await ChangeAsync(browser, password, password)).Should().Contain("和现在的一样");
        (await ChangeAsync(browser, "wrong", WebApp.Password)).Should().Contain("现在的密码不对");
        (await ChangeAsync(browser, password, "weak")).Should().Contain("密码太短或太简单");
        (await browser.GetAsync("/Lists")).StatusCode.Should().Be(HttpStatusCode.Redirect, "it is still due");
        (await ChangeAsync(browser, password, WebApp.Password)).Should().BeEmpty();
        (await browser.GetAsync("/Lists")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await SignsInAsync("due", password)).Should().BeFalse();
    }

    private static async Task<string> ChangeAsync(Browser browser, string old, string password)
    {
        using var response = await browser.SendAsync("/Account/Password", null, ("Input.Old", old), ("Input.Password", password), ("Input.Again", password));
        return (await Browser.PageOf(response)).QuerySelector("[role=alert]")?.TextContent ?? "";
    }

    private static async Task<string> AcceptAsync(Browser browser, Uri link, string password, string? again = null)
    {
        using var response = await browser.SendAsync(link.PathAndQuery, null, ("Input.Password", password), ("Input.Again", again ?? password));
        return (await Browser.PageOf(response)).QuerySelector("[role=alert]")?.TextContent ?? "";
    }

    private static string ReadShared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }

    [Theory]
    [InlineData("", "朱丁四", "Input.UserName", "请填写用户名")]
    [InlineData("名字", "朱丁四", "Input.UserName", "用户名只能有英文字母")]
    [InlineData("taken", "朱丁四", "Input.UserName", "已经有人用了")]
    [InlineData("TAKEN", "朱丁四", "Input.UserName", "已经有人用了")]
    [InlineData("nameless", " ", "Input.DisplayName", "请填写姓名")]
    public async Task What_is_wrong_with_an_account_stands_at_its_field(string name, string person, string field, string message)
    {
        if (name.Equals("taken", StringComparison.OrdinalIgnoreCase) && !await ExistsAsync("taken")) await app.NewAccountAsync("taken", Role.AidOfficer);
        var page = await MadeAsync(("Input.UserName", name), ("Input.DisplayName", person));
        page.GetElementById(field.Replace('.', '_') + "-error")!.TextContent.Should().Contain(message);
        page.GetElementById("invitation").Should().BeNull();
        if (name != "taken" && name != "TAKEN") (await ExistsAsync(name)).Should().BeFalse();
    }

    [Theory]
    [InlineData("", "", "", "", "Input.Role", "请选择角色")]
    [InlineData("20", "", "", "", "Input.Role", "请选择角色")]
    [InlineData("Director", "", "", "", "Input.Role", "请选择角色")]
    [InlineData("SchoolClerk", "", "", "", "Input.School", "必须选择一所学校")]
    [InlineData("SchoolHead", "00000000-0000-0000-0000-000000000000", "", "", "Input.School", "必须选择一所学校")]
    [InlineData("TownshipSchool", "", "", "", "Input.Township", "必须选择乡镇")]
    [InlineData("TownshipSchool", "", "不存在的镇", "", "Input.Township", "必须选择乡镇")]
    [InlineData("ResponsibleUnit", "", "", " ", "Input.Unit", "必须填写单位名称")]
    [InlineData("SystemAdministrator", "", "", "", "Input.Role", "三员分立")]
    [InlineData("SecurityAdministrator", "", "", "", "Input.Role", "三员分立")]
    [InlineData("AuditAdministrator", "", "", "", "Input.Role", "三员分立")]
    public async Task What_is_wrong_with_a_role_stands_at_its_field(string role, string school, string township, string unit, string field, string message)
    {
        if (!await ExistsAsync("graded")) await app.NewAccountAsync("graded", Role.AidOfficer);
        var path = await PathOfAsync("graded");
        using var response = await app.Security.SendAsync(path, "form[action*='handler=Grant']",
            ("Input.Role", role), ("Input.School", school), ("Input.Township", township), ("Input.Unit", unit));
        (await Browser.PageOf(response)).GetElementById(field.Replace('.', '_') + "-error")!.TextContent.Should().Contain(message);
        (await app.Admin.OpenAsync(path)).QuerySelectorAll("#roles tbody tr").Should().ContainSingle();
    }

    [Theory]
    [InlineData(Role.SystemAdministrator)]
    [InlineData(Role.SecurityAdministrator)]
    [InlineData(Role.AuditAdministrator)]
    public async Task An_administrator_gets_no_second_role(Role administrator)
    {
        var path = await PathOfAsync("only-" + administrator, administrator);
        foreach (var role in Enum.GetValues<Role>().Where(r => r != administrator && r.Place() is Place.County or Place.SchoolIfKnown))
            (await GrantAsync(path, role.ToString())).Should().Contain("三员分立", $"{administrator} and {role}");
    }

    [Fact]
    public async Task The_system_administrator_grants_nothing_and_the_security_administrator_makes_nobody()
    {
        var path = await PathOfAsync("apart", Role.AidOfficer);
        var (system, security) = (await app.Admin.OpenAsync(path), await app.Security.OpenAsync(path));
        system.QuerySelectorAll("main form").Select(f => f.GetAttribute("action")).Should().NotContain(a => a!.Contains("Grant") || a.Contains("Revoke")).And.HaveCount(2);
        security.QuerySelectorAll("main form").Select(f => f.GetAttribute("action")).Should().OnlyContain(a => a!.Contains("Grant") || a.Contains("Revoke")).And.HaveCount(2);
        (await app.Security.GetAsync("/Users/Add")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await app.Security.OpenAsync("/Users")).QuerySelector("a[href='/Users/Add']").Should().BeNull();
    }

    [Fact]
    public async Task A_shut_account_does_not_sign_in_until_it_is_opened()
    {
        var path = await PathOfAsync("shut", Role.AidOfficer);
        await DoAsync(path, "Lock");
        (await app.Admin.OpenAsync(path)).QuerySelector(".badge-x")!.TextContent.Should().Contain("已停用");
        (await SignsInAsync("shut", WebApp.Password)).Should().BeFalse();
        await DoAsync(path, "Unlock");
        (await SignsInAsync("shut", WebApp.Password)).Should().BeTrue();
    }

    [Fact]
    public async Task A_reset_gives_a_new_password_and_ends_the_old_one_without_opening_a_shut_account()
    {
        var path = await PathOfAsync("reset", Role.AidOfficer);
        var password = (await DoAsync(path, "Password")).GetElementById("initial-password")!.TextContent;
        (await SignsInAsync("reset", WebApp.Password)).Should().BeFalse();
        (await SignsInAsync("reset", password)).Should().BeTrue();
        (await app.Admin.OpenAsync(path)).GetElementById("initial-password").Should().BeNull("it is shown once");
        await DoAsync(path, "Lock");
        var later = (await DoAsync(path, "Password")).GetElementById("initial-password")!.TextContent;
        (await SignsInAsync("reset", later)).Should().BeFalse();
    }

    [Fact]
    public async Task Roles_are_given_and_taken_away()
    {
        var path = await PathOfAsync("roles", Role.AidOfficer);
        (await GrantAsync(path, "AidOfficer")).Should().Contain("已经有这个角色");
        (await GrantAsync(path, "SchoolClerk", ("Input.School", app.School.Value.ToString()))).Should().BeEmpty();
        (await GrantAsync(path, "TownshipSchool", ("Input.Township", app.Township))).Should().BeEmpty();
        (await GrantAsync(path, "ResponsibleUnit", ("Input.Unit", " 局营养办 "))).Should().BeEmpty();
        (await GrantAsync(path, "ResponsibleUnit", ("Input.Unit", "局营养办"))).Should().Contain("已经有这个角色");
        (await app.Admin.OpenAsync(path)).QuerySelectorAll("#roles tbody td:nth-child(2)").Select(d => d.TextContent)
            .Should().BeEquivalentTo("", app.SchoolName, app.Township, "局营养办");
        for (var role = 0; role < 4; role++) await DoAsync(path, "Revoke");
        (await app.Admin.OpenAsync(path)).QuerySelector("#roles .state-title")!.TextContent.Should().Contain("还没有角色");
        using var browser = app.Anonymous();
        await browser.SignInAsync("roles", WebApp.Password);
        using var home = await browser.GetAsync("/");
        home.Headers.Location!.OriginalString.Should().Be("/Account", "who has no role has nothing but the own account");
    }

    [Fact]
    public async Task Nobody_changes_the_account_that_they_are_using()
    {
        await using var work = app.Work();
        var name = await app.AccountAsync(Role.SystemAdministrator);
        var id = await work.Db.Users.Where(u => u.UserName == name).Select(u => u.Id).SingleAsync();
        (await app.Admin.OpenAsync($"/Users/{id}")).QuerySelectorAll("main form").Should().BeEmpty();
        var token = (await app.Admin.OpenAsync("/Users/Add")).QuerySelector<IHtmlInputElement>("main input[name=__RequestVerificationToken]")!.Value;
        foreach (var handler in new[] { "Lock", "Password" })
        {
            using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
            using var response = await app.Admin.Client.PostAsync($"/Users/{id}?handler={handler}", content);
            (await Browser.PageOf(response)).QuerySelector("[role=alert]")!.TextContent.Should().Contain("另一位管理员");
        }
        (await SignsInAsync(name, WebApp.Password)).Should().BeTrue();
    }

    [Fact]
    public async Task Every_change_stands_in_the_trail_with_who_did_it_and_no_password()
    {
        var path = await PathOfAsync("trailed", Role.AidOfficer);
        var password = (await DoAsync(path, "Password")).GetElementById("initial-password")!.TextContent;
        await DoAsync(path, "Lock");
        await DoAsync(path, "Unlock");
        var subject = "user:" + path.Split('/')[^1];
        await using var work = app.Work();
        var trail = await work.Db.AuditEvents.Where(e => e.Subject == subject).OrderBy(e => e.Number)
            .Join(work.Db.AuditDetails, e => e.Number, d => d.Number, (e, d) => new { e.Action, e.Actor, e.Role, d.Json }).ToListAsync();
        trail.Select(e => e.Action).Should().Equal("account.create", "account.grant", "account.reset-password", "account.lock", "account.unlock");
        var admin = await app.AccountAsync(Role.SystemAdministrator);
        trail.Skip(2).Should().OnlyContain(e => e.Actor == admin && e.Role == "SystemAdministrator");
        trail.Should().OnlyContain(e => !e.Json!.Contains(password));
    }

    private async Task<IHtmlDocument> MadeAsync(params IReadOnlyList<(string, string)> fields)
    {
        using var response = await app.Admin.SendAsync("/Users/Add", null, fields);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return await Browser.PageOf(response);
    }

    private async Task<string> PathOfAsync(string name, Role role)
    {
        await app.NewAccountAsync(name, role);
        return await PathOfAsync(name);
    }

    private async Task<string> PathOfAsync(string name) =>
        (await app.Admin.OpenAsync("/Users?name=" + name)).QuerySelector("tbody a")!.GetAttribute("href")!;

    private async Task<IHtmlDocument> DoAsync(string path, string handler)
    {
        using var response = await (handler == "Revoke" ? app.Security : app.Admin).SendAsync(path, $"form[action*='handler={handler}']");
        response.StatusCode.Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.Redirect);
        return await Browser.PageOf(response);
    }

    private async Task<string> GrantAsync(string path, string role, params IReadOnlyList<(string, string)> place)
    {
        using var response = await app.Security.SendAsync(path, "form[action*='handler=Grant']", [("Input.Role", role), .. place]);
        return (await Browser.PageOf(response)).QuerySelector("[role=alert]")?.TextContent ?? "";
    }

    private async Task<bool> SignsInAsync(string name, string password)
    {
        using var browser = app.Anonymous();
        using var response = await browser.TrySignInAsync(name, password);
        return response.StatusCode == HttpStatusCode.Redirect;
    }

    private async Task<bool> ExistsAsync(string name)
    {
        await using var work = app.Work();
        return await work.Db.Users.AnyAsync(u => u.UserName == name);
    }

    public sealed class Office : WebApp, IAsyncLifetime
    {
        public SchoolId School { get; private set; }

        public string SchoolName { get; private set; } = "";

        public string Township { get; private set; } = "";

        public Browser Admin { get; private set; } = null!;

        public Browser Security { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            await LoadCountyAsync(new() { Schools = 12, Pupils = 60, Seed = 3 });
            await using var work = Work();
            var first = await work.Db.SchoolVersions.OrderBy(v => v.Name).Select(v => new { v.School, v.Name, v.Township }).FirstAsync();
            (School, SchoolName, Township) = (first.School, first.Name, first.Township);
            (Admin, Security) = (await SignInAsAsync(Role.SystemAdministrator), await SignInAsAsync(Role.SecurityAdministrator));
        }

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
