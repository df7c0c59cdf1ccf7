using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using EduAid.Application.Accounts;
using EduAid.Application.Calendar;
using EduAid.Domain.Duties;
using EduAid.Web.Tests.Rosters;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Pairing;

public sealed class PairingTests(RosterApp app) : IClassFixture<RosterApp>
{
    [Fact]
    public async Task A_household_is_paired_visited_corrected_passed_on_and_stands_in_list_and_report()
    {
        using var teacher = await app.SignInAsAsync(Role.Teacher, app.School);
        using var clerk = await app.SignInAsAsync(Role.SchoolClerk, app.School);
        var (number, head) = await HouseholdAsync("未脱贫");
        var month = Month.Of(await TodayAsync());
        using var taken = await clerk.SendAsync(
            "/Pairing/TakeOn", "main form[method=post]", ("Input.Household", number), ("Input.Head", head), ("Input.Account", $"{await TeacherAsync()}"), ("Input.From", Text(month.Plus(-2).First)));
        taken.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var household = taken.Headers.Location!.OriginalString;
        household.Should().NotContain(number);
        (await clerk.OpenAsync("/Pairing?state=overdue")).Rows("pairs").Should().ContainSingle().Which[2].Should().Contain("已逾期").And.Contain("漏 2 次");

        (await clerk.OpenAsync("/")).QuerySelector("main [hx-get='/Pairing/Waiting']").Should().NotBeNull();
        (await clerk.OpenAsync("/Pairing/Waiting")).QuerySelector("#waiting .when.urgent")!.Text().Should().Be("1 户");

        // From the list one tap to the form, and back to the list, where the household is no longer due.
        var tap = (await teacher.OpenAsync("/Pairing")).QuerySelector("#pairs tbody a[href$='/Visit']")!.GetAttribute("href")!;
        (await teacher.OpenAsync(tap)).QuerySelectorAll("#record > .field").Should().HaveCount(3, "a form of three fields");
        using var visited = await teacher.UploadAsync(tap, "#record", [("Input.Files", "photo.pdf", "%PDF-1.4 photo"u8.ToArray())], ("Input.Content", "入户看望"), ("Input.Needs", "补习功课"));
        visited.Headers.Location!.OriginalString.Should().Be("/Pairing");
        var list = await teacher.OpenAsync("/Pairing");
        list.QuerySelector(".notice.ok")!.Text().Should().Contain(head);
        list.Rows("pairs").Should().BeEmpty();
        (await teacher.OpenAsync("/Pairing?state=visited")).Rows("pairs").Should().ContainSingle();
        var page = await teacher.OpenAsync(household);
        page.QuerySelector("#visits")!.Text().Should().Contain("入户看望").And.Contain("补习功课").And.Contain("photo.pdf");
        page.QuerySelectorAll("#months tbody tr").Select(r => r.QuerySelector("th")!.Text()).Should().Equal($"{month}", $"{month.Previous}", $"{month.Plus(-2)}");
        using var photo = await teacher.SendAsync(household, "form[action*=Photo]");
        (await photo.Content.ReadAsStringAsync()).Should().StartWith("%PDF-1.4");

        var correct = page.QuerySelector("#visits a[href*=corrects]")!.GetAttribute("href")!;
        (await teacher.OpenAsync(correct)).QuerySelector("textarea")!.Text().Trim().Should().Be("入户看望", "the form begins with what is to be put right");
        using var corrected = await teacher.UploadAsync(correct, "#record", [], ("Input.Withdrawn", "true"));
        corrected.Headers.Location!.OriginalString.Should().Be(household);
        (await teacher.OpenAsync(household)).QuerySelectorAll("#visits .corrected").Should().HaveCount(2, "the visit and what withdraws it");
        (await teacher.OpenAsync("/Pairing")).Rows("pairs").Should().ContainSingle("it is due again");

        using var blank = await teacher.UploadAsync(tap, "#record", []);
        (await Browser.PageOf(blank)).QuerySelector("#Input_Content-error")!.Text().Should().Contain("请填写走访情况");

        var report = await clerk.OpenAsync($"/Pairing/Report?from={month.Plus(-2)}&to={month}");
        report.Rows("report").Should().ContainSingle().Which.Should().Equal("1", "3", "0", "2", "1", "0", "1");
        using var book = await clerk.SendAsync($"/Pairing/Report?from={month.Plus(-2)}&to={month}", "form[action*=Export]");
        using (var opened = await RosterApp.WorkbookAsync(book)) opened.Worksheet(1).Cell(3, 6).GetString().Should().Be("3");

        await PassedOnAsync(clerk, teacher, household);
        await WorkbooksAsync(clerk);
        await OthersAsync(household, head);
    }

