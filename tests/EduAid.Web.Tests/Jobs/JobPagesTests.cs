using System.Net;
using AngleSharp.Dom;
using EduAid.Application.Accounts;
using EduAid.Application.Jobs;
using EduAid.Application.Jobs.Kinds;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Jobs;

/// <summary>While a job has not ended it is seen how far it is and what it waits for; it can be left, found again and stopped.</summary>
public sealed class JobPagesTests(BusyApp app) : IClassFixture<BusyApp>
{
    [Fact]
    public async Task A_job_is_shown_listed_and_stopped()
    {
        var page = await AskAsync();
        var shown = await app.Officer.OpenAsync(page);
        shown.QuerySelector("h1")!.TextContent.Should().Be("生成2020年春季学期名册");
        var progress = shown.QuerySelector("#job")!;
        progress.TextContent.Should().Contain("等待");
        progress.GetAttribute("hx-get").Should().Be($"{page}?handler=Progress");
        progress.QuerySelector("progress")!.HasAttribute("value").Should().BeFalse("nothing is known of how far it is");
        shown.QuerySelector("head noscript")!.InnerHtml.Should().Contain("refresh", "without scripts the page asks anew by itself");
        shown.QuerySelector("#job-said[role=status]").Should().NotBeNull();
        shown.QuerySelector(".top .running")!.TextContent.Should().Contain("1");
        (await app.Officer.OpenAsync("/")).QuerySelector(".top .running")!.GetAttribute("href").Should().Be("/Jobs");
        var list = await app.Officer.OpenAsync("/Jobs");
        list.QuerySelectorAll("#jobs tbody tr")[0].TextContent.Should().Contain("生成2020年春季学期名册").And.Contain("等待");
        using (var colleague = await app.SignInAsAsync(Role.Finance))
        {
            var others = await colleague.OpenAsync("/Jobs");
            others.QuerySelector("#jobs")!.TextContent.Should().Contain("没有任务").And.NotContain("名册");
            others.QuerySelector(".top .running").Should().BeNull();
        }

        using var stopped = await app.Officer.SendAsync(page, "form[action*=Stop]");
        stopped.Headers.Location!.OriginalString.Should().Be(page);
        var after = await app.Officer.OpenAsync(page);
        after.QuerySelector(".notice")!.TextContent.Should().Contain("已停止").And.Contain("数据保持原样");
        after.QuerySelector("head noscript").Should().BeNull();
        after.QuerySelector("form[action*=Stop]").Should().BeNull();
        (await app.Officer.OpenAsync("/")).QuerySelector(".top .running").Should().BeNull();
    }

    [Fact]
    public async Task It_says_what_it_waits_for_and_how_far_another_node_is()
    {
        await using var work = app.Work();
        var id = Guid.Parse((await AskAsync()).Split('/')[^1]);
        var director = await app.AccountAsync(Role.AidDirector);
        var other = await work.Db.Users.Where(u => u.UserName == director).Join(work.Db.Assignments, u => u.Id, a => a.User, (u, a) => new { u.Id, u.DisplayName, Assignment = a.Id }).SingleAsync();
        var before = await work.Get<StartJob>().RunAsync(
            new(other.Id, other.Assignment, "test"), JobKind.Close, "test", new CloseArguments(Semester.Spring(2020), "preschool"), CancellationToken.None);
        await work.Db.Jobs.Where(j => j.Id == before).ExecuteUpdateAsync(s => s.SetProperty(j => j.State, JobState.Running));
        var part = await ProgressAsync(id);
        part.TextContent.Should().Contain("归档").And.Contain(other.DisplayName);

        await work.Db.Jobs.Where(j => j.Id == id).ExecuteUpdateAsync(s => s.SetProperty(j => j.State, JobState.Running)
            .SetProperty(j => j.Phase, JobPhase.Judging).SetProperty(j => j.Done, 1234).SetProperty(j => j.Total, 4936));
        part = await ProgressAsync(id);
        part.TextContent.Should().Contain("逐人核算").And.Contain("1,234 / 4,936(25%)");
        part.QuerySelector("progress")!.GetAttribute("value").Should().Be("1234");
        part.QuerySelector("label")!.GetAttribute("for").Should().Be(part.QuerySelector("progress")!.Id);
        part.GetAttribute("data-said").Should().EndWith("25%");

        await work.Db.Jobs.Where(j => j.Id == id || j.Id == before).ExecuteUpdateAsync(s => s.SetProperty(j => j.State, JobState.Failed));
        using var ended = await app.Officer.GetAsync($"/Jobs/{id}?handler=Progress");
        ended.Headers.GetValues("HX-Redirect").Should().Equal($"/Jobs/{id}");
        (await app.Officer.OpenAsync($"/Jobs/{id}")).QuerySelector(".notice.bad")!.TextContent.Should().Contain("出错");
    }

    [Fact]
    public async Task Its_pages_send_no_more_than_eight_queries_and_asking_how_far_it_is_keeps_no_session_alive()
    {
        var page = await AskAsync();
        using var count = new QueryCount(app);
        foreach (var address in new[] { page, page + "?handler=Progress", "/Jobs" })
        {
            count.Take();
            using var response = await app.Officer.GetAsync(address);
            response.StatusCode.Should().Be(HttpStatusCode.OK);
            count.Take().Count(q => !q.StartsWith("PRAGMA", StringComparison.Ordinal)).Should().BeInRange(1, 8, address);
        }
        await using var work = app.Work();
        var now = work.Get<TimeProvider>().GetUtcNow();
        await work.Db.UserSessions.ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now.AddMinutes(-5)));
        await app.Officer.GetAsync(page + "?handler=Progress");
        (await work.Db.UserSessions.AnyAsync(s => s.SeenAt > now.AddMinutes(-4))).Should().BeFalse();
        await app.Officer.OpenAsync(page);
        (await work.Db.UserSessions.AnyAsync(s => s.SeenAt > now.AddMinutes(-4))).Should().BeTrue();
    }

    private async Task<string> AskAsync()
    {
        using var sent = await app.Officer.SendAsync("/Rosters?semester=2020-spring", "form[action*=Generate]");
        sent.StatusCode.Should().Be(HttpStatusCode.Redirect);
        return sent.Headers.Location!.OriginalString;
    }

    private async Task<IElement> ProgressAsync(Guid id)
    {
        using var response = await app.Officer.GetAsync($"/Jobs/{id}?handler=Progress");
        var page = await Browser.PageOf(response);
        page.QuerySelector(".top").Should().BeNull("the part alone");
        return page.QuerySelector("#job")!;
    }
}
