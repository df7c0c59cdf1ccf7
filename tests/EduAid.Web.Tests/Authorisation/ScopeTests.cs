using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using EduAid.Application.Accounts;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Authorisation;

/// <summary>A clerk of school A asks for everything of school B; the one who may gets it from the same address.</summary>
public sealed class ScopeTests(Neighbours app) : IClassFixture<Neighbours>
{
    public static TheoryData<string> OfSchools => [.. Routes.All.Where(r => r.Of is not null).Select(r => r.Route)];

    [Theory]
    [MemberData(nameof(OfSchools))]
    public async Task Another_schools_address_is_not_found(string route)
    {
        var of = Routes.All.Single(r => r.Route == route).Of!;
        var (own, next) = (of(app.A), of(app.B));
        foreach (var role in new[] { Role.SchoolClerk, Role.SchoolHead, Role.TownshipSchool }.Intersect(Routes.All.Single(r => r.Route == route).Get))
        {
            (await StatusAsync(app.In[role], own)).Should().Be(HttpStatusCode.OK);
            (await StatusAsync(app.In[role], next)).Should().Be(HttpStatusCode.NotFound, $"{role} {next}");
        }
        foreach (var browser in new[] { app.ClerkOfB, app.TownshipOfB })
        {
            (await StatusAsync(browser, next)).Should().Be(HttpStatusCode.OK);
            (await StatusAsync(browser, own)).Should().Be(HttpStatusCode.NotFound);
        }
        (await StatusAsync(app.Officer, next)).Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [MemberData(nameof(OfSchools))]
    public async Task Another_countys_address_is_not_found(string route)
    {
        var row = Routes.All.Single(r => r.Route == route);
        var of = row.Of!;
        (await StatusAsync(app.OfficerOfC, of(app.C))).Should().Be(HttpStatusCode.OK);
        foreach (var role in new[] { Role.SchoolClerk, Role.TownshipSchool, Role.AidOfficer, Role.AidDirector, Role.Auditor }.Intersect(Routes.All.Single(r => r.Route == route).Get))
            (await StatusAsync(app.In[role], of(app.C))).Should().Be(HttpStatusCode.NotFound, $"{role} {of(app.C)}");
        (await StatusAsync(app.OfficerOfC, of(app.A))).Should().BeOneOf([HttpStatusCode.NotFound, HttpStatusCode.OK], "numbers of imports are a county's own");
        if (!route.Contains("{number")) (await StatusAsync(app.OfficerOfC, of(app.A))).Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [MemberData(nameof(OfSchools))]
    public async Task Another_schools_forms_do_nothing(string route)
    {
        var of = Routes.All.Single(r => r.Route == route).Of!;
        var own = of(app.A);
        var page = await app.ClerkOfA.OpenAsync(own);
        foreach (var form in page.QuerySelectorAll<IHtmlFormElement>("main form[method=post]"))
        {
            var token = form.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
            var query = new Uri(new Uri("https://eduaid.test" + own), form.GetAttribute("action") ?? "").Query;
            foreach (var next in new[] { of(app.B), of(app.C) })
            {
                var before = await StateAsync();
                using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
                using var response = await app.ClerkOfA.Client.PostAsync(new Uri(next + query, UriKind.Relative), content);
                // Going back to a page that is not found is no answer either.
                if (response.StatusCode == HttpStatusCode.Redirect) response.Headers.Location!.OriginalString.Should().StartWith(next);
                else ((int)response.StatusCode).Should().BeOneOf([400, 403, 404], $"{next}{query}");
                (await StateAsync()).Should().Be(before);
            }
        }
    }

    [Fact]
    public async Task No_page_of_a_school_names_the_school_next_door_and_none_of_a_county_the_next()
    {
        var own = new[] { Role.SchoolClerk, Role.SchoolHead, Role.TownshipSchool };
        foreach (var row in Routes.All.Where(r => r.Granted == "200"))
        {
            foreach (var role in row.Get)
            {
                using var response = await app.In[role].GetAsync(row.Address(app) + "?semester=2020-spring");
                var text = await response.Content.ReadAsStringAsync();
                if (own.Contains(role)) text.Should().NotContain(app.B.Name, $"{role} {row.Route}");
                text.Should().NotContain(app.C.Roster.Value.ToString()).And.NotContain(app.C.School.Value.ToString());
            }
        }
        using var officers = await app.Officer.GetAsync("/Lists?semester=2020-spring");
        (await officers.Content.ReadAsStringAsync()).Should().Contain(app.B.Name);
    }

    [Fact]
    public async Task A_township_sees_the_schools_that_lie_in_it_and_sends_lists_for_one_of_them()
    {
        await using var work = app.Work();
        var township = await work.Db.SchoolVersions.Where(v => v.School == app.A.School).Select(v => v.Township).FirstAsync();
        var names = await work.Db.SchoolVersions.Where(v => v.Township == township).Select(v => v.Name).ToListAsync();
        var browser = app.In[Role.TownshipSchool];
        var rows = (await browser.OpenAsync("/Lists?semester=2020-spring&size=200")).QuerySelectorAll("#lists tbody tr");
        rows.Should().HaveSameCount(names);
        rows.Should().OnlyContain(r => names.Any(n => r.TextContent.Contains(n)));
        if (names.Count == 1) return;
        using var unsaid = await browser.UploadAsync("/Lists/Upload", null, [("Files", "list.csv", "姓名,身份证号\n"u8.ToArray())]);
        (await Browser.PageOf(unsaid)).QuerySelector("[role=alert]")!.TextContent.Should().Contain("请选择是哪所学校的名单");
        using var sent = await browser.UploadAsync("/Lists/Upload", null, [("Files", "list.csv", "姓名,身份证号\n"u8.ToArray())], ("School", app.A.School.Value.ToString()));
        sent.StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Sending_a_list_for_the_school_next_door_is_refused()
    {
        using var response = await app.ClerkOfA.UploadAsync(
            "/Lists/Upload", null, [("Files", "list.csv", "姓名,身份证号\n"u8.ToArray())], ("School", app.B.School.Value.ToString()));
        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Administrators_get_no_business_row_from_the_database()
    {
        foreach (var role in new[] { Role.SystemAdministrator, Role.SecurityAdministrator, Role.AuditAdministrator })
        {
            await using var work = app.Work();
            var held = await work.Db.Assignments.FirstAsync(a => a.Role == role);
            work.Db.Scope = await AssignmentScope.OfAsync(work.Db, held, CancellationToken.None);
            (await work.Db.Enrolments.AnyAsync() || await work.Db.People.AnyAsync() || await work.Db.Rosters.AnyAsync()
                || await work.Db.Schools.AnyAsync() || await work.Db.PolicyValues.AnyAsync()).Should().BeFalse();
            (await work.Db.AuditEvents.AnyAsync()).Should().Be(role == Role.AuditAdministrator);
        }
        foreach (var path in new[] { "/Users", "/Users/Add", "/Account/Switch" })
            (await app.In[Role.SystemAdministrator].OpenAsync(path)).QuerySelectorAll(".rail a").Select(a => a.GetAttribute("href")).Should().Equal("/Users", "/Account");
    }

    [Fact]
    public async Task Who_reports_on_own_items_gets_no_schools_row()
    {
        foreach (var role in new[] { Role.ResponsibleUnit, Role.Teacher })
        {
            await using var work = app.Work();
            work.Db.Scope = await AssignmentScope.OfAsync(work.Db, await work.Db.Assignments.FirstAsync(a => a.Role == role), CancellationToken.None);
            (await work.Db.Enrolments.AnyAsync() || await work.Db.People.AnyAsync() || await work.Db.Rosters.AnyAsync()).Should().BeFalse();
        }
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
