using System.Net;
using System.Text;
using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.People;
using EduAid.Domain.Values;
using EduAid.Web.Tests.Rosters;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Audit;

/// <summary>The trail's pages, one number in full, and what a workbook carries, through a real browser's requests.</summary>
public sealed class AuditPagesTests(RosterApp app) : IClassFixture<RosterApp>
{
    [Fact]
    public async Task The_audit_administrator_searches_verifies_exports_and_takes_the_head_out()
    {
        using var browser = await app.SignInAsAsync(Role.AuditAdministrator);
        var page = await browser.OpenAsync("/Audit?action=rosters.generate");
        page.QuerySelectorAll("#trail tbody tr").Should().NotBeEmpty().And.AllSatisfy(r => r.TextContent.Should().Contain("生成名册"));
        page.QuerySelector("#trail")!.TextContent.Should().NotContain("rosters.generate");

        using var verified = await browser.SendAsync("/Audit", "form[action*=Verify]");
        (await Browser.PageOf(verified)).QuerySelector(".notice")!.TextContent.Should().Contain("审计链完整");

        using var head = await browser.SendAsync("/Audit", "form[action*=Anchor]");
        var anchor = AuditAnchor.Read(await head.Content.ReadAsByteArrayAsync());
        await using var work = app.Work();
        (await work.Get<VerifyAudit>().RunAsync(CancellationToken.None, anchor)).Holds.Should().BeTrue();

        using var exported = await browser.SendAsync("/Audit?action=rosters.generate", "form[action*=Export]");
        using var book = await RosterApp.WorkbookAsync(exported);
        (await work.Db.AuditEvents.Where(e => e.Action.StartsWith("audit.")).Select(e => e.Action).Distinct().ToListAsync())
            .Should().BeEquivalentTo("audit.verify", "audit.anchor", "audit.export");
    }

    [Fact]
    public async Task A_number_is_shown_whole_for_one_answer_and_stands_in_no_address()
    {
        var (person, whole) = await SomebodyAsync();
        using var clerk = await app.SignInAsAsync(Role.SchoolClerk, app.School);
        var address = $"/Reveal/CitizenId/{person.Value}";
        (await clerk.OpenAsync(address)).DocumentElement.TextContent.Should().NotContain(whole);
        using var without = await clerk.SendAsync(address, null);
        (await Browser.PageOf(without)).DocumentElement.TextContent.Should().NotContain(whole).And.Contain("请选择用途");

        using var shown = await clerk.SendAsync(address, null, ("Input.Purpose", "CheckIdentity"));

        shown.StatusCode.Should().Be(HttpStatusCode.OK, "a redirect would have to carry or keep it");
        shown.Headers.CacheControl!.NoStore.Should().BeTrue();
        (await Browser.PageOf(shown)).QuerySelector("#revealed")!.TextContent.Should().Be(whole);
        (await clerk.OpenAsync(address)).DocumentElement.TextContent.Should().NotContain(whole);
        var history = await clerk.OpenAsync($"/People/{person.Value}/History");
        history.QuerySelectorAll(".history li").Should().NotBeEmpty();
        history.DocumentElement.TextContent.Should().NotContain(whole);
    }

    [Fact]
    public async Task A_roster_leads_to_the_number_and_to_the_record_of_each_child()
    {
        await using var work = app.Work();
        var roster = await work.Db.Rosters.Where(r => r.School == app.School && r.Entries > 0).Select(r => r.Id).FirstAsync();
        using var clerk = await app.SignInAsAsync(Role.SchoolClerk, app.School);
        var page = await clerk.OpenAsync($"/Rosters/{roster.Value}");
        page.QuerySelectorAll(".mask a[href^='/Reveal/CitizenId/']").Should().NotBeEmpty();
        page.QuerySelector(".why-links a[href^='/People/']").Should().NotBeNull();
        using var leader = await app.SignInAsAsync(Role.BureauLeader);
        (await leader.OpenAsync($"/Rosters/{roster.Value}")).QuerySelectorAll(".mask a").Should().BeEmpty("a bureau leader may not see it");
    }

    [Fact]
    public async Task A_clerks_workbook_is_masked_and_an_officers_is_full_and_the_trail_says_which()
    {
        await using var work = app.Work();
        var roster = await work.Db.Rosters.Where(r => r.School == app.School && r.Entries > 0 && r.Semester == RosterApp.Spring).Select(r => r.Id).FirstAsync();
        foreach (var (role, full) in (IReadOnlyList<(Role, bool)>)[(Role.SchoolClerk, false), (Role.AidOfficer, true), (Role.Auditor, false), (Role.Finance, true)])
        {
            using var browser = await app.SignInAsAsync(role, role == Role.SchoolClerk ? app.School : null);
            using var sent = await browser.SendAsync($"/Rosters/{roster.Value}", "form[action*=Export]");
            using var book = await RosterApp.WorkbookAsync(sent);
            var text = new StringBuilder();
            foreach (var cell in book.Worksheets.First().CellsUsed()) text.Append(cell.GetString()).Append('\n');
            text.ToString().Contains("********", StringComparison.Ordinal).Should().Be(!full, role.ToString());
            var said = await (from e in work.Db.AuditEvents
                              join d in work.Db.AuditDetails on e.Number equals d.Number
                              where e.Action == "rosters.export"
                              orderby e.Number descending
                              select d.Json).FirstAsync();
            said.Should().Contain(full ? "\"values\":\"full\"" : "\"values\":\"masked\"");
        }
    }

    [Fact]
    public async Task The_security_administrator_sees_counts_and_changes_a_period_within_the_law()
    {
        using var browser = await app.SignInAsAsync(Role.SecurityAdministrator);
        (await browser.OpenAsync("/Retention")).QuerySelectorAll("tbody tr").Should().HaveCount(5);
        const string form = "form:has(input[value=AuditDetails])";
        using var refused = await browser.SendAsync("/Retention", form, ("months", "3"));
        (await browser.OpenAsync("/Retention")).QuerySelector(".notice")!.TextContent.Should().Contain("没有修改");
        using var changed = await browser.SendAsync("/Retention", form, ("months", "12"));
        (await browser.OpenAsync("/Retention")).QuerySelector(".notice")!.TextContent.Should().Contain("12");
    }

    private async Task<(PersonId Person, string Whole)> SomebodyAsync()
    {
        await using var work = app.Work();
        var person = await work.Db.RosterEntries.Where(e => e.School == app.School).Select(e => e.Person).FirstAsync();
        return (person, (await work.Get<PersonDirectory>().RevealAsync([person], CancellationToken.None))[person].Reveal());
    }
}
