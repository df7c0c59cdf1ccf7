using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using EduAid.Application.Accounts;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Authorisation;

/// <summary>A clerk of school A asks for everything of school B; the one who may gets it from the same address.</summary>
public sealed class ScopeTests(Neighbours app) : IClassFixture<Neighbours>
{
    public static TheoryData<string> OfSchools => [.. Routes.All.Where(r => r.Next is not null).Select(r => r.Route)];

    [Theory]
    [MemberData(nameof(OfSchools))]
    public async Task Another_schools_address_is_not_found(string route)
    {
        var row = Routes.All.Single(r => r.Route == route);
        var (own, next) = (row.Own!(app), row.Next!(app));
        (await StatusAsync(app.ClerkOfA, own)).Should().Be(HttpStatusCode.OK);
        (await StatusAsync(app.ClerkOfA, next)).Should().Be(HttpStatusCode.NotFound);
        (await StatusAsync(app.ClerkOfB, next)).Should().Be(HttpStatusCode.OK);
        (await StatusAsync(app.ClerkOfB, own)).Should().Be(HttpStatusCode.NotFound);
        (await StatusAsync(app.Officer, next)).Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [MemberData(nameof(OfSchools))]
    public async Task Another_schools_forms_do_nothing(string route)
    {
        var row = Routes.All.Single(r => r.Route == route);
        var (own, next) = (row.Own!(app), row.Next!(app));
        var page = await app.ClerkOfA.OpenAsync(own);
        foreach (var form in page.QuerySelectorAll<IHtmlFormElement>("main form[method=post]"))
        {
            var token = form.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
            var query = new Uri(new Uri("https://eduaid.test" + own), form.GetAttribute("action") ?? "").Query;
            var before = await StateAsync();
            using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
            using var response = await app.ClerkOfA.Client.PostAsync(new Uri(next + query, UriKind.Relative), content);
            // Going back to a page that is not found is no answer either.
            if (response.StatusCode == HttpStatusCode.Redirect) response.Headers.Location!.OriginalString.Should().StartWith(next);
            else ((int)response.StatusCode).Should().BeOneOf([400, 403, 404], $"{next}{query}");
            (await StateAsync()).Should().Be(before);
        }
    }

    [Fact]
    public async Task No_page_of_a_clerk_names_the_school_next_door()
    {
        foreach (var row in Routes.All.Where(r => r.For(1) == "200"))
        {
            var path = row.Own?.Invoke(app) ?? "/" + row.Route;
            using var response = await app.ClerkOfA.GetAsync(path + "?semester=2020-spring");
            (await response.Content.ReadAsStringAsync()).Should().NotContain(app.B.Name, path);
        }
        using var officers = await app.Officer.GetAsync("/Lists?semester=2020-spring");
        (await officers.Content.ReadAsStringAsync()).Should().Contain(app.B.Name);
    }

    [Fact]
    public async Task Sending_a_list_for_the_school_next_door_is_refused()
    {
        using var response = await app.ClerkOfA.UploadAsync(
            "/Lists/Upload", null, [("Files", "list.csv", "姓名,身份证号\n"u8.ToArray())], ("School", app.B.School.Value.ToString()));
        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_system_administrator_gets_no_business_row_from_the_database()
    {
        await using var work = app.Work();
        work.Db.Scope = null;
        (await work.Db.Enrolments.AnyAsync() || await work.Db.People.AnyAsync() || await work.Db.Rosters.AnyAsync() || await work.Db.Schools.AnyAsync())
            .Should().BeFalse();
        foreach (var path in new[] { "/Users", "/Users/Add", "/Account/Switch" })
            (await app.Administrator.OpenAsync(path)).QuerySelectorAll(".rail a").Select(a => a.GetAttribute("href")).Should().Equal("/Users");
    }

    [Fact]
    public async Task A_refusal_stands_in_the_trail()
    {
        (await StatusAsync(app.ClerkOfA, "/Users")).Should().Be(HttpStatusCode.Forbidden);
        var name = await app.AccountAsync(Role.SchoolClerk, app.A.School);
        await using var work = app.Work();
        (await work.Db.AuditEvents.Where(e => e.Actor == name && e.Action == "access.refuse").Select(e => e.Subject).ToListAsync())
            .Should().Contain("page:Users");
    }

    private static async Task<HttpStatusCode> StatusAsync(Browser browser, string path)
    {
        using var response = await browser.GetAsync(path);
        return response.StatusCode;
    }

    // What a form of another school could have changed: nothing of it may be in the trail.
    private async Task<int> StateAsync()
    {
        await using var work = app.Work();
        return await work.Db.AuditEvents.CountAsync(e => e.Action != "access.refuse");
    }
}
