using System.Net;
using EduAid.Application.Accounts;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Rosters;

public sealed class IndexTests(RosterApp app) : IClassFixture<RosterApp>
{
    [Fact]
    public async Task The_total_row_is_the_sum_of_all_rosters_of_the_semester()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var page = await officer.OpenAsync("/Rosters?semester=2020-spring&size=20");
        await using var work = app.Work();
        var rosters = await work.Db.Rosters.Where(r => r.Semester == RosterApp.Spring).ToListAsync();

        var foot = page.Foot("rosters");
        Page.Count(foot[3]).Should().Be(rosters.Sum(r => r.Entries)).And.BePositive();
        Page.Fen(foot[4]).Should().Be(rosters.Sum(r => r.Fen));
        Page.Count(foot[6]).Should().Be(rosters.Sum(r => r.Held));
        page.Rows("rosters").Should().HaveCount(Math.Min(20, rosters.Count));
    }

    [Fact]
    public async Task A_filter_shows_its_rosters_alone_and_stays_in_every_link_of_the_list()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var page = await officer.OpenAsync("/Rosters?semester=2020-spring&programme=compulsory-living&sort=-amount");

        var rows = page.Rows("rosters");
        rows.Should().NotBeEmpty().And.OnlyContain(r => r[0] == "义务教育生活补助");
        rows.Select(r => Page.Fen(r[4])).Should().BeInDescendingOrder();
        page.QuerySelectorAll("#rosters thead a").Select(a => a.GetAttribute("href")).Should().NotBeEmpty().And.OnlyContain(h => h!.Contains("programme=compulsory-living"));
        Page.Fen(page.Foot("rosters")[4]).Should().Be(rows.Sum(r => Page.Fen(r[4])));
    }

    [Fact]
    public async Task A_clerk_sees_the_rosters_of_the_own_school_alone()
    {
        using var clerk = await app.SignInAsAsync(Role.SchoolClerk, app.School);
        var page = await clerk.OpenAsync("/Rosters?semester=2020-spring");
        await using var work = app.Work();
        var own = await work.Db.Rosters.CountAsync(r => r.Semester == RosterApp.Spring && r.School == app.School);

        page.Rows("rosters").Should().HaveCount(own);
        page.Rows("rosters").Select(r => r[1]).Distinct().Should().ContainSingle();
        page.QuerySelector("form[action*=Generate]").Should().BeNull();
    }

    [Fact]
    public async Task The_exported_county_workbook_sums_to_what_the_page_says()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var page = await officer.OpenAsync("/Rosters?semester=2020-spring&programme=compulsory-living");
        using var response = await officer.SendAsync("/Rosters", "form[action*=Export]", ("programme", "compulsory-living"));
        using var book = await RosterApp.WorkbookAsync(response);

        response.Content.Headers.ContentDisposition!.FileNameStar.Should().Be("全县2020年春季学期义务教育生活补助发放花名册.xlsx");
        var total = book.Worksheet(1).RowsUsed().First(r => r.Cell(1).GetString() == "合计");
        ((long)Math.Round(total.Cell(4).GetDouble() * 100)).Should().Be(Page.Fen(page.Foot("rosters")[4]));
        total.Cell(3).GetDouble().Should().Be(Page.Count(page.Foot("rosters")[3]));
    }

    [Fact]
    public async Task A_clerk_exports_the_own_school_alone()
    {
        await using var work = app.Work();
        var programme = await work.Db.Rosters.Where(r => r.Semester == RosterApp.Spring && r.School == app.School && r.Entries > 0).Select(r => r.Programme).FirstAsync();
        using var clerk = await app.SignInAsAsync(Role.SchoolClerk, app.School);
        using var response = await clerk.SendAsync("/Rosters?semester=2020-spring", "form[action*=Export]", ("programme", programme));
        using var book = await RosterApp.WorkbookAsync(response);

        book.Worksheets.Should().ContainSingle();
    }

    [Fact]
    public async Task Generating_again_says_that_nothing_has_changed()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        using var response = await officer.SendAsync("/Rosters?semester=2020-spring", "form[action*=Generate]");
        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var page = await officer.OpenAsync(response.Headers.Location!.ToString());

        page.QuerySelector("[role=status].notice")!.Text().Should().Contain("结果与原来相同");
        page.Rows("generated").Should().HaveCount(6);
        Page.Fen(page.Foot("generated")[3]).Should().Be(Page.Fen(page.Foot("rosters")[4]));
        (await officer.OpenAsync("/Rosters")).QuerySelector("#generated").Should().BeNull("the result is shown once");
    }

    [Fact]
    public async Task A_clerk_cannot_generate()
    {
        using var clerk = await app.SignInAsAsync(Role.SchoolClerk, app.School);
        using var response = await clerk.SendAsync("/Rosters?handler=Generate&semester=2020-spring", "form[action*=Export]", ("programme", "preschool"));
        var token = (await clerk.OpenAsync("/Rosters")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var refused = await clerk.Client.PostAsync("/Rosters?handler=Generate", form);

        refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }
}
