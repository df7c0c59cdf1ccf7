using System.Text;
using EduAid.Application.Audit;
using EduAid.Application.Dropouts;
using EduAid.Application.Ledgers;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Dropouts;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;
using static EduAid.Application.Tests.Dropouts.DropoutSteps;

namespace EduAid.Application.Tests.Dropouts;

public class DropoutFilesTests
{
    private const string Header = "姓名,身份证号,出生年份,乡镇,行政村,政府线责任人,学校,学校线责任人,发现日期,情况说明";

    [Theory, EveryDatabase]
    public async Task What_is_exported_reads_back_equal_and_opens_the_same_cases_elsewhere(TestDatabase on)
    {
        await using var county = await CountyAsync(on);
        var child = Child(7, "2017-03-05");
        await county.OpenAsync((await county.NobodyListsAsync(child.Name, on: new(2026, 11, 3))) with { CitizenId = child.Id });
        await county.OpenAsync((await county.NobodyListsAsync("=HYPERLINK", born: 2016)) with { Text = "第一行\n第二行,有逗号" });
        var book = await ExportAsync(county, Staff.Officer);
        var (rows, findings) = DropoutSheet.Read(new MemoryStream(book), "台账.xlsx", Today);
        findings.Should().BeEmpty();
        rows.Select(r => r.Row).Should().BeEquivalentTo(
        [
            new DropoutRow(child.Name, child.Id, null, East, "下湾村", "李村干", First, "王老师", new(2026, 11, 3), "外县迁入,未就读"),
            new DropoutRow("=HYPERLINK", null, 2016, East, "下湾村", "李村干", First, "王老师", Today, "第一行\n第二行,有逗号"),
        ]);
        (await ImportAsync(county, book, "台账.xlsx", dryRun: false)).Should().BeEquivalentTo(new LedgerImport(0, 0, 2, [], true), "both are open here");

        await using var other = await CountyAsync(TestDatabase.Sqlite);
        (await ImportAsync(other, book, "台账.xlsx", dryRun: true)).Should().BeEquivalentTo(new LedgerImport(2, 0, 0, [], false));
        (await other.Do(s => s.Db.DropoutCases.CountAsync(Stop))).Should().Be(0, "a dry run writes nothing");
        (await other.Do(s => s.Db.AuditEvents.CountAsync(e => e.Action == "dropout.open", Stop))).Should().Be(0);
        (await ImportAsync(other, book, "台账.xlsx", dryRun: false)).Should().BeEquivalentTo(new LedgerImport(2, 0, 0, [], true));
        DropoutSheet.Read(new MemoryStream(await ExportAsync(other, Staff.Officer)), "x.xlsx", Today).Rows.Select(r => r.Row).Should().BeEquivalentTo(rows.Select(r => r.Row));
        (await other.VerifyAudit()).Holds.Should().BeTrue();
    }

    [Fact]
    public async Task Whoever_may_not_carry_IDs_out_gets_them_masked()
    {
        await using var county = await CountyAsync(TestDatabase.Sqlite);
        var child = Child(7, "2017-03-05");
        await county.OpenAsync((await county.NobodyListsAsync(child.Name)) with { CitizenId = child.Id });
        var (_, findings) = DropoutSheet.Read(new MemoryStream(await ExportAsync(county, Staff.Auditor)), "台账.xlsx", Today);
        findings.Should().ContainSingle().Which.Problem.Should().Be(SheetProblem.IdInvalid, "a masked number is none, and nobody is looked for under it");
        findings[0].Found.Should().NotContain(child.Id[6..14]);
    }

