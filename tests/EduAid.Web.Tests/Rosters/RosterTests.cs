using System.Net;
using AngleSharp.Dom;
using EduAid.Application.Accounts;
using EduAid.Application.People;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Tests.Rosters;

public sealed class RosterTests(RosterApp app) : IClassFixture<RosterApp>
{
    [Theory]
    [InlineData("preschool")]
    [InlineData("compulsory-living")]
    [InlineData("senior-high-grant")]
    [InlineData("senior-high-tuition")]
    [InlineData("vocational-grant")]
    [InlineData("vocational-tuition")]
    public async Task The_parts_of_every_explanation_add_up_to_the_amount_of_its_line(string programme)
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var page = await officer.OpenAsync($"/Rosters/{(await FilledAsync(programme)).Id.Value}?size=20");
        var lines = page.QuerySelectorAll("#entries tbody tr").Take(6).ToList();
        lines.Should().NotBeEmpty();
        foreach (var line in lines)
        {
            var link = line.QuerySelector("a[data-entry]")!;
            var why = (await officer.OpenAsync($"{new Uri(page.BaseUri).AbsolutePath}{link.GetAttribute("href")!.Split('#')[0]}")).QuerySelector("#why")!;
            var amount = Page.Fen(line.QuerySelector(".money")!.Text());

            why.QuerySelector("h2")!.Text().Should().Contain(link.Text());
            Page.Fen(why.QuerySelector(".why-sum")!.Text()).Should().Be(amount);
            why.QuerySelectorAll("li .money").Sum(m => Page.Fen(m.Text())).Should().Be(amount);
            why.Text().Should().Contain("依据:").And.Contain("二(二)").And.Contain("核对").And.Contain("第").And.Contain("号导入");
        }
    }

    [Fact]
    public async Task The_total_row_counts_all_lines_and_writes_the_amount_in_capitals()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var roster = await FilledAsync("compulsory-living");
        var foot = (await officer.OpenAsync($"/Rosters/{roster.Id.Value}?size=20")).Foot("entries");

        foot[1].Should().Be($"合计 {roster.Entries:N0} 人");
        foot[2].Should().Be(ChineseCapitals.Of(roster.Fen));
        Page.Fen(foot[3]).Should().Be(roster.Fen);
    }

    [Fact]
    public async Task A_grade_filter_shows_that_grade_and_its_own_total()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var roster = await FilledAsync("compulsory-living");
        var grade = (await officer.OpenAsync($"/Rosters/{roster.Id.Value}")).Rows("entries")[0][3];
        var page = await officer.OpenAsync($"/Rosters/{roster.Id.Value}?grade={Uri.EscapeDataString(grade)}&size=200");

        page.Rows("entries").Should().NotBeEmpty().And.OnlyContain(r => r[3] == grade);
        Page.Fen(page.Foot("entries")[3]).Should().Be(page.Rows("entries").Sum(r => Page.Fen(r[6])));
        page.QuerySelectorAll("#entries thead a, #entries a[data-entry]").Should().OnlyContain(a => a.GetAttribute("href")!.Contains("grade="));
    }

    [Fact]
    public async Task No_whole_ID_or_card_stands_on_the_page_or_on_paper()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var roster = await FilledAsync("compulsory-living");
        foreach (var path in (string[])["", "/Print"])
        {
            var html = (await officer.OpenAsync($"/Rosters/{roster.Id.Value}{path}")).DocumentElement.OuterHtml;
            html.Should().MatchRegex(@"\d{6}\*{8}\d{3}[\dX]").And.NotMatchRegex(@"(?<![\da-f-])\d{15,19}(?![\da-f-])");
        }
    }

    [Fact]
    public async Task A_whole_ID_is_found_by_post_and_stands_in_no_address()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var roster = await FilledAsync("compulsory-living");
        await using var work = app.Work();
        var entry = await work.Db.RosterEntries.Where(e => e.Roster == roster.Id).OrderByDescending(e => e.Line).FirstAsync();
        var id = (await work.Get<PersonDirectory>().RevealAsync([entry.Person], CancellationToken.None))[entry.Person].Reveal();
        using var found = await officer.SendAsync($"/Rosters/{roster.Id.Value}", "form[action*=Find]", ("number", id));

        found.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var target = found.Headers.Location!.ToString();
        target.Should().NotContain(id).And.Contain(entry.Id.ToString());
        var page = await officer.OpenAsync(target.Split('#')[0]);
        page.QuerySelector("#entries tr.here")!.Text().Should().Contain(entry.Name);
        page.QuerySelector("#why h2")!.Text().Should().Contain(entry.Name);
    }

    [Theory]
    [InlineData("123", "身份证号不正确")]
    [InlineData("11010519491231002X", "不在这份名册上")]
    public async Task An_ID_that_is_wrong_or_not_there_is_answered_in_words(string id, string words)
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var roster = await FilledAsync("compulsory-living");
        using var answer = await officer.SendAsync($"/Rosters/{roster.Id.Value}", "form[action*=Find]", ("number", id));

        var page = await officer.OpenAsync(answer.Headers.Location!.ToString());
        page.QuerySelector("[role=status].notice")!.Text().Should().Contain(words).And.NotContain(id);
    }

    [Fact]
    public async Task Another_schools_roster_is_not_there_for_a_clerk_in_any_form()
    {
        var other = await FilledAsync("compulsory-living", of: r => r.School != app.School);
        var own = await FilledAsync(null, of: r => r.School == app.School);
        using var clerk = await app.SignInAsAsync(Role.SchoolClerk, app.School);

        foreach (var path in (string[])["", "/Print"])
        {
            (await clerk.GetAsync($"/Rosters/{own.Id.Value}{path}")).StatusCode.Should().Be(HttpStatusCode.OK);
            (await clerk.GetAsync($"/Rosters/{other.Id.Value}{path}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        }
        var token = (await clerk.OpenAsync($"/Rosters/{own.Id.Value}")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        (await clerk.Client.PostAsync($"/Rosters/{own.Id.Value}?handler=Export", form)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await clerk.Client.PostAsync($"/Rosters/{other.Id.Value}?handler=Export", form)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_exported_workbook_sums_to_the_page_and_the_export_is_in_the_trail()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var roster = await FilledAsync("compulsory-living");
        using var response = await officer.SendAsync($"/Rosters/{roster.Id.Value}", "form[action*=Export]");
        using var book = await RosterApp.WorkbookAsync(response);

        var sheet = book.Worksheets.Single();
        var total = sheet.RowsUsed().First(r => r.Cell(1).GetString() == "合计");
        var amount = sheet.Row(2).CellsUsed().Single(c => c.GetString() == "金额(元)").Address.ColumnNumber;
        ((long)Math.Round(total.Cell(amount).GetDouble() * 100)).Should().Be(roster.Fen);
        (total.RowNumber() - 3).Should().Be(roster.Entries);
        await using var work = app.Work();
        var last = await work.Db.AuditEvents.OrderByDescending(e => e.Number).FirstAsync(e => e.Action == "rosters.export");
        last.Role.Should().Be(nameof(Role.AidOfficer));
    }

    [Fact]
    public async Task Paper_has_every_line_whatever_their_number()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var roster = await FilledAsync("compulsory-living");
        var page = await officer.OpenAsync($"/Rosters/{roster.Id.Value}/Print");

        page.Rows("sheet").Should().HaveCount(roster.Entries);
        page.QuerySelector("h1")!.Text().Should().EndWith("发放花名册(草稿)");
        Page.Fen(page.Foot("sheet")[3]).Should().Be(roster.Fen);
    }

    [Fact]
    public async Task Held_children_stand_below_with_their_finding()
    {
        using var officer = await app.SignInAsAsync(Role.AidOfficer);
        var roster = await FilledAsync(null, of: r => r.Held > 0);
        var page = await officer.OpenAsync($"/Rosters/{roster.Id.Value}");

        page.Rows("held-children").Should().HaveCount(roster.Held).And.OnlyContain(r => r[3].Contains("暂不发放"));
    }

    private async Task<Roster> FilledAsync(string? programme, Func<Roster, bool>? of = null)
    {
        await using var work = app.Work();
        var rosters = await work.Db.Rosters.Where(r => r.Semester == RosterApp.Spring && r.Entries > 0 && (programme == null || r.Programme == programme)).ToListAsync();
        return rosters.Where(of ?? (_ => true)).MaxBy(r => r.Entries)!;
    }
}
