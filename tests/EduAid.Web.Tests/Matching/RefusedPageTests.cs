using EduAid.Application.Accounts;
using EduAid.Application.Matching;
using EduAid.Application.Rosters;
using EduAid.Web.Setup;
using EduAid.Web.Tests.Rosters;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Matching;

public sealed class RefusedPageTests(RosterApp app) : IClassFixture<RosterApp>
{
    [Fact]
    public async Task A_refused_row_is_shown_beside_the_child_mended_and_taken_back()
    {
        await using var work = app.Work();
        await new DemoMatching(work).FillAsync(CancellationToken.None);
        (await work.Db.RefusedRows.CountAsync()).Should().BePositive();
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var page = await officer.OpenAsync("/Matching/Refused?semester=2020-spring");
        var open = page.Rows("refused").Count;
        open.Should().BePositive();
        page.QuerySelectorAll("#refused mark").Should().NotBeEmpty("what differs is marked");
        (await app.QueriesAsync(() => officer.OpenAsync("/Matching/Refused"))).Should().BeLessThanOrEqualTo(8);
        var listed = await SemesterFacts.CurrentEnrolments(work.Db, RosterApp.Spring).CountAsync();

        using var done = await officer.SendAsync("/Matching/Refused", "form.match-do", ("verdict", nameof(MatchVerdict.Same)), ("reason", "户口簿同一人"));
        (await officer.OpenAsync("/Matching/Refused")).Rows("refused").Count.Should().Be(open - 1);
        (await SemesterFacts.CurrentEnrolments(work.Db, RosterApp.Spring).CountAsync()).Should().Be(listed + 1);
        (await officer.OpenAsync("/Matching/Refused?show=decided")).Rows("mended").Should().ContainSingle();
        (await app.QueriesAsync(() => officer.OpenAsync("/Matching/Refused?show=decided"))).Should().BeLessThanOrEqualTo(8);

        using var undone = await officer.SendAsync("/Matching/Refused?show=decided", "#mended form", ("reason", "看错了"));
        (await SemesterFacts.CurrentEnrolments(work.Db, RosterApp.Spring).CountAsync()).Should().Be(listed);
        using var director = await app.SignInAsAsync(Role.AidDirector);
        (await director.OpenAsync("/Matching/Refused?semester=2020-spring")).QuerySelectorAll("form.match-do").Should().BeEmpty("only the officer decides");
    }
}
