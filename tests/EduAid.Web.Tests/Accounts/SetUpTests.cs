using System.Net;
using AngleSharp.Dom;
using EduAid.Application.Accounts;
using EduAid.Application.Setup;
using EduAid.Web.Setup;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Web.Tests.Accounts;

public sealed class SetUpTests
{
    [Fact]
    public async Task Each_printed_code_makes_one_of_the_three_administrators_once()
    {
        using var app = new WebApp();
        await using var work = app.Work();
        var old = await work.Get<FirstAdministrators>().OfferAsync(CancellationToken.None);
        var codes = await work.Get<FirstAdministrators>().OfferAsync(CancellationToken.None);
        codes.Select(c => c.Role).Should().Equal(Role.SystemAdministrator, Role.SecurityAdministrator, Role.AuditAdministrator);
        codes.Concat(old).Select(c => c.Code).Should().OnlyHaveUniqueItems();

        using var browser = app.Anonymous();
        var code = codes[0].Code;
        (await RefusalAsync(browser, "guessed", WebApp.Password)).Should().Contain("一次性代码不对");
        (await RefusalAsync(browser, old[0].Code, WebApp.Password)).Should().Contain("一次性代码不对");
        (await RefusalAsync(browser, code, "short")).Should().Contain("密码太短或太简单");
        (await RefusalAsync(browser, code, "P@ssw0rd2020!")).Should().Contain("密码太短或太简单");
        (await RefusalAsync(browser, code, WebApp.Password, again: "other")).Should().Contain("两次输入的密码不一样");

        foreach (var (role, right) in codes)
        {
            using var made = await SendAsync(browser, right, WebApp.Password, name: role.ToString());
            made.Headers.Location!.OriginalString.Should().Be("/Account/SignIn");
            if (role != Role.AuditAdministrator) (await RefusalAsync(browser, right, WebApp.Password, name: "again")).Should().Contain("一次性代码不对");
        }
        (await browser.GetAsync("/Account/Setup")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await work.Get<FirstAdministrators>().OfferAsync(CancellationToken.None)).Should().BeEmpty("all three are there now");
        Directory.EnumerateFiles(app.Folder.Keys, "set-up-code*").Should().BeEmpty();
        var held = await work.Db.Assignments.Join(work.Db.Users, a => a.User, u => u.Id, (a, u) => new { a.Role, u.UserName }).ToListAsync();
        held.Should().HaveCount(3).And.OnlyContain(h => h.UserName == h.Role.ToString(), "one each");
    }