    private static async Task PassedOnAsync(Browser clerk, Browser teacher, string household)
    {
        using var nobody = await clerk.SendAsync(household + "/Keep", "form[action*=Pass]");
        (await Browser.PageOf(nobody)).QuerySelector("#Input_Staff-error").Should().NotBeNull();
        using var passed = await clerk.SendAsync(household + "/Keep", "form[action*=Pass]", ("Input.Staff", "白甲二"));
        passed.Headers.Location!.OriginalString.Should().Be(household);
        (await clerk.OpenAsync(household)).QuerySelector("#holders")!.Text().Should().Contain("白甲二");
        (await teacher.OpenAsync("/Pairing?state=all")).Rows("pairs").Should().BeEmpty("the household is the teacher's no more");
        (await clerk.OpenAsync("/Pairing")).Rows("pairs").Should().ContainSingle().Which[1].Should().Contain("白甲二");
    }

    // Out, checked again, a new visit taken in, and a bad row.
    private static async Task WorkbooksAsync(Browser clerk)
    {
        using var pairs = await clerk.SendAsync("/Pairing/Workbooks", "form[action*=Pairs]");
        using var same = await clerk.UploadAsync("/Pairing/Upload", "form[action*=Check]", [("Workbook", "结对.xlsx", await pairs.Content.ReadAsByteArrayAsync())]);
        (await Browser.PageOf(same)).QuerySelector(".notice.ok")!.Text().Should().Contain("新增 0 行,变更 0 行,已有且相同 2 行");
        using var visits = await clerk.SendAsync("/Pairing/Workbooks", "form[action*=Visits]", ("Month", ""));
        using var known = await clerk.UploadAsync("/Pairing/UploadVisits", "form[action*=Check]", [("Workbook", "走访.xlsx", await visits.Content.ReadAsByteArrayAsync())]);
        (await Browser.PageOf(known)).QuerySelector(".notice.ok")!.Text().Should().Contain("已有且相同 2 行");
        using var bad = await clerk.UploadAsync("/Pairing/UploadVisits", "form[action*=Check]", [("Workbook", "走访.csv", Encoding.UTF8.GetBytes("登记号,走访日期,走访情况\n1,2020-02-30,入户\n"))]);
        (await Browser.PageOf(bad)).Rows("findings").Should().ContainSingle().Which.Take(2).Should().Equal("2", "走访日期");
        using var none = await clerk.UploadAsync("/Pairing/Upload", "form[action*=Check]", []);
        (await Browser.PageOf(none)).QuerySelector("[role=alert]").Should().NotBeNull();
    }

