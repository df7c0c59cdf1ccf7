using System.Text.Json;
using ClosedXML.Excel;
using EduAid.Application.Audit;
using EduAid.Application.People;
using EduAid.Application.Rosters;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Tests.Rosters;

public sealed class ExportRostersTests(ExportCounty county) : IClassFixture<ExportCounty>
{
    public static TheoryData<string> Programmes => [.. Programme.Of(ExportCounty.Spring).Select(p => p.Code)];

    [Theory]
    [MemberData(nameof(Programmes))]
    public async Task A_county_workbook_pays_each_person_once_what_the_plan_grants(string code)
    {
        using var book = await ExportAsync(Programme.Find(code)!, null);

        var paid = book.Worksheets.Skip(1).SelectMany(RosterRows.Of).ToList();
        paid.Select(r => r["身份证号"]).Should().OnlyHaveUniqueItems();
        paid.ToDictionary(r => r["身份证号"], r => Fen(r["金额(元)"])).Should().BeEquivalentTo(county.Answer.Pay[code]);
        book.Worksheets.Should().HaveCountGreaterThan(1);
    }

    [Theory]
    [MemberData(nameof(Programmes))]
    public async Task The_summary_adds_up_to_the_sheets(string code)
    {
        using var book = await ExportAsync(Programme.Find(code)!, null);

        var summary = RosterRows.Of(book.Worksheet(1)).ToDictionary(r => r["学校名称"], r => (Count: r["人数"], Fen: Fen(r["金额(元)"])));
        foreach (var sheet in book.Worksheets.Skip(1))
        {
            var rows = RosterRows.Of(sheet);
            var total = RosterRows.TotalOf(sheet);
            Fen(total["金额(元)"]).Should().Be(rows.Sum(r => Fen(r["金额(元)"])));
            if (rows.Count > 0) summary[rows[0]["学校名称"]].Should().Be(($"{rows.Count}", Fen(total["金额(元)"])));
        }
        Fen(RosterRows.TotalOf(book.Worksheet(1))["金额(元)"]).Should().Be(county.Answer.Pay[code].Values.Sum());
    }

    [Fact]
    public async Task One_school_gets_one_sheet_and_a_draft_says_so_in_its_title()
    {
        await using var services = county.Open();
        var school = await services.Db.Rosters.Where(r => r.Programme == "compulsory-living" && r.Entries > 0).Select(r => r.School).FirstAsync();
        using var book = await ExportAsync(new CompulsoryLiving(), school);

        book.Worksheets.Should().ContainSingle();
        book.Worksheet(1).Cell(1, 1).GetString().Should().Contain("2020年春季学期义务教育生活补助").And.EndWith("(草稿)");
        RosterRows.Of(book.Worksheet(1)).Should().NotBeEmpty().And.OnlyContain(r => r["是否寄宿"] == "是" || r["是否寄宿"] == "否");
    }

    [Fact]
    public async Task A_semester_without_entries_has_its_header_and_a_total_of_nought()
    {
        await using var services = county.Open();
        var school = await services.Db.Rosters.Select(r => r.School).FirstAsync();
        using var one = await ExportAsync(new Preschool(), school, Semester.Spring(2031));
        using var all = await ExportAsync(new Preschool(), null, Semester.Spring(2031));

        RosterRows.Of(one.Worksheet(1)).Should().BeEmpty();
        RosterRows.HeadOf(one.Worksheet(1)).Should().Contain(["序号", "学校名称", "姓名", "身份证号", "金额(元)", "备注"]);
        Fen(RosterRows.TotalOf(one.Worksheet(1))["金额(元)"]).Should().Be(0);
        all.Worksheets.Should().ContainSingle();
        Fen(RosterRows.TotalOf(all.Worksheet(1))["金额(元)"]).Should().Be(0);
    }

    [Fact]
    public async Task Cards_are_whole_and_who_has_none_is_remarked()
    {
        using var book = await ExportAsync(new CompulsoryLiving(), null);
        var rows = book.Worksheets.Skip(1).SelectMany(RosterRows.Of).ToList();

        rows.Where(r => r["备注"] == "").Should().NotBeEmpty().And.OnlyContain(r => r["银行卡号"].Length >= 16 && r["银行卡号"].All(char.IsAsciiDigit));
        rows.Where(r => r["备注"].Contains("无银行卡")).Should().NotBeEmpty().And.OnlyContain(r => r["银行卡号"] == "");
    }

    [Fact]
    public async Task A_school_payee_shows_no_cards_and_a_vocational_roster_its_specialties()
    {
        using var book = await ExportAsync(new VocationalTuition(), null);
        var sheet = book.Worksheets.Skip(1).First(s => RosterRows.Of(s).Count > 0);

        RosterRows.HeadOf(sheet).Should().Contain("专业").And.NotContain("银行卡号");
        RosterRows.Of(sheet).Should().OnlyContain(r => r["专业"].Length > 0);
    }

    [Fact]
    public async Task Held_people_are_not_in_it()
    {
        await using var services = county.Open();
        var held = await services.Db.Findings.Where(f => f.Semester == ExportCounty.Spring && f.Holds).ToListAsync();
        var ids = await services.Get<PersonDirectory>().RevealAsync([.. held.Select(f => f.Person)], CancellationToken.None);
        var seen = 0;
        foreach (var programme in Programme.Of(ExportCounty.Spring))
        {
            using var book = await ExportAsync(programme, null);
            var paid = book.Worksheets.Skip(1).SelectMany(RosterRows.Of).Select(r => r["身份证号"]).ToHashSet();
            var waiting = held.Where(f => f.ProgrammeCodes.Contains(programme.Code)).Select(f => ids[f.Person].Reveal()).ToList();
            waiting.Should().NotContain(id => paid.Contains(id), programme.Code);
            seen += waiting.Count;
        }
        seen.Should().BePositive("the county has held people");
    }

    [Fact]
    public async Task An_export_is_in_the_audit_trail_with_its_counts_and_without_any_ID()
    {
        using var book = await ExportAsync(new Preschool(), null);
        await using var services = county.Open();
        var last = await services.Db.AuditEvents.OrderByDescending(e => e.Number).FirstAsync(e => e.Action == "rosters.export");
        var details = (await services.Db.AuditDetails.SingleAsync(d => d.Number == last.Number)).Json!;

        var json = JsonDocument.Parse(details).RootElement;
        json.GetProperty("programme").GetString().Should().NotBeNull();
        json.GetProperty("fen").GetInt64().Should().BeGreaterThanOrEqualTo(0);
        last.Actor.Should().Be(ExportCounty.Officer.Name);
        county.Answer.Pay.Values.SelectMany(p => p.Keys).Should().NotContain(id => details.Contains(id));
        (await services.Get<VerifyAudit>().RunAsync(CancellationToken.None)).Holds.Should().BeTrue();
    }

    private async Task<XLWorkbook> ExportAsync(Programme programme, SchoolId? school, Semester? semester = null)
    {
        await using var services = county.Open();
        var file = new MemoryStream();
        await services.Get<ExportRosters>().RunAsync(ExportCounty.Officer, semester ?? ExportCounty.Spring, programme, school, file, CancellationToken.None);
        return new XLWorkbook(new MemoryStream(file.ToArray()));
    }

    private static long Fen(string yuan) => Money.Parse(yuan)!.Value.Fen;
}
