using EduAid.Application.Accounts;
using EduAid.Domain.Findings;
using EduAid.Domain.Review;
using EduAid.Web.Tests.Rosters;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Review;

public sealed class FindingTests(RosterApp app) : IClassFixture<RosterApp>
{
    [Fact]
    public async Task The_officer_names_the_school_that_holds_the_pupil_and_takes_it_back()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        await using var work = app.Work();
        var finding = await work.Db.Findings.Include(f => f.Schools).FirstAsync(f => f.Semester == RosterApp.Spring && f.Code == FindingCodes.EnrolmentConflict);
        var page = await officer.OpenAsync($"/Review/Finding/{finding.Id}?semester=2020-spring");
        page.QuerySelectorAll("#decide input[type=radio]").Should().HaveCount(finding.Schools.Count);
        page.Rows("listed").Should().HaveCountGreaterThanOrEqualTo(2, "both schools' rows stand side by side");

        using var refused = await officer.SendAsync($"/Review/Finding/{finding.Id}", "#decide", ("Input.School", finding.Schools[0].School.Value.ToString()), ("Input.Why", " "));
        (await refused.Content.ReadAsStringAsync()).Should().Contain("请写明理由");
        using var done = await officer.SendAsync($"/Review/Finding/{finding.Id}", "#decide", ("Input.School", finding.Schools[0].School.Value.ToString()), ("Input.Why", "走访核实"));
        (await work.Db.Findings.AnyAsync(f => f.Id == finding.Id)).Should().BeFalse();
        (await work.Db.Decisions.SingleAsync(d => d.Person == finding.Person)).Kind.Should().Be(DecisionKind.HeldBy);

        var decisions = await officer.OpenAsync("/Review/Decisions?semester=2020-spring");
        decisions.Rows("decisions").Should().Contain(r => r.Contains("走访核实"));
        using var undone = await officer.SendAsync("/Review/Decisions", "form[action*=Undo]", ("reason", "看错了"));
        (await work.Db.Findings.AnyAsync(f => f.Person == finding.Person && f.Code == FindingCodes.EnrolmentConflict)).Should().BeTrue("it is asked again");
    }

    [Fact]
    public async Task A_page_of_a_finding_asks_at_most_eight_questions_and_so_do_its_lists()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        await using var work = app.Work();
        foreach (var code in await work.Db.Findings.Where(f => f.Semester == RosterApp.Spring).Select(f => f.Code).Distinct().ToListAsync())
        {
            var id = await work.Db.Findings.Where(f => f.Semester == RosterApp.Spring && f.Code == code).Select(f => f.Id).FirstAsync();
            await officer.OpenAsync($"/Review/Finding/{id}");
            (await app.QueriesAsync(() => officer.OpenAsync($"/Review/Finding/{id}"))).Should().BeLessThanOrEqualTo(Allowed, code);
        }
        foreach (var page in (string[])["/Review?assignee=school&due=overdue", "/Review/Decisions", "/Matching", "/Matching?show=decided"])
        {
            await officer.OpenAsync(page);
            (await app.QueriesAsync(() => officer.OpenAsync(page))).Should().BeLessThanOrEqualTo(Allowed, page);
        }
    }

    [Fact]
    public async Task What_a_school_can_know_is_told_from_what_the_county_decides()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        await using var work = app.Work();
        var own = DecisionAnswers.SchoolCodes.ToList();
        var count = await work.Db.Findings.CountAsync(f => f.Semester == RosterApp.Spring && own.Contains(f.Code));
        (await officer.OpenAsync("/Review?semester=2020-spring&size=200&assignee=school")).Rows("findings").Should().HaveCount(Math.Min(200, count));
        count.Should().BePositive();
        (await officer.OpenAsync("/Review?semester=2020-spring&due=overdue")).Rows("findings").Should().BeEmpty("they were raised today");
    }

    // The visitor, the session and the county's turn are asked for by every page.
    private const int Allowed = 8;
}