    [Fact]
    public async Task Two_people_with_the_code_make_one_account()
    {
        using var app = new WebApp();
        string code;
        await using (var work = app.Work())
        {
            code = (await work.Get<FirstAdministrators>().OfferAsync(CancellationToken.None))[0].Code;
        }
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 4).Select(async number =>
        {
            await using var own = app.Work();
            return await own.Get<FirstAdministrators>().RunAsync(code, "admin" + number, "高丙三", WebApp.Password, "test", CancellationToken.None);
        }));
        outcomes.Count(o => o.User is not null).Should().Be(1);
        outcomes.Where(o => o.User is null).Should().OnlyContain(o => o.Refusal == AccountRefusal.WrongCode);
    }

    [Fact]
    public async Task The_codes_lie_nowhere_in_clear()
    {
        using var app = new WebApp();
        await using var work = app.Work();
        var codes = await work.Get<FirstAdministrators>().OfferAsync(CancellationToken.None);
        var held = Directory.EnumerateFiles(app.Folder.Path, "*", SearchOption.AllDirectories).Select(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            return reader.ReadToEnd();
        }).ToList();
        held.Count.Should().BeGreaterThan(3);
        held.Should().OnlyContain(content => codes.All(c => !content.Contains(c.Code)));
    }

    [Fact]
    public async Task In_development_a_demo_county_and_an_account_a_role_are_there_at_the_first_visit()
    {
        using var app = new Development();
        await using var work = app.Work();
        (await work.Db.Enrolments.CountAsync()).Should().BeGreaterThan(1000, "two semesters of 600 pupils");
        (await work.Db.Rosters.SumAsync(r => r.Entries)).Should().BeGreaterThan(100);
        var accounts = await new DemoCounty(work, app.Services.GetRequiredService<IConfiguration>()).PrepareAsync(CancellationToken.None);
        var held = await work.Db.Assignments.Join(work.Db.Users, a => a.User, u => u.Id, (a, u) => new { a.Role, a.User, u.UserName, u.DisplayName }).ToListAsync();
        held.Select(h => h.UserName).Should().BeEquivalentTo(accounts.Select(a => a.UserName)).And.OnlyHaveUniqueItems("nobody holds two roles");
        held.Select(h => h.DisplayName).Should().OnlyHaveUniqueItems();
        held.Select(h => h.Role).Distinct().Should().BeEquivalentTo(Enum.GetValues<Role>());
        // Who prepares, who reviews and who approves are different people, also when one of them is away.
        foreach (var role in new[] { Role.AidOfficer, Role.AidDirector, Role.Finance, Role.BureauLeader }) held.Count(h => h.Role == role).Should().Be(2);
        foreach (var account in accounts)
        {
            using var browser = app.Anonymous();
            await browser.SignInAsync(account.UserName, account.Password);
        }
        (await work.Db.Users.CountAsync()).Should().Be(accounts.Count, "a second start adds nobody");
    }

    [Fact]
    public async Task In_development_the_sign_in_page_shows_the_demo_codes_and_each_signs_in()
    {
        using var app = new Development();
        await using var work = app.Work();
        var accounts = await new DemoCounty(work, app.Services.GetRequiredService<IConfiguration>()).PrepareAsync(CancellationToken.None);
        using var browser = app.Anonymous();
        var shown = (await browser.OpenAsync("/Account/SignIn")).QuerySelectorAll("#demo-codes div")
            .ToDictionary(d => d.QuerySelector("dt")!.FirstChild!.TextContent.Trim(), d => d.QuerySelector("dd")!.TextContent);
        shown.Keys.Should().BeEquivalentTo("head", "township", "director", "director2", "finance", "finance2", "leader", "leader2", "sysadmin", "secadmin", "auditadmin");
        // The code of the half minute in which the demo was made has been used for making it.
        await work.Db.Users.ExecuteUpdateAsync(s => s.SetProperty(u => u.FactorStep, 0));
        await browser.SignInAsync("director", accounts.Single(a => a.UserName == "director").Password);
        var code = (await browser.OpenAsync("/Account/Code")).QuerySelectorAll("#demo-codes div").Single(d => d.TextContent.Contains("director ")).QuerySelector("dd")!.TextContent;
        using var proved = await browser.SendAsync("/Account/Code", null, ("Code", code));
        proved.Headers.Location!.OriginalString.Should().Be("/");
        (await browser.GetAsync("/Rosters")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task In_production_no_page_shows_a_code()
    {
        using var app = new WebApp();
        await app.NewAccountAsync("director", Role.AidDirector);
        // Even with the demo's own file in the folder.
        await File.WriteAllTextAsync(Path.Combine(app.Folder.Path, "demo-accounts.json"), """[{"UserName":"director","Password":"x","Chinese":"x","English":"x"}]""");
        using var browser = app.Anonymous();
        (await browser.OpenAsync("/Account/SignIn")).GetElementById("demo-codes").Should().BeNull();
        app.Services.GetService<DemoCodes>().Should().BeNull();
    }

    [Fact]
    public async Task A_folder_with_demo_accounts_is_not_worked_on_outside_development()
    {
        using var app = new Development();
        await using var work = app.Work();
        var demo = new DemoCounty(work, app.Services.GetRequiredService<IConfiguration>());
        demo.Invoking(d => d.RequireNone()).Should().Throw<CannotStartException>().WithMessage("*演示*Data*");
        using var production = new WebApp();
        await using var empty = production.Work();
        new DemoCounty(empty, production.Services.GetRequiredService<IConfiguration>()).Invoking(d => d.RequireNone()).Should().NotThrow();
        (await empty.Db.Users.AnyAsync() || await empty.Db.Imports.AnyAsync()).Should().BeFalse("there is no demo outside Development");
    }

    [Fact]
    public async Task Loading_the_same_county_again_changes_nothing()
    {
        using var app = new WebApp();
        var options = new Spreadsheets.Synthetic.SyntheticCountyOptions { Schools = 12, Pupils = 120, Seed = 9 };
        var first = await app.LoadCountyAsync(options);
        await using var work = app.Work();
        var imports = await work.Db.Imports.CountAsync();
        var entries = await work.Db.RosterEntries.OrderBy(e => e.Id).Select(e => e.Id).ToListAsync();
        var again = await app.LoadCountyAsync(options);
        (first.Rows, again.Rows).Should().Match<(int First, int Again)>(r => r.First > 100 && r.Again == 0);
        again.Semesters.Should().Equal(first.Semesters).And.HaveCount(2);
        (await work.Db.Imports.CountAsync()).Should().Be(imports);
        (await work.Db.RosterEntries.OrderBy(e => e.Id).Select(e => e.Id).ToListAsync()).Should().Equal(entries);
    }

    [Fact]
    public void Faults_of_the_start_are_one_line_each_and_others_keep_their_stack()
    {
        Exception[] foreseen = [new CannotStartException("x"), new IOException("port"), new UnauthorizedAccessException("p"), new ArgumentException("Database:Provider")];
        foreseen.Select(StartUpFault.Line).Should().OnlyContain(line => line != null && !line.Contains('\n'));
        StartUpFault.Line(new InvalidCastException()).Should().BeNull();
    }

    private static Task<HttpResponseMessage> SendAsync(Browser browser, string code, string password, string? again = null, string name = "first.admin") => browser.SendAsync(
        "/Account/Setup", null, ("Input.Code", code), ("Input.UserName", name), ("Input.DisplayName", "高丙三"),
        ("Input.Password", password), ("Input.Again", again ?? password));

    private static async Task<string> RefusalAsync(Browser browser, string code, string password, string? again = null, string name = "first.admin")
    {
        using var response = await SendAsync(browser, code, password, again, name);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return (await Browser.PageOf(response)).QuerySelector("[role=alert]")!.TextContent;
    }

    private sealed class Development : WebApp
    {
        protected override void Configure(IWebHostBuilder host) => host.UseEnvironment("Development");
    }
}
