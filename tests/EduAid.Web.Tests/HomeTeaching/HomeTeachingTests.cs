using System.Net;
using System.Text;
using AngleSharp.Dom;
using EduAid.Application.Accounts;
using EduAid.Application.Calendar;
using EduAid.Application.HomeTeaching;
using EduAid.Domain.HomeTeaching;
using EduAid.Domain.Values;
using EduAid.Web.Tests.Rosters;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.HomeTeaching;

public sealed class HomeTeachingTests(RosterApp app) : IClassFixture<RosterApp>
{
    [Fact]
    public async Task A_child_is_taken_on_given_a_teacher_visited_corrected_and_stands_in_calendar_report_and_on_the_home_page()
    {
        using var teacher = await app.SignInAsAsync(Role.Teacher, app.School);
        using var clerk = await app.SignInAsAsync(Role.SchoolClerk, app.School);
        using var taken = await clerk.SendAsync(
            "/HomeTeaching/TakeOn", null, ("Input.CitizenId", "990000201003051217"[..17] + CitizenId.CheckCharacterOf("99000020100305121")), ("Input.Name", "白甲一"), ("Input.From", "2020-01-01"),
            ("Input.Kind", "Body"), ("Input.Level", "One"), ("Input.Plan", "每周一次,康复训练"), ("Input.Teacher", $"{await TeacherAsync()}"));
        taken.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var child = taken.Headers.Location!.OriginalString;
        child.Should().NotContain("9900002010");

        var today = await TodayAsync();
        using var visited = await teacher.UploadAsync(
            child, "form[action*=Record]", [("Input.Files", "photo.pdf", "%PDF-1.4 photo"u8.ToArray())], ("Input.Content", "识字十个"), ("Input.SignedBy", "家长甲"));
        visited.Headers.Location!.OriginalString.Should().Be(child);
        using var again = await teacher.UploadAsync(child, "form[action*=Record]", [], ("Input.Content", "下午又去一次"));
        (await teacher.OpenAsync(child)).QuerySelector(".notice.ok")!.Text().Should().Contain("两次按一次计");
        var page = await teacher.OpenAsync(child);
        page.QuerySelectorAll("#visits > .reports > li, #visits .reports > li").Should().HaveCount(2);
        page.QuerySelector("#visits")!.Text().Should().Contain("家长甲").And.Contain("photo.pdf").And.Contain("家长未签字");
        using var photo = await teacher.SendAsync(child, "form[action*=Photo]");
        (await photo.Content.ReadAsStringAsync()).Should().StartWith("%PDF-1.4");

        var correct = page.QuerySelector("#visits a[href*=corrects]")!.GetAttribute("href")!.Split('#')[0];
        (await teacher.OpenAsync(correct)).QuerySelector("textarea")!.Text().Trim().Should().Be("下午又去一次", "the form begins with what is to be put right");
        using var corrected = await teacher.UploadAsync(correct, "form[action*=Record]", [], ("Input.Withdrawn", "true"));
        (await teacher.OpenAsync(child)).QuerySelectorAll("#visits .corrected").Should().HaveCount(2, "the visit and what withdraws it");

        var calendar = await clerk.OpenAsync("/HomeTeaching/Calendar");
        calendar.QuerySelectorAll("#calendar .cal").Should().HaveCount(DateTime.DaysInMonth(today.Year, today.Month));
        calendar.QuerySelector("#calendar .cal.today .cal-mark").Should().NotBeNull();
        calendar.QuerySelectorAll("#calendar .cal-mark").Should().HaveCount(1);
        var report = (await clerk.OpenAsync("/HomeTeaching/Report")).QuerySelector("#report tbody tr")!;
        report.Text().Should().Contain("白甲一").And.Contain("肢体残疾");
        report.QuerySelectorAll("td.num").Skip(1).Take(2).Select(c => c.Text()).Should().Equal("4", "1");

        // Of a month that is over and had no visit nothing can be made good.
        var last = Domain.Duties.Month.Of(today).Previous;
        (await clerk.OpenAsync($"/HomeTeaching?month={last}&pace=missed")).Rows("children").Should().ContainSingle();
        (await clerk.OpenAsync($"/HomeTeaching?month={last}&pace=kept")).Rows("children").Should().BeEmpty();
        var behind = (await FiguresAsync()).Behind;
        (await clerk.OpenAsync("/")).QuerySelectorAll(".work a[href*='/HomeTeaching']").Should().HaveCount(behind > 0 ? 1 : 0, "the home page says what the board says");

        await WorkbookAsync(clerk);
        await RegisterAsync(clerk);
        await OthersAsync(child);
    }

