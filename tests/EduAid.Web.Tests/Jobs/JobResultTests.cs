using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ClosedXML.Excel;
using EduAid.Application.Accounts;
using EduAid.Application.Jobs;
using EduAid.Web.Tests.Lists;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Jobs;

/// <summary>What takes long ends where it would have ended at once.</summary>
public sealed class JobResultTests(JobApp app) : IClassFixture<JobApp>
{
    [Fact]
    public async Task A_generation_leads_to_the_rosters_and_says_what_it_did()
    {
        using var rosters = await EndAsync(await app.Officer.SendAsync("/Rosters", "form[action*=Generate]"));
        rosters.Headers.Location!.OriginalString.Should().Be("/Rosters?semester=2020-spring");
        var page = await app.Officer.OpenAsync("/Rosters?semester=2020-spring");
        page.QuerySelector("main")!.TextContent.Should().Contain("义务教育");
        page.QuerySelectorAll("#generated, .generated, table").Length.Should().BeGreaterThan(1, "what the generation did stands above the rosters");
        (await app.Officer.OpenAsync("/Rosters?semester=2020-spring")).QuerySelectorAll("table").Length.Should().Be(1, "and is said once");
    }

    [Fact]
    public async Task A_list_is_read_shown_and_accepted()
    {
        await using var work = app.Work();
        var name = await work.Db.SchoolVersions.Where(v => v.School == app.School).Select(v => v.Name).FirstAsync();
        using var clerk = await app.SignInAsAsync(Role.SchoolClerk, app.School);
        await clerk.OpenAsync("/?semester=2021-autumn");
        using var staged = await EndAsync(
            await clerk.UploadAsync("/Lists/Upload", null, [("Files", "a.xlsx", ListFiles.List(name, Child.Number(1), Child.Number(2), Child.Number(3)))]), clerk);
        var preview = staged.Headers.Location!.OriginalString;
        preview.Should().StartWith("/Lists/Preview/");
        var shown = await clerk.OpenAsync(preview);
        shown.QuerySelectorAll("form[action*=Accept]").Should().ContainSingle();

        using var accepted = await EndAsync(await clerk.SendAsync(preview, "form[action*=Accept]"), clerk);
        accepted.Headers.Location!.OriginalString.Should().Be(preview);
        (await clerk.OpenAsync(preview)).QuerySelector("main")!.TextContent.Should().Contain("已接收");
        (await work.Db.SchoolLists.CountAsync(l => l.School == app.School && l.Semester == EduAid.Domain.Values.Semester.Autumn(2021) && l.Current && l.Rows == 3)).Should().Be(1);
    }

    [Fact]
    public async Task What_would_be_refused_anyway_is_said_at_once()
    {
        await using var work = app.Work();
        var name = await work.Db.SchoolVersions.Where(v => v.School == app.School).Select(v => v.Name).FirstAsync();
        using var clerk = await app.SignInAsAsync(Role.SchoolClerk, app.School);
        await clerk.OpenAsync("/?semester=2020-spring");
        using var staged = await EndAsync(await clerk.UploadAsync("/Lists/Upload", null, [("Files", "a.xlsx", ListFiles.List(name, Child.Number(7)))]), clerk);
        var before = await work.Db.Jobs.CountAsync(j => j.Kind == JobKind.Accept);
        using var undecided = await clerk.SendAsync(staged.Headers.Location!.OriginalString, "form[action*=Accept]");
        undecided.StatusCode.Should().Be(HttpStatusCode.OK, "children would leave the list: it must be said whether it replaces");
        (await work.Db.Jobs.CountAsync(j => j.Kind == JobKind.Accept)).Should().Be(before);
    }

