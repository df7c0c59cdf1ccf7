using AngleSharp.Html.Dom;
using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Enrolments;
using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Web.Tests.Lists;

/// <summary>A county of a few schools that have sent nothing yet; each test takes schools of its own.</summary>
public sealed class ListCounty : WebApp, IAsyncLifetime
{
    public const string Semester = "2020-spring";

    private const int SchoolCount = 30;

    private static readonly Actor Arranger = new("test", "test", "test");

    private int taken;

    public QueryCounter Queries { get; } = new();

    public async Task InitializeAsync()
    {
        await using var work = Work();
        string[] header = ["学校代码", "学校名称", "乡镇", "办学类型", "举办者", "收款户名", "收款账号"];
        var file = ListFiles.Table([header, .. Enumerable.Range(1, SchoolCount).Select(n => new[] { Code(n), NameOf(n), n % 2 == 0 ? "甲镇" : "乙乡", "完全小学", "公办", NameOf(n), $"62280000{n:0000}5678" })]);
        var outcome = await work.Get<ImportSchools>().RunAsync(Arranger, [new("schools.xlsx", () => new MemoryStream(file))], partial: false, null, CancellationToken.None);
        outcome.Reports.Single().Written.Should().Be(SchoolCount);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>A school that no other test of the class works with, its name and its clerk's browser.</summary>
    public async Task<(SchoolId School, string Name, Browser Clerk)> ClerkAsync()
    {
        var n = Interlocked.Increment(ref taken);
        await using var work = Work();
        var code = Code(n);
        var school = await work.Db.Schools.Where(s => s.Code == code).Select(s => s.Id).SingleAsync();
        return (school, NameOf(n), await InSemesterAsync(await SignInAsAsync(Role.SchoolClerk, school)));
    }

    public async Task<Browser> OfficerAsync() => await InSemesterAsync(await SignInAsAsync(Role.AidOfficer));

    /// <summary>The rows of a school's current list, by name.</summary>
    public async Task<IReadOnlyList<Enrolment>> RowsOfAsync(SchoolId school)
    {
        await using var work = Work();
        return await work.Db.SchoolLists.Where(l => l.Current && l.School == school && l.Kind == SchoolListKind.Enrolments)
            .Join(work.Db.Enrolments, l => l.Id, e => e.List, (_, e) => e).OrderBy(e => e.Line).ToListAsync();
    }

    protected override void Configure(IWebHostBuilder host) =>
        host.ConfigureServices(services => services.ConfigureDbContext<EduAidDbContext>(options => options.AddInterceptors(Queries)));

    private static async Task<Browser> InSemesterAsync(Browser browser)
    {
        await browser.OpenAsync($"/Lists?semester={Semester}");
        return browser;
    }

    private static string Code(int n) => $"31415926{n:00}";

    private static string NameOf(int n) => $"第{n}完全小学";
}

/// <summary>What people do with lists, as steps of tests.</summary>
public static class ListSteps
{
    /// <returns>The address of the preview.</returns>
    public static async Task<string> StageAsync(this Browser browser, string name, byte[] content, string page = "/Lists/Upload")
    {
        using var sent = await browser.UploadAsync(page, null, [("Files", name, content)]);
        sent.StatusCode.Should().Be(System.Net.HttpStatusCode.Redirect);
        return sent.Headers.Location!.OriginalString;
    }

    public static async Task<IHtmlDocument> AcceptAsync(this Browser browser, string preview, params IReadOnlyList<(string Name, string Value)> fields)
    {
        using var sent = await browser.SendAsync(preview, "form#accept", fields);
        return sent.StatusCode == System.Net.HttpStatusCode.Redirect
            ? await browser.OpenAsync(sent.Headers.Location!.OriginalString) : await Browser.PageOf(sent);
    }

    public static async Task<(string Name, byte[] Content)> DownloadAsync(this Browser browser, string address)
    {
        using var response = await browser.GetAsync(address);
        response.StatusCode.Should().Be(System.Net.HttpStatusCode.OK, address);
        return (response.Content.Headers.ContentDisposition!.FileNameStar!, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>The figure of the tile with this label.</summary>
    public static string Tile(this IHtmlDocument page, string label) => page.QuerySelectorAll(".tile")
        .Single(t => t.QuerySelector("dt")!.TextContent.Contains(label, StringComparison.Ordinal)).QuerySelector("dd")!.TextContent.Trim();

    public static string Notices(this IHtmlDocument page) => string.Join('\n', page.QuerySelectorAll(".notice").Select(n => n.TextContent.Trim()));
}
