using EduAid.Application.Accounts;
using EduAid.Application.Matching;
using EduAid.Web.Tests.Rosters;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Matching;

public sealed class IndexTests(RosterApp app) : IClassFixture<RosterApp>
{
    [Fact]
    public async Task A_pair_is_shown_with_its_difference_marked_decided_and_taken_back()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        await using var work = app.Work();
        // Nobody's ID in the synthetic county is a slip of another's: two people are set side by side by hand.
        var listed = await work.Db.RosterEntries.Where(e => work.Db.Rosters.Any(r => r.Id == e.Roster && r.Semester == RosterApp.Spring)).Select(e => new { e.Person, e.School }).FirstAsync();
        var registered = await work.Db.Registrations.Where(r => r.Person != listed.Person).Select(r => r.Person).FirstAsync();
        work.Db.MatchCandidates.Add(new()
        {
            County = work.Db.CountyCode,
            Id = Guid.CreateVersion7(),
            Semester = RosterApp.Spring,
            Registered = registered,
            Enrolled = listed.Person,
            School = listed.School,
            Kind = MatchKind.NearId,
            FoundAt = TimeProvider.System.GetUtcNow(),
        });
        await work.Db.SaveChangesAsync();

        var page = await officer.OpenAsync("/Matching?semester=2020-spring");
        page.Rows("pairs").Should().ContainSingle();
        page.QuerySelectorAll("#pairs mark").Should().NotBeEmpty("what differs is marked");
        var people = await work.Db.People.CountAsync();
        using var done = await officer.SendAsync("/Matching", "form.match-do", ("verdict", nameof(MatchVerdict.Same)), ("reason", "户口簿同一人"));
        (await officer.OpenAsync("/Matching")).Rows("pairs").Should().BeEmpty();
        (await officer.OpenAsync("/Matching?show=decided")).Rows("decided").Should().ContainSingle();
        (await work.Db.People.CountAsync()).Should().Be(people, "no rows are joined");
        using var undone = await officer.SendAsync("/Matching?show=decided", "#decided form", ("reason", "看错了"));
        (await officer.OpenAsync("/Matching")).Rows("pairs").Should().ContainSingle("it waits again");
        using var director = await app.SignInAsAsync(Role.AidDirector);
        (await director.OpenAsync("/Matching?semester=2020-spring")).QuerySelectorAll("form.match-do").Should().BeEmpty("only the officer decides");
    }

    [Fact]
    public async Task Comparing_again_says_how_many_were_compared()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        using var done = await officer.SendAsync("/Matching?semester=2020-spring", "form[action*=Find]");
        (await officer.OpenAsync("/Matching")).DocumentElement.TextContent.Should().Contain("可能是同一人");
    }
}
