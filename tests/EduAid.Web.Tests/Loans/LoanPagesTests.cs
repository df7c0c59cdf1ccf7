using System.Net;
using System.Text;
using EduAid.Application.Accounts;
using EduAid.Application.Loans;
using EduAid.Domain.Values;
using EduAid.Web.Tests.Rosters;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Loans;

public sealed class LoanPagesTests(RosterApp app) : IClassFixture<RosterApp>
{
    [Fact]
    public async Task An_application_waits_in_the_queue_gets_its_contract_and_counts()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var id = IdOf("34152320020505101");
        using var wrong = await officer.SendAsync("/Loans/Apply", "main form[method=post]", ("Input.Name", "借款甲"), ("Input.CitizenId", id), ("Input.University", "某大学"), ("Input.Amount", "八千"));
        (await Browser.PageOf(wrong)).QuerySelector("#Input_Amount-error").Should().NotBeNull();
        using var sent = await officer.SendAsync("/Loans/Apply", "main form[method=post]", ("Input.Name", "借款甲"), ("Input.CitizenId", id), ("Input.University", "某大学"), ("Input.Amount", "8,000"));
        var address = sent.Headers.Location!.OriginalString;
        (await officer.OpenAsync(address)).QuerySelector(".facts")!.TextContent.Should().Contain("8,000.00").And.Contain("已申请,排队中").And.NotContain(id);
        var list = await officer.OpenAsync("/Loans");
        list.QuerySelector("#loans tbody tr")!.TextContent.Should().Contain("借款甲").And.Contain("某大学");
        list.QuerySelectorAll("#rate ~ .panel, .panel").Select(p => p.TextContent).Should().Contain(t => t.Contains("没有设置,不核对", StringComparison.Ordinal));

        using var blank = await officer.SendAsync(address, "form[action*=Move]", ("Step.To", "Contracted"));
        (await Browser.PageOf(blank)).QuerySelector("#Step_Contract-error")!.TextContent.Should().Contain("合同编号");
        using var moved = await officer.SendAsync(address, "form[action*=Move]", ("Step.To", "Contracted"), ("Step.Contract", "HT-1"));
        moved.Headers.Location!.OriginalString.Should().Be(address);
        (await officer.OpenAsync("/Loans")).QuerySelectorAll(".tiles dd").Select(d => d.TextContent.Trim()).Take(4).Should().Equal("0", "1", "0", "8,000.00");
        using var found = await officer.SendAsync("/Loans", "form[action*=Find]", ("find", "借款"));
        found.Headers.Location!.OriginalString.Should().NotContain("借款").And.NotContain("%E5");

        using var leader = await app.SignInAsAsync(Role.BureauLeader);
        (await leader.OpenAsync(address)).QuerySelectorAll("form[action*=Move]").Should().BeEmpty("who reads does not write");
        using var head = await app.SignInAsAsync(Role.SchoolHead, app.School);
        using var refused = await head.GetAsync(address);
        refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_workbook_is_checked_and_then_taken()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        byte[] Csv(string day) => Encoding.UTF8.GetBytes($"学年,姓名,身份证号,层次,就读高校,贷款金额(元),申请日期\n2019,借款乙,{IdOf("34152320010505202")},本专科,某学院,6000,{day}\n");
        using var bad = await officer.UploadAsync("/Loans/Upload", "form[action*=Check]", [("Workbook", "a.csv", Csv("某日"))]);
        (await Browser.PageOf(bad)).QuerySelector("#findings tbody")!.TextContent.Should().Contain("申请日期").And.Contain("某日");
        using var good = await officer.UploadAsync("/Loans/Upload", "form[action*=Check]", [("Workbook", "a.csv", Csv("2019-08-05"))]);
        var confirm = await Browser.PageOf(good);
        await using var work = app.Work();
        (await work.Db.Loans.CountAsync(l => l.AcademicYear == 2019)).Should().Be(0, "it was only checked");
        using var form = new FormUrlEncodedContent(confirm.QuerySelectorAll(".confirm input").Select(i => new KeyValuePair<string, string>(i.GetAttribute("name")!, i.GetAttribute("value")!)));
        using var taken = await officer.Client.PostAsync(new Uri("/Loans/Upload?handler=Take", UriKind.Relative), form);
        taken.Headers.Location!.OriginalString.Should().Be("/Loans");
        (await work.Db.Loans.CountAsync(l => l.AcademicYear == 2019)).Should().Be(1);
        using var book = await officer.SendAsync("/Loans?year=2019", "form[action*=Export]");
        using var content = new MemoryStream(await book.Content.ReadAsByteArrayAsync());
        LoanSheet.Read(content, "台账.xlsx", new(2026, 12, 31)).Rows.Should().ContainSingle().Which.Row.Name.Should().Be("借款乙");
    }

    private static string IdOf(string digits) => digits + CitizenId.CheckCharacterOf(digits);
}