    public static TheoryData<string, string, int, string, SheetProblem> Faulty => new()
    {
        { "no name", ",,2017,东河镇,,李村干,县第一小学,王老师,2026-11-01,情况", 2, "姓名", SheetProblem.Blank },
        { "neither ID nor year", "童甲,,,东河镇,,李村干,县第一小学,王老师,2026-11-01,情况", 2, "出生年份", SheetProblem.Blank },
        { "a year that is none", "童甲,,十年,东河镇,,李村干,县第一小学,王老师,2026-11-01,情况", 2, "出生年份", SheetProblem.NotANumber },
        { "an ID that fails its check", "童甲,341523201703050010,,东河镇,,李村干,县第一小学,王老师,2026-11-01,情况", 2, "身份证号", SheetProblem.IdInvalid },
        { "a day that is none", "童甲,,2017,东河镇,,李村干,县第一小学,王老师,某日,情况", 2, "发现日期", SheetProblem.NotADay },
        { "an unknown school", "童甲,,2017,东河镇,,李村干,无此校,王老师,2026-11-01,情况", 2, "学校", SheetProblem.Unknown },
        { "an unknown township", "童甲,,2017,无此镇,,李村干,县第一小学,王老师,2026-11-01,情况", 2, "乡镇", SheetProblem.Refused },
        { "a day to come", "童甲,,2017,东河镇,,李村干,县第一小学,王老师,2026-12-01,情况", 2, "发现日期", SheetProblem.Refused },
    };

    [Fact]
    public async Task Each_fault_is_named_by_row_and_column_and_keeps_the_whole_file_out()
    {
        await using var county = await CountyAsync(TestDatabase.Sqlite);
        const string good = "童乙,,2016,东河镇,,李村干,县第一小学,王老师,2026年11月1日,情况";
        foreach (var row in Faulty)
        {
            var (why, line, number, heading, problem) = ((string)row[0], (string)row[1], (int)row[2], (string)row[3], (SheetProblem)row[4]);
            var done = await ImportAsync(county, Encoding.UTF8.GetBytes($"{Header}\n{line}\n{good}\n"), "a.csv", dryRun: false);
            done.Findings.Should().ContainSingle(why).Which.Should().Match<SheetFinding>(f => f.Row == number && f.Heading == heading && f.Problem == problem, why);
            done.Written.Should().BeFalse();
        }
        (await county.Do(s => s.Db.DropoutCases.CountAsync(Stop))).Should().Be(0);
        (await ImportAsync(county, Encoding.UTF8.GetBytes($"标题\n\n{Header}\n{good}\n合计,1\n"), "a.csv", dryRun: false)).Added.Should().Be(1, "a title above and a sum below are no rows");
    }

    [Theory]
    [InlineData("no spreadsheet", "%PDF-1.4", SheetProblem.Unreadable, "")]
    [InlineData("nothing", "", SheetProblem.Unreadable, "")]
    [InlineData("a column that lacks", "姓名,乡镇,政府线责任人,学校,发现日期,情况说明\n甲,,,,,\n", SheetProblem.HeaderMissing, "学校线责任人")]
    public void A_file_that_is_none_gives_a_finding(string why, string content, SheetProblem problem, string heading) =>
        DropoutSheet.Read(new MemoryStream(Encoding.UTF8.GetBytes(content)), "a.csv", Today).Findings.Should().ContainSingle(why)
            .Which.Should().Match<SheetFinding>(f => f.Row == 0 && f.Problem == problem && f.Heading == heading);

    private static Task<LedgerImport> ImportAsync(CountyFixture county, byte[] content, string name, bool dryRun) =>
        county.Do(s => s.Get<ImportDropouts>().RunAsync(Staff.Officer, new(name, content), dryRun, Stop));

    private static async Task<byte[]> ExportAsync(CountyFixture county, Actor by)
    {
        using var output = new MemoryStream();
        var all = await county.Do(s => s.Db.DropoutCases.Select(c => c.Id).ToListAsync(Stop));
        await county.Do(async s =>
        {
            await s.Get<ExportDropouts>().RunAsync(by, Today, all, output, Stop);
            return 0;
        });
        return output.ToArray();
    }
}
