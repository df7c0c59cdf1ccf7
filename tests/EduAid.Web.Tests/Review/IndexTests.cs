using EduAid.Application.Accounts;
using EduAid.Web.Tests.Rosters;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Review;

public sealed class IndexTests(RosterApp app) : IClassFixture<RosterApp>
{
    [Fact]
    public async Task Groups_count_every_finding_of_the_semester()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var page = await officer.OpenAsync("/Review?semester=2020-spring&size=200");
        await using var work = app.Work();
        var findings = await work.Db.Findings.Where(f => f.Semester == RosterApp.Spring).ToListAsync();

        page.QuerySelectorAll(".groups strong").Sum(g => Page.Count(g.Text())).Should().Be(findings.Count).And.BePositive();
        page.Rows("findings").Should().HaveCount(Math.Min(200, findings.Count));
        page.QuerySelectorAll(".groups li").Should().HaveCount(findings.Select(f => f.Code).Distinct().Count());
    }

    [Theory]
    [InlineData("effect=holds", true)]
    [InlineData("effect=flags", false)]
    public async Task The_effect_filter_tells_held_amounts_from_flags(string query, bool holds)
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var page = await officer.OpenAsync("/Review?semester=2020-spring&size=200&" + query);
        await using var work = app.Work();
        var count = await work.Db.Findings.CountAsync(f => f.Semester == RosterApp.Spring && f.Holds == holds);

        page.Rows("findings").Should().HaveCount(count);
        count.Should().BePositive();
    }

    [Fact]
    public async Task A_clerk_sees_and_exports_the_findings_of_the_own_school_alone()
    {
        await using var work = app.Work();
        var school = await work.Db.FindingSchools.GroupBy(s => s.School).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync();
        var own = await work.Db.Findings.CountAsync(f => f.Semester == RosterApp.Spring && f.Schools.Any(s => s.School == school));
        using var clerk = await app.SignInAsAsync(Role.SchoolClerk, school);
        var page = await clerk.OpenAsync("/Review?semester=2020-spring&size=200");

        page.Rows("findings").Should().HaveCount(own);
        own.Should().BePositive().And.BeLessThan(await work.Db.Findings.CountAsync(f => f.Semester == RosterApp.Spring));
        using var response = await clerk.SendAsync("/Review?semester=2020-spring", "form[action*=Export]");
        using var book = await RosterApp.WorkbookAsync(response);
        book.Worksheet(1).RowsUsed().Count().Should().Be(own + 2, "a title and a header stand above");
        (await work.Db.AuditEvents.OrderByDescending(e => e.Number).FirstAsync(e => e.Action == "review.export")).Role.Should().Be(nameof(Role.SchoolClerk));
    }

    [Fact]
    public async Task A_school_that_does_not_exist_has_no_findings()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        (await officer.OpenAsync("/Review?semester=2020-spring&school=nowhere")).Rows("findings").Should().BeEmpty();
    }
}