    // Out, in again, and a bad row.
    private static async Task WorkbookAsync(Browser clerk)
    {
        using var sent = await clerk.SendAsync("/HomeTeaching/Visits", "form[action*=Export]", ("Month", ""));
        var book = await sent.Content.ReadAsByteArrayAsync();
        using var taken = await clerk.UploadAsync("/HomeTeaching/Visits", "form[action*=Import]", [("Sheet", "送教.xlsx", book)]);
        taken.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await clerk.OpenAsync("/HomeTeaching/Visits")).QuerySelector(".notice.ok")!.Text().Should().Contain("新增 0 次,已有 3 次");
        using var bad = await clerk.UploadAsync("/HomeTeaching/Visits", "form[action*=Import]", [("Sheet", "送教.csv", Encoding.UTF8.GetBytes("登记号,教师账号,送教日期,时长(分钟),送教内容\n1,x,2020-02-30,60,识字\n"))]);
        (await Browser.PageOf(bad)).Rows("faults").Should().Contain(r => r[0] == "2" && r[1] == "送教日期" && r[2] == "2020-02-30");
        using var none = await clerk.UploadAsync("/HomeTeaching/Visits", "form[action*=Import]", []);
        (await Browser.PageOf(none)).QuerySelector("[role=alert]").Should().NotBeNull();
    }

    // The register out and checked again; a row that changes it, taken in; a bad row.
    private async Task RegisterAsync(Browser clerk)
    {
        using var sent = await clerk.SendAsync("/HomeTeaching/Visits", "form[action*=Register]");
        using var same = await clerk.UploadAsync("/HomeTeaching/Upload", "form[action*=Check]", [("Workbook", "登记.xlsx", await sent.Content.ReadAsByteArrayAsync())]);
        (await Browser.PageOf(same)).QuerySelector(".notice.ok")!.Text().Should().Contain("已有且相同 1 行");

        await using var work = app.Work();
        var school = await work.Db.SchoolVersions.Where(v => v.School == app.School).Select(v => v.Name).FirstAsync();
        var row = $"登记号,学校,儿童姓名,登记日期,残疾类别,残疾等级,送教计划,变更日期\n1,{school},白甲一,2020-01-01,肢体残疾,二级,每周两次,2020-02-01\n";
        using var would = await clerk.UploadAsync("/HomeTeaching/Upload", "form[action*=Check]", [("Workbook", "登记.csv", Encoding.UTF8.GetBytes(row))]);
        using var form = new FormUrlEncodedContent((await Browser.PageOf(would)).QuerySelectorAll(".confirm input").Select(i => new KeyValuePair<string, string>(i.GetAttribute("name")!, i.GetAttribute("value")!)));
        using var taken = await clerk.Client.PostAsync(new Uri("/HomeTeaching/Upload?handler=Take", UriKind.Relative), form);
        (await clerk.OpenAsync("/HomeTeaching/Visits")).QuerySelector(".notice.ok")!.Text().Should().Contain("变更 1 行");
        using var bad = await clerk.UploadAsync("/HomeTeaching/Upload", "form[action*=Check]", [("Workbook", "登记.csv", Encoding.UTF8.GetBytes(row.Replace("2020-01-01", "2020-01-32")))]);
        (await Browser.PageOf(bad)).Rows("findings").Should().ContainSingle().Which.Take(2).Should().Equal("2", "登记日期");
    }

    private async Task OthersAsync(string child)
    {
        await using var work = app.Work();
        var other = await work.Db.SchoolVersions.Where(v => v.School != app.School).Select(v => v.School).FirstAsync();
        using var clerk = await app.SignInAsAsync(Role.SchoolClerk, other);
        using var teacher = await app.SignInAsAsync(Role.Teacher, other);
        foreach (var browser in new[] { clerk, teacher })
        {
            using var response = await browser.GetAsync(child);
            response.StatusCode.Should().Be(HttpStatusCode.NotFound);
            (await browser.OpenAsync("/HomeTeaching?month=2020-01")).DocumentElement.Text().Should().NotContain("白甲一");
            (await browser.OpenAsync("/HomeTeaching/Report")).DocumentElement.Text().Should().NotContain("白甲一");
        }
        using var finance = await app.SignInAsAsync(Role.Finance);
        using var refused = await finance.GetAsync(child);
        refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_outcome_of_home_teaching_leads_to_the_register_and_is_no_entry_in_it()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var child = (await officer.OpenAsync("/Missed?semester=2020-spring&size=200")).QuerySelectorAll("#missed td a[href^='/Missed/']")[^1].GetAttribute("href")!;
        using var recorded = await officer.UploadAsync(child, "form[action*=Record]", [], ("Input.Kind", nameof(Domain.Coverage.OutcomeKind.HomeTeaching)), ("Input.Text", "重度残疾"));
        recorded.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var person = new PersonId(Guid.Parse(child.Split('/')[^1]));
        await using var work = app.Work();
        (await work.Db.HomeTaughtChildren.AnyAsync(c => c.Person == person)).Should().BeFalse();

        var link = (await officer.OpenAsync(child)).QuerySelector("#outcomes a[href^='/HomeTeaching/TakeOn']")!.GetAttribute("href")!;
        // Of another school than the other tests look at.
        var school = await work.Db.SchoolVersions.Where(v => v.School != app.School).OrderBy(v => v.School).Select(v => v.School).LastAsync();
        using var taken = await officer.SendAsync(link, "main form[method=post]", ("Input.School", $"{school.Value}"), ("Input.Kind", "Mind"), ("Input.Level", "Two"), ("Input.Plan", "每周一次"));
        taken.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await work.Db.HomeTaughtChildren.CountAsync(c => c.Person == person)).Should().Be(1);
        (await officer.OpenAsync(child)).QuerySelector("#outcomes a[href^='/HomeTeaching/']")!.GetAttribute("href").Should().Be(taken.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_form_as_it_stands_is_refused_beside_the_field_that_lacks()
    {
        using var clerk = await app.SignInAsAsync(Role.SchoolClerk, app.School);
        using var sent = await clerk.SendAsync("/HomeTeaching/TakeOn", null);
        (await Browser.PageOf(sent)).QuerySelector("#Input_Kind-error")!.Text().Should().Contain("请选择残疾类别");
    }

    [Fact]
    public async Task Who_teaches_begins_with_the_own_children()
    {
        using var teacher = app.Anonymous();
        await teacher.SignInAsync(await app.AccountAsync(Role.Teacher, app.School), WebApp.Password);
        var page = await teacher.OpenAsync("/HomeTeaching");
        page.QuerySelectorAll(".rail a").Select(a => a.GetAttribute("href")).Should().Contain("/HomeTeaching").And.NotContain("/Lists");
        page.QuerySelector("a[href='/HomeTeaching/TakeOn']").Should().BeNull();
    }

    private async Task<Guid> TeacherAsync()
    {
        await using var work = app.Work();
        return (await work.Get<TeachersOfSchools>().ChoicesAsync(app.School, CancellationToken.None))[0].Account;
    }

    private async Task<DateOnly> TodayAsync()
    {
        await using var work = app.Work();
        return work.Get<BusinessDay>().Today;
    }

    private async Task<HomeTeachingFigures> FiguresAsync()
    {
        await using var work = app.Work(Application.Storage.Scope.OfSchools(Application.Setup.CountySettings.Default.Code, app.School));
        return await work.Get<HomeTeachingBoard>().OnAsync(work.Get<BusinessDay>().Today, CancellationToken.None);
    }
}
