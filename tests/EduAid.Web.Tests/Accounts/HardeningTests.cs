using System.Net;
using EduAid.Application.Accounts;
using EduAid.Web.Setup;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Accounts;

public sealed class HardeningTests(WebApp app) : IClassFixture<WebApp>
{
    [Theory]
    [InlineData("/Account/SignIn")]
    [InlineData("/css/site.css")]
    [InlineData("/nowhere")]
    [InlineData("/health/ready")]
    public async Task Every_answer_has_the_safe_headers(string path)
    {
        using var browser = app.Anonymous();
        using var response = await browser.GetAsync(path);
        string Header(string name) => response.Headers.GetValues(name).Single();
        Header("X-Content-Type-Options").Should().Be("nosniff");
        Header("Referrer-Policy").Should().Be("same-origin");
        Header("Strict-Transport-Security").Should().StartWith("max-age=");
        Header("Content-Security-Policy").Should().Contain("default-src 'self'").And.Contain("frame-ancestors 'none'").And.NotContain("unsafe");
        response.Headers.Contains("Server").Should().BeFalse();
    }

    [Fact]
    public async Task What_a_signed_in_person_sees_is_kept_in_no_cache()
    {
        using var browser = await app.SignInAsAsync(Role.SystemAdministrator);
        using var response = await browser.GetAsync("/Users");
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_and_says_what_to_do()
    {
        using var browser = app.Anonymous();
        using var content = new FormUrlEncodedContent([new("Input.UserName", "x"), new("Input.Password", "y")]);
        using var response = await browser.Client.PostAsync("/Account/SignIn", content);
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await Browser.PageOf(response)).QuerySelector("h1")!.TextContent.Should().Be("页面已经过期,没有执行");
    }

    [Fact]
    public async Task Forms_take_one_mebibyte_and_uploads_sixty_four()
    {
        using var browser = await app.SignInAsAsync(Role.AidOfficer);
        (await PostAsync(browser, "/Account/SignIn", Uploads.LargestForm + 1)).Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await PostAsync(browser, "/Lists/Upload", Uploads.LargestForm + 1)).Should().Be(HttpStatusCode.BadRequest, "it has no token, but its size is right");
        (await PostAsync(browser, "/Registers/Upload/schools", Uploads.LargestForm + 1)).Should().Be(HttpStatusCode.BadRequest);
        foreach (var page in (string[])[$"/HomeTeaching/{Guid.Empty}", "/Plans/2020/x", $"/Missed/{Guid.Empty}", "/People/Ask", "/People/Bulk"])
            (await PostAsync(browser, page, Uploads.LargestForm + 1)).Should().NotBe(HttpStatusCode.RequestEntityTooLarge, "a phone's photo is larger than a form of text: " + page);
        (await PostAsync(browser, "/Settings", Uploads.LargestForm + 1)).Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await PostAsync(browser, "/Lists/Upload", Uploads.Largest + 1)).Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task The_live_and_the_ready_page_need_no_account()
    {
        using var browser = app.Anonymous();
        foreach (var path in new[] { "/health/live", "/health/ready" })
            (await browser.Client.GetStringAsync(path)).Should().Be("Healthy");
    }

    [Fact]
    public async Task A_fault_shows_a_number_and_nothing_of_the_inside()
    {
        using var broken = new WebApp();
        using var browser = await broken.SignInAsAsync(Role.SystemAdministrator);
        await using (var work = broken.Work())
        {
            await work.Db.Database.ExecuteSqlRawAsync("""DROP TABLE "Assignments"; DROP TABLE "Counties";""");
        }
        using var response = await browser.GetAsync("/Users?name=%E6%9E%97%E7%94%B2%E4%B8%80");
        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        var page = await Browser.PageOf(response);
        page.QuerySelector("h1")!.TextContent.Should().Be("系统出错,操作没有完成");
        page.Body!.TextContent.Should().Contain("编号").And.NotContainAny("Exception", "SQLite", "no such table", " at ", "Assignments");
        using var probe = broken.Anonymous();
        using var ready = await probe.GetAsync("/health/ready");
        ready.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync()).Should().Be("Unhealthy");

        var log = string.Concat(Directory.EnumerateFiles(broken.Folder.Logs).Select(ReadShared));
        log.Should().Contain("SqliteException").And.Contain("/Users").And.NotContain("林甲一").And.NotContain("name=");
    }

    [Fact]
    public async Task Signing_in_is_slowed_down_by_place_and_the_page_itself_stays()
    {
        using var strict = new Strict();
        using var browser = strict.Anonymous();
        for (var attempt = 0; attempt < Strict.Limit; attempt++)
            (await browser.TrySignInAsync("nobody", "Falsch-12345")).StatusCode.Should().Be(HttpStatusCode.OK);
        using var refused = await browser.TrySignInAsync("nobody", "Falsch-12345");
        refused.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta.Should().BePositive();
        (await Browser.PageOf(refused)).QuerySelector("h1")!.TextContent.Should().Be("操作太频繁,请稍候");
        (await browser.GetAsync("/Account/SignIn")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Uploads_are_slowed_down_by_person()
    {
        using var strict = new Strict();
        using var first = await strict.SignInAsAsync(Role.AidOfficer);
        using var second = await strict.SignInAsAsync(Role.SystemAdministrator);
        for (var attempt = 0; attempt < Strict.Limit; attempt++)
            (await PostAsync(first, "/Lists/Upload", 10)).Should().Be(HttpStatusCode.BadRequest);
        (await PostAsync(first, "/Lists/Upload", 10)).Should().Be(HttpStatusCode.TooManyRequests);
        (await PostAsync(second, "/Lists/Upload", 10)).Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Taking_files_out_is_slowed_down_by_person()
    {
        using var strict = new Strict();
        await strict.LoadCountyAsync(new() { Schools = 12, Pupils = 60, Seed = 3 });
        using var officer = await strict.SignInAsAsync(Role.AidOfficer);
        using var auditor = await strict.SignInAsAsync(Role.Auditor);
        for (var attempt = 0; attempt < Strict.Limit; attempt++) (await ExportAsync(officer)).Should().Be(HttpStatusCode.OK);
        (await ExportAsync(officer)).Should().Be(HttpStatusCode.TooManyRequests);
        (await ExportAsync(auditor)).Should().Be(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> ExportAsync(Browser browser)
    {
        using var response = await browser.SendAsync("/Rosters?semester=2020-spring", "form[action*='handler=Export']", ("programme", "compulsory-living"));
        return response.StatusCode;
    }

    private static async Task<HttpStatusCode> PostAsync(Browser browser, string path, long length)
    {
        using var content = new MultipartFormDataContent { { new ByteArrayContent(new byte[length]), "Files", "list.xlsx" } };
        using var response = await browser.Client.PostAsync(path, content);
        return response.StatusCode;
    }

    private static string ReadShared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }

    private sealed class Strict : WebApp
    {
        public const int Limit = 3;

        protected override void Configure(IWebHostBuilder host) =>
            host.UseSetting("Limits:SignInsPerMinute", "3").UseSetting("Limits:UploadsPerMinute", "3").UseSetting("Limits:ExportsPerMinute", "3");
    }
}
