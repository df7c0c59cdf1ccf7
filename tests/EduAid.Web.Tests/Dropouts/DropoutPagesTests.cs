using System.Net;
using System.Text;
using EduAid.Application.Accounts;
using EduAid.Application.Coverage;
using EduAid.Domain.Coverage;
using EduAid.Web.Tests.Rosters;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Dropouts;

public sealed class DropoutPagesTests(RosterApp app) : IClassFixture<RosterApp>
{
    private const string Board = "/Dropouts?state=all&semester=2020-spring";

    [Fact]
    public async Task A_dropout_of_the_missed_list_becomes_a_case_by_the_button_and_ends_with_the_return()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var child = await MissedAsync();
        using (await officer.SendAsync($"/Missed/{child.Person.Value}?semester=2020-spring", "form[action*=Record]", ("Input.Kind", nameof(OutcomeKind.DroppedOut)), ("Input.Text", "在外务工"))) { }
        var page = await officer.OpenAsync(Board);
        page.QuerySelector(".work")!.TextContent.Should().Contain(child.Name).And.Contain("还没有立案");
        var open = (await officer.OpenAsync($"/Missed/{child.Person.Value}")).QuerySelector("main a[href^='/Dropouts/Open']")!.GetAttribute("href")!;
        open.Should().NotContain(Uri.EscapeDataString(child.Name));

        var school = (await officer.OpenAsync(open)).QuerySelectorAll("#Input_School option")[^1].GetAttribute("value")!;
        using var blank = await officer.SendAsync(open, "main form[method=post]", ("Input.School", school));
        (await Browser.PageOf(blank)).QuerySelector("#Input_Government-error")!.TextContent.Should().Contain("责任人");
        using var sent = await officer.SendAsync(open, "main form[method=post]", ("Input.School", school), ("Input.Government", "李村干"), ("Input.Teacher", "王老师"), ("Input.Text", "未报到"));
        var address = sent.Headers.Location!.OriginalString;
        var opened = await officer.OpenAsync(address);
        opened.QuerySelector(".facts")!.TextContent.Should().Contain(child.Name).And.Contain("李村干").And.Contain("已发现,待走访").And.Contain("********");
        (await officer.OpenAsync(Board)).QuerySelectorAll(".work").Should().BeEmpty();
        (await officer.OpenAsync($"/Missed/{child.Person.Value}")).QuerySelector("main a[href^='/Dropouts/']")!.GetAttribute("href").Should().Be(address);
        var before = await OpenAsync(officer);
        before.Should().BePositive();

        using var early = await officer.SendAsync(address, "form[action*=Step]", ("Step.Kind", "Return"), ("Step.On", "2019-01-01"), ("Step.Text", "已返校"));
        (await Browser.PageOf(early)).QuerySelector("#Step_On-error")!.TextContent.Should().Contain("上一步");
        using var back = await officer.UploadAsync(address, "form[action*=Step]", [("Step.Files", "在读证明.pdf", "%PDF-1.4"u8.ToArray())], ("Step.Kind", "Return"), ("Step.Text", "已返校"));
        back.Headers.Location!.OriginalString.Should().Be(address);
        (await officer.OpenAsync(address)).QuerySelector("#steps")!.TextContent.Should().Contain("复学").And.Contain("已返校").And.Contain("在读证明.pdf");
        (await OpenAsync(officer)).Should().Be(before - 1);
    }

    [Fact]
    public async Task A_school_opens_a_case_of_its_own_and_cannot_close_it_and_no_other_school_sees_it()
    {
        using var clerk = await app.SignInAsAsync(Role.SchoolClerk, app.School);
        (await clerk.OpenAsync("/Dropouts/Open")).QuerySelectorAll("#Input_School option").Should().HaveCount(2, "one to choose, and the prompt");
        using var sent = await clerk.SendAsync("/Dropouts/Open", "main form[method=post]",
            ("Input.Name", "无名童"), ("Input.BirthYear", "2018"), ("Input.Government", "李村干"), ("Input.Teacher", "王老师"), ("Input.Text", "未报到"));
        var address = sent.Headers.Location!.OriginalString;
        (await clerk.OpenAsync(address)).QuerySelectorAll("#Step_Kind option").Select(o => o.GetAttribute("value")).Should().Equal("", "Visit");
        using var found = await clerk.SendAsync(Board, "form[action*=Find]", ("find", "无名童"));
        var list = found.Headers.Location!.OriginalString;
        list.Should().NotContain("无名").And.NotContain("%E6");
        (await clerk.OpenAsync(list)).Rows("dropouts").Should().NotBeEmpty();
        await using var work = app.Work();
        var other = await work.Db.Schools.Where(s => s.Id != app.School).Select(s => s.Id).FirstAsync();
        using var stranger = await app.SignInAsAsync(Role.SchoolClerk, other);
        using var refused = await stranger.GetAsync(address);
        refused.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await stranger.OpenAsync(Board)).QuerySelectorAll("#dropouts tbody tr").Should().BeEmpty();
    }

    [Fact]
    public async Task A_workbook_is_checked_and_then_taken_and_a_bad_row_is_shown_with_its_column()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        await using var work = app.Work();
        var school = await work.Db.SchoolVersions.Where(v => v.School == app.School).Select(v => new { v.Name, v.Township }).FirstAsync();
        byte[] Csv(string day) => Encoding.UTF8.GetBytes($"姓名,出生年份,乡镇,政府线责任人,学校,学校线责任人,发现日期,情况说明\n导入童,2018,{school.Township},李村干,{school.Name},王老师,{day},未报到\n");
        using var bad = await officer.UploadAsync("/Dropouts/Upload", "form[action*=Check]", [("Workbook", "a.csv", Csv("某日"))]);
        (await Browser.PageOf(bad)).QuerySelector("#findings tbody")!.TextContent.Should().Contain("2").And.Contain("发现日期").And.Contain("某日");
        using var good = await officer.UploadAsync("/Dropouts/Upload", "form[action*=Check]", [("Workbook", "a.csv", Csv("2026-01-05"))]);
        var confirm = await Browser.PageOf(good);
        confirm.QuerySelector(".confirm")!.TextContent.Should().Contain("新增 1 行");
        (await work.Db.DropoutCases.CountAsync(c => c.Name == "导入童")).Should().Be(0, "it was only checked");
        using var form = new FormUrlEncodedContent(confirm.QuerySelectorAll(".confirm input").Select(i => new KeyValuePair<string, string>(i.GetAttribute("name")!, i.GetAttribute("value")!)));
        using var taken = await officer.Client.PostAsync(new Uri("/Dropouts/Upload?handler=Take", UriKind.Relative), form);
        taken.Headers.Location!.OriginalString.Should().Be("/Dropouts");
        (await work.Db.DropoutCases.CountAsync(c => c.Name == "导入童")).Should().Be(1);
        using var book = await officer.SendAsync("/Dropouts", "form[action*=Export]");
        using var read = await RosterApp.WorkbookAsync(book);
        read.Worksheet(1).RowsUsed().Any(r => r.Cell(2).GetString() == "导入童").Should().BeTrue();
    }

    private async Task<MissedChild> MissedAsync()
    {
        await using var work = app.Work();
        return (await work.Get<MissedChildren>().InAsync(RosterApp.Spring, CancellationToken.None)).First(m => m.Band == AgeBand.Compulsory);
    }

    // The children of 2020 are past compulsory age today: they stand among the open cases of other ages.
    private static async Task<int> OpenAsync(Browser browser) => (await browser.OpenAsync("/Dropouts?state=open&size=200")).Rows("dropouts").Count;
}
