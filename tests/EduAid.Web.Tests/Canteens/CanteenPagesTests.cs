using System.Net;
using System.Text;
using AngleSharp.Dom;
using EduAid.Application.Accounts;
using EduAid.Application.Calendar;
using EduAid.Application.Canteens;
using EduAid.Application.Schools;
using EduAid.Domain.Canteens;
using EduAid.Domain.Duties;
using EduAid.Domain.Values;
using EduAid.Web.Tests.Rosters;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Canteens;

public sealed class CanteenPagesTests(RosterApp app) : IClassFixture<RosterApp>
{
    [Fact]
    public async Task A_month_is_typed_checked_stated_and_put_right()
    {
        var (school, month) = await JoinedAsync(0);
        using var clerk = await app.SignInAsAsync(Role.SchoolClerk, school);
        var address = $"/Canteens/{school.Value}/Month?month={month}";
        (await clerk.OpenAsync("/Canteens")).QuerySelector(".head-do a.btn-primary")!.GetAttribute("href").Should().Be(address, "the clerk is led to the month that is due");

        using var blank = await clerk.SendAsync(address, "main form.form");
        var faulty = await Browser.PageOf(blank);
        faulty.QuerySelector("#Input_Received-error")!.Text().Should().Contain("金额");
        faulty.QuerySelector("#Input_Meals-error")!.Text().Should().Contain("整数");

        // While it is typed: what the checks would say, and nothing is stored.
        var typed = Figures("0", "10000", "9900", "100");
        using var check = await clerk.Client.PostAsync(new Uri($"{address}&handler=Check", UriKind.Relative), await FormAsync(clerk, address, typed));
        (await check.Content.ReadAsStringAsync()).Should().Contain("用于食品以外").And.Contain("期末余额 0.00 元");
        (await clerk.OpenAsync(address)).QuerySelector("#versions tbody").Should().BeNull();

        // What cannot be is said while it is typed, and beside its own field.
        (string, string)[] impossible = [.. typed.Where(f => f.Item1 != "Input.Days"), ("Input.Days", "32")];
        using var warned = await clerk.Client.PostAsync(new Uri($"{address}&handler=Check", UriKind.Relative), await FormAsync(clerk, address, impossible));
        (await warned.Content.ReadAsStringAsync()).Should().Contain("天数不能多于当月天数");
        using var refused = await clerk.SendAsync(address, "main form.form", impossible);
        var beside = await Browser.PageOf(refused);
        beside.QuerySelector("#Input_Days-error")!.Text().Should().Contain("天数不能多于当月天数");
        beside.QuerySelector("#Input_Opening-error").Should().BeNull("nothing is wrong with the balance");

        using var stated = await clerk.SendAsync(address, "main form.form", typed);
        stated.Headers.Location!.OriginalString.Should().Be($"/Canteens/{school.Value}");
        (await clerk.OpenAsync($"/Canteens/{school.Value}")).QuerySelector("#ledger tbody")!.Text().Should().Contain("用于食品以外").And.Contain("其他支出 100.00 元");
        (await clerk.OpenAsync($"/Canteens?month={month}&check=NotForFood")).QuerySelectorAll("#schools tbody tr").Should().ContainSingle("the check leads to the school");
        (await clerk.OpenAsync($"/Canteens?month={month}&check=Overdrawn")).QuerySelectorAll("#schools tbody tr").Should().BeEmpty();

        using var unreasoned = await clerk.SendAsync(address, "main form.form", ("Input.Food", "10000"), ("Input.Other", "0"));
        (await Browser.PageOf(unreasoned)).QuerySelector("#Input_Reason-error").Should().NotBeNull();
        using var mended = await clerk.SendAsync(address, "main form.form", ("Input.Food", "10000"), ("Input.Other", "0"), ("Input.Reason", "工资误列"));
        mended.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var after = await clerk.OpenAsync(address);
        after.QuerySelectorAll("#versions tbody tr").Should().HaveCount(2, "the first version stays");
        after.QuerySelector("#findings")!.Text().Should().NotContain("用于食品以外");
        (await clerk.OpenAsync($"/Canteens/{school.Value}/Month?month={month.Next}")).QuerySelector("#Input_Opening")!.GetAttribute("value").Should().Be("0.00", "the balance is carried on");
    }

