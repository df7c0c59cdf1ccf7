using System.Net;
using System.Text;
using EduAid.Application.Accounts;
using EduAid.Application.People;
using EduAid.Application.Rosters;
using EduAid.Web.Tests.Rosters;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.People;

public sealed class BulkPageTests(RosterApp app) : IClassFixture<RosterApp>
{
    [Fact]
    public async Task A_workbook_is_looked_at_applied_and_its_result_downloaded()
    {
        var id = await SomebodysIdAsync();
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        await officer.OpenAsync("/People/Bulk?semester=2020-spring");
        var sheet = Encoding.UTF8.GetBytes($"身份证号,联系电话\n{id},13900001234\n341523199001010000,13900001235\n");
        using var sent = await officer.UploadAsync("/People/Bulk", "main form.panel", [("Files", "changes.csv", sheet)]);
        sent.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var address = sent.Headers.Location!.OriginalString;
        address.Should().MatchRegex("^/People/Bulk\\?file=[0-9a-f-]{36}$", "nobody stands in the address");
        var page = await officer.OpenAsync(address);
        page.Rows("bulk").Should().HaveCount(2);
        page.Source.Text.Should().Contain("139****1234").And.NotContain("13900001234").And.NotContain(id, "what is shown is masked");
        await using (var work = app.Work()) (await work.Db.PersonChanges.CountAsync(c => c.Kind == PersonChangeKind.Contact)).Should().Be(0, "nothing is written yet");

        using var preview = await officer.SendAsync(address, "form[action*=Workbook]");
        using (var book = await RosterApp.WorkbookAsync(preview)) book.Worksheets.Single().RowsUsed().Count().Should().Be(4, "title, headings and two rows");
        using var applied = await officer.SendAsync(address, "form[action*=Apply]", ("reason", "学校补报"));
        applied.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await officer.OpenAsync(address)).QuerySelectorAll("#bulk").Should().BeEmpty("it is done");
        await using (var work = app.Work()) (await work.Db.PersonChanges.CountAsync(c => c.Kind == PersonChangeKind.Contact)).Should().Be(1);
        using var result = await officer.SendAsync(address, "form[action*=Workbook]");
        using var done = await RosterApp.WorkbookAsync(result);
        done.Worksheets.Single().CellsUsed().Select(c => c.GetString()).Should().Contain("已更正").And.Contain("查无此人").And.NotContain(id);
    }

    [Fact]
    public async Task No_file_a_file_that_is_none_and_a_key_of_nothing_are_answered()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        using var none = await officer.SendAsync("/People/Bulk?semester=2020-spring", "main form.panel");
        (await Browser.PageOf(none)).QuerySelectorAll(".error-summary, [role=alert]").Should().NotBeEmpty();
        using var bad = await officer.UploadAsync("/People/Bulk", "main form.panel", [("Files", "a.csv", "姓名,班级\n甲,1\n"u8.ToArray())]);
        bad.StatusCode.Should().Be(HttpStatusCode.OK);
        (await Browser.PageOf(bad)).DocumentElement.TextContent.Should().Contain("没有身份证号列");
        using var nothing = await officer.GetAsync($"/People/Bulk?file={Guid.CreateVersion7()}");
        nothing.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private async Task<string> SomebodysIdAsync()
    {
        await using var work = app.Work();
        var person = await SemesterFacts.CurrentEnrolments(work.Db, RosterApp.Spring).Where(e => e.Status == Domain.Enrolments.EnrolmentStatus.InSchool).OrderBy(e => e.Person).Select(e => e.Person).FirstAsync();
        return (await work.Get<PersonDirectory>().RevealAsync([person], CancellationToken.None))[person].Reveal();
    }
}