    private async Task OthersAsync(string household, string head)
    {
        await using var work = app.Work();
        var other = await work.Db.SchoolVersions.Where(v => v.School != app.School).Select(v => v.School).FirstAsync();
        using var clerk = await app.SignInAsAsync(Role.SchoolClerk, other);
        using var teacher = await app.SignInAsAsync(Role.Teacher, other);
        foreach (var browser in new[] { clerk, teacher })
        {
            foreach (var path in new[] { household, household + "/Visit" })
            {
                using var response = await browser.GetAsync(path);
                response.StatusCode.Should().Be(HttpStatusCode.NotFound);
            }
            (await browser.OpenAsync("/Pairing?state=all")).DocumentElement.Text().Should().NotContain(head);
            (await browser.OpenAsync("/Pairing/Report")).Rows("report").Should().BeEmpty();
        }
        using var finance = await app.SignInAsAsync(Role.Finance);
        using var refused = await finance.GetAsync(household);
        refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_county_sees_every_school_and_opens_one()
    {
        await using var work = app.Work();
        var school = await work.Db.SchoolVersions.Where(v => v.School != app.School).OrderByDescending(v => v.School).Select(v => v.School).FirstAsync();
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var (number, head) = await HouseholdAsync("已脱贫");
        using var wrong = await officer.SendAsync("/Pairing/TakeOn", "main form[method=post]", ("Input.Household", number), ("Input.Head", "另一人"), ("Input.School", $"{school.Value}"), ("Input.Staff", "白乙一"));
        (await Browser.PageOf(wrong)).QuerySelector("#Input_Household-error")!.Text().Should().Contain("建档立卡名单上没有");
        using var taken = await officer.SendAsync("/Pairing/TakeOn", "main form[method=post]", ("Input.Household", number), ("Input.Head", head), ("Input.School", $"{school.Value}"), ("Input.Staff", "白乙一"));
        taken.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var report = await officer.OpenAsync($"/Pairing/Report?school={school.Value}");
        report.QuerySelectorAll("#report tbody th").Select(c => c.Text()).Should().Equal("白乙一");
        (await officer.OpenAsync($"/Pairing?state=all&school={school.Value}")).Rows("pairs").Should().ContainSingle();
        using var found = await officer.SendAsync("/Pairing", "form[role=search]", ("find", "白乙一"));
        found.Headers.Location!.OriginalString.Should().NotContain("白").And.Contain("q=");
        (await officer.OpenAsync(found.Headers.Location!.OriginalString)).Rows("pairs").Should().ContainSingle();
    }

    [Theory]
    [InlineData("/Pairing/Report")]
    [InlineData("/Canteens/Report")]
    public async Task More_months_than_a_year_become_its_last_twelve_and_the_page_says_so(string report)
    {
        using var auditor = await app.SignInAsAsync(Role.Auditor);
        var last = Month.Of(await TodayAsync());
        var longer = await auditor.OpenAsync($"{report}?from={last.Plus(-12)}&to={last}");
        longer.QuerySelector("main .notice.warn")!.Text().Should().Contain("12").And.Contain($"{last.Plus(-11)}").And.Contain($"{last}");
        longer.QuerySelector("input[name=from]")!.GetAttribute("value").Should().Be($"{last.Plus(-11)}");
        (await auditor.OpenAsync($"{report}?from={last.Plus(-11)}&to={last}")).QuerySelector("main .notice.warn").Should().BeNull();
    }

    [Fact]
    public async Task Who_takes_nothing_out_is_shown_no_way_out()
    {
        using var leader = await app.SignInAsAsync(Role.BureauLeader);
        using var auditor = await app.SignInAsAsync(Role.Auditor);
        foreach (var page in new[] { "/Pairing/Report", "/Pairing/Workbooks", "/HomeTeaching/Report", "/HomeTeaching/Visits" })
        {
            (await leader.OpenAsync(page)).QuerySelector("main form[method=post]").Should().BeNull(page);
            (await auditor.OpenAsync(page)).QuerySelector("main form[method=post]").Should().NotBeNull(page);
        }
        foreach (var list in new[] { "/Pairing", "/HomeTeaching" })
        {
            (await leader.OpenAsync(list)).QuerySelector("a[href$='/Workbooks'], a[href$='/Visits']").Should().BeNull(list);
            (await auditor.OpenAsync(list)).QuerySelector("a[href$='/Workbooks'], a[href$='/Visits']").Should().NotBeNull(list);
        }
    }

    private async Task<(string Number, string Head)> HouseholdAsync(string category)
    {
        await using var work = app.Work();
        var row = await work.Db.Registrations.Where(r => r.Category == category && r.ValidUntil == int.MaxValue && r.HouseholdNumber != "").OrderBy(r => r.Line).FirstAsync();
        return (row.HouseholdNumber, row.Head);
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

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