    [Fact]
    public async Task A_workbook_waits_on_the_jobs_page_for_who_asked_and_for_nobody_else()
    {
        using var sent = await app.Officer.SendAsync("/Rosters", "form[action*=Export]", ("programme", "compulsory-living"));
        var page = sent.Headers.Location!.OriginalString;
        page.Should().StartWith("/Jobs/");
        var job = await app.Officer.OpenAsync(page);
        job.QuerySelector("main")!.TextContent.Should().Contain("文件已生成").And.Contain(".xlsx");
        using var taken = await app.Officer.SendAsync(page, "form[action*=Download]");
        using var book = new XLWorkbook(new MemoryStream(await taken.Content.ReadAsByteArrayAsync()));
        book.Worksheets.Count.Should().BeGreaterThan(1);

        foreach (var role in new[] { Role.AidDirector, Role.Auditor })
        {
            using var other = await app.SignInAsAsync(role);
            (await other.GetAsync(page)).StatusCode.Should().Be(HttpStatusCode.NotFound);
            (await other.GetAsync(page + "?handler=Progress")).StatusCode.Should().Be(HttpStatusCode.NotFound);
            foreach (var handler in new[] { "Download", "Stop" })
            {
                using var tried = await PostAsync(other, $"{page}?handler={handler}");
                tried.StatusCode.Should().Be(HttpStatusCode.NotFound);
            }
        }
    }

    [Fact]
    public async Task A_trial_of_values_and_a_forecast_lead_to_their_pages()
    {
        using var effect = await EndAsync(await app.Officer.SendAsync("/Policies/Sandbox", "main form[method=post]", ("Values[preschool.annual-amount]", "1200")));
        var page = effect.Headers.Location!.OriginalString;
        page.Should().StartWith("/Policies/Sandbox?result=");
        (await app.Officer.OpenAsync(page.Split('#')[0])).QuerySelector("#effect-programmes").Should().NotBeNull();
        using var forecast = await EndAsync(await app.Officer.SendAsync("/Policies/Forecast", "main form[method=post]"));
        forecast.Headers.Location!.OriginalString.Should().Be("/Policies/Forecast");
        (await app.Officer.OpenAsync("/Policies/Forecast")).QuerySelector("#forecast").Should().NotBeNull();
    }

    [Fact]
    public async Task Books_that_cannot_be_closed_say_why_and_lead_back()
    {
        using var director = await app.SignInAsAsync(Role.AidDirector);
        await using var work = app.Work();
        var user = await work.Db.Users.Join(work.Db.Assignments.Where(a => a.Role == Role.AidDirector), u => u.Id, a => a.User, (u, a) => new { u.Id, Assignment = a.Id }).FirstAsync();
        var id = await work.Get<StartJob>().RunAsync(
            new(user.Id, user.Assignment, "test"), JobKind.Close, "test", new EduAid.Application.Jobs.Kinds.CloseArguments(EduAid.Domain.Values.Semester.Spring(2020), "preschool"), CancellationToken.None);
        await work.Get<JobBoard>().WaitForAsync(id, TimeSpan.FromSeconds(30), CancellationToken.None);
        var page = await director.OpenAsync($"/Jobs/{id}");
        page.QuerySelector(".notice")!.TextContent.Should().Contain("没有完成").And.Contain("审批");
        page.QuerySelector<IHtmlAnchorElement>("main a.btn")!.GetAttribute("href").Should().Be("/Payments/Archives/preschool?semester=2020-spring");
    }

    // The way to the job, and from there to what came of it.
    private async Task<HttpResponseMessage> EndAsync(HttpResponseMessage sent, Browser? who = null)
    {
        using (sent)
        {
            sent.StatusCode.Should().Be(HttpStatusCode.Redirect);
            var job = sent.Headers.Location!.OriginalString;
            job.Should().StartWith("/Jobs/");
            var end = await (who ?? app.Officer).GetAsync(job);
            end.StatusCode.Should().Be(HttpStatusCode.Redirect, await end.Content.ReadAsStringAsync());
            return end;
        }
    }

    private static async Task<HttpResponseMessage> PostAsync(Browser browser, string address)
    {
        var token = (await browser.OpenAsync("/Account")).QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        return await browser.Client.PostAsync(new Uri(address, UriKind.Relative), content);
    }
}