    [Fact]
    public async Task The_county_keeps_the_programme_and_the_school_its_canteen()
    {
        var (school, _) = await JoinedAsync(1);
        var facts = $"/Canteens/{school.Value}/Facts";
        using var clerk = await app.SignInAsAsync(Role.SchoolClerk, school);
        (await clerk.OpenAsync(facts)).QuerySelectorAll("nav.tabs a").Select(a => a.Text()).Should().NotContain("示范食堂").And.Contain("明厨亮灶");
        using var licence = await clerk.SendAsync($"{facts}?kind=Licence", "main form.form", ("Input.Until", "2020-01-31"), ("Input.From", "2020-01-01"));
        licence.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await clerk.OpenAsync($"/Canteens/{school.Value}")).QuerySelector("#now")!.Text().Should().Contain("许可证有效期至 2020-01-31", "it has lapsed");
        using var none = await clerk.SendAsync($"{facts}?kind=FinanceStaff", "main form.form", ("Input.Words", " "), ("Input.From", "2020-01-01"));
        (await Browser.PageOf(none)).QuerySelector("#Input_Words-error").Should().NotBeNull();

        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        using var rated = await officer.SendAsync($"{facts}?kind=Rating", "main form.form", ("Input.Rating", "City"), ("Input.From", "2020-05-01"));
        rated.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await officer.OpenAsync("/Canteens/Kitchens?rating=City")).QuerySelector("#kitchens tbody")!.Text().Should().Contain("市级示范食堂");
        var number = (await officer.OpenAsync(facts)).QuerySelector("#facts tbody tr td.num")!.Text();
        using var withdrawn = await officer.SendAsync(facts, $"#facts form:has(input[value='{number}'])", ("reason", "名单有误"));
        withdrawn.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await officer.OpenAsync(facts)).QuerySelectorAll("#facts tr.corrected").Should().HaveCount(2, "the entry and what takes it back");
        using var book = await officer.SendAsync("/Canteens/Kitchens", "form[action*=Export]");
        CanteenFactSheet.Read(new MemoryStream(await book.Content.ReadAsByteArrayAsync()), "食堂.xlsx").Rows.Select(r => r.Row.Kind).Should().Contain(CanteenFactKind.Licence).And.NotContain(CanteenFactKind.Rating);
    }

    [Fact]
    public async Task Statements_go_out_and_come_in_and_a_report_is_made()
    {
        var (school, month) = await JoinedAsync(2);
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        await using var work = app.Work();
        var code = await work.Db.Schools.Where(s => s.Id == school).Select(s => s.Code).SingleAsync();
        byte[] Csv(string received) => Encoding.UTF8.GetBytes($"学校代码,月份,期初余额(元),本月收入(元),食品支出(元),其他支出(元),供餐人次,就餐人数,供餐天数\n{code},{month},0,{received},10000,0,2000,100,20\n");
        using var bad = await officer.UploadAsync("/Canteens/Upload", "form[action*=Check]", [("Workbook", "a.csv", Csv("一万"))]);
        (await Browser.PageOf(bad)).QuerySelector("#findings tbody")!.Text().Should().Contain("本月收入(元)").And.Contain("一万");
        using var good = await officer.UploadAsync("/Canteens/Upload", "form[action*=Check]", [("Workbook", "a.csv", Csv("10000"))]);
        var confirm = await Browser.PageOf(good);
        (await work.Db.CanteenStatements.CountAsync(s => s.School == school)).Should().Be(0, "it was only checked");
        using var form = new FormUrlEncodedContent(confirm.QuerySelectorAll(".confirm input").Select(i => new KeyValuePair<string, string>(i.GetAttribute("name")!, i.GetAttribute("value")!)));
        using var taken = await officer.Client.PostAsync(new Uri("/Canteens/Upload?handler=Take", UriKind.Relative), form);
        taken.Headers.Location!.OriginalString.Should().Be("/Canteens");
        (await work.Db.CanteenStatements.CountAsync(s => s.School == school)).Should().Be(1);

        var report = $"/Canteens/Report?from={month.Previous}&to={month}";
        var name = await NameAsync(school);
        var row = (await officer.OpenAsync(report)).QuerySelectorAll("#report tbody tr").Single(r => r.Text().Contains(name, StringComparison.Ordinal));
        row.Text().Should().Contain("已报1/应报1");
        row.QuerySelectorAll("td.num").Select(c => c.Text()).Take(3).Should().Equal("0.00", "10,000.00", "10,000.00");
        using var statements = await officer.SendAsync(report, "form[action*=Statements]");
        StatementSheet.Read(new MemoryStream(await statements.Content.ReadAsByteArrayAsync()), "月报.xlsx").Rows.Should().Contain(r => r.Row.Code == code && r.Row.Figures.Received == Money.FromYuan(10_000));
        using var exported = await officer.SendAsync(report, "form[action*='handler=Export']");
        using var book = await RosterApp.WorkbookAsync(exported);
        book.Worksheets.First().CellsUsed(c => c.GetString() == name).Should().ContainSingle();

        using var leader = await app.SignInAsAsync(Role.BureauLeader);
        (await leader.OpenAsync("/Overview/Figure?of=Canteens")).QuerySelector("#figure")!.Text().Should().Contain($"{month}");
        (await leader.OpenAsync($"/Canteens/{school.Value}/Month?month={month}")).QuerySelector("main form.form").Should().BeNull("who reads does not write");
    }

    [Fact]
    public async Task The_home_page_of_a_school_says_how_many_months_are_overdue_until_they_are_stated()
    {
        var (school, month) = await JoinedAsync(4, since: 3);
        using var clerk = await app.SignInAsAsync(Role.SchoolClerk, school);
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        (await officer.OpenAsync("/")).QuerySelector("main [hx-get='/Canteens/Waiting']").Should().BeNull("the county looks at its ledger");
        (await clerk.OpenAsync("/")).QuerySelector("main [hx-get='/Canteens/Waiting']").Should().NotBeNull();

        // Two months are over for sure; the last one is late from the eleventh on.
        await using var work = app.Work();
        var overdue = work.Get<BusinessDay>().Today.Day > 10 ? 3 : 2;
        var waiting = await clerk.OpenAsync("/Canteens/Waiting");
        waiting.QuerySelector("#waiting .when.urgent")!.Text().Should().Be($"{overdue} 个月");
        waiting.QuerySelector("#waiting a")!.GetAttribute("href").Should().Be($"/Canteens/{school.Value}");

        foreach (var (of, left) in new[] { (month.Previous.Previous, overdue - 1), (month.Previous, overdue - 2), (month, 0) })
        {
            using var stated = await clerk.SendAsync($"/Canteens/{school.Value}/Month?month={of}", "main form.form", Figures("0", "10000", "10000", "0"));
            stated.StatusCode.Should().Be(HttpStatusCode.Redirect);
            (await clerk.OpenAsync("/Canteens/Waiting")).QuerySelectorAll("#waiting .when").Select(w => w.Text()).Should().Equal(left > 0 ? [$"{left} 个月"] : []);
        }
    }

    [Fact]
    public async Task Another_school_gets_nothing()
    {
        var (school, month) = await JoinedAsync(3);
        var other = await SchoolAsync(4);
        using var clerk = await app.SignInAsAsync(Role.SchoolClerk, other);
        foreach (var page in new[] { "", "/Month", "/Facts" })
        {
            using var refused = await clerk.GetAsync($"/Canteens/{school.Value}{page}");
            refused.StatusCode.Should().Be(HttpStatusCode.NotFound);
        }
        var name = await NameAsync(school);
        foreach (var page in new[] { $"/Canteens?month={month}", "/Canteens/Kitchens", $"/Canteens/Report?from={month}&to={month}" })
            (await clerk.OpenAsync(page)).DocumentElement.Text().Should().NotContain(name);
        using var teacher = await app.SignInAsAsync(Role.Teacher, other);
        using var forbidden = await teacher.GetAsync("/Canteens");
        forbidden.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    private static (string, string)[] Figures(string opening, string received, string food, string other) =>
        [("Input.Opening", opening), ("Input.Received", received), ("Input.Food", food), ("Input.Other", other), ("Input.Meals", "2,000"), ("Input.Pupils", "100"), ("Input.Days", "20")];

    private static async Task<FormUrlEncodedContent> FormAsync(Browser browser, string address, IEnumerable<(string Name, string Value)> fields)
    {
        var token = (await browser.OpenAsync(address)).QuerySelector("main form.form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return new(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)).Append(new("__RequestVerificationToken", token)));
    }

    // Each test has a school of its own, on the programme since the first of last month or of an earlier one.
    private async Task<(SchoolId School, Month Month)> JoinedAsync(int n, int since = 1)
    {
        await using var work = app.Work();
        var today = work.Get<BusinessDay>().Today;
        var month = Month.Of(today).Previous;
        var school = await SchoolAsync(n);
        var joined = await work.Get<RecordCanteenFact>().RunAsync(new("经办甲", nameof(Role.AidOfficer), "test"), new(school, CanteenFactKind.Supply, month.First.AddMonths(1 - since), "Canteen", null), CancellationToken.None);
        joined.Should().Be(new CanteenOutcome(null, true));
        return (school, month);
    }

    // The schools of the compulsory stage by name.
    private async Task<SchoolId> SchoolAsync(int n)
    {
        await using var work = app.Work();
        var schools = await SchoolRegister.Holding(work.Db, Semester.Of(work.Get<BusinessDay>().Today)).OrderBy(v => v.Name).Select(v => new { v.School, v.Kind }).ToListAsync();
        return schools.Where(v => CanteenBoard.IsCompulsory(v.Kind)).ElementAt(n).School;
    }

    private async Task<string> NameAsync(SchoolId school)
    {
        await using var work = app.Work();
        return await work.Db.SchoolVersions.Where(v => v.School == school).Select(v => v.Name).FirstAsync();
    }
}
