using System.Text;
using EduAid.Application.Canteens;
using EduAid.Application.Ledgers;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Canteens;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Canteens.CanteenCounty;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Canteens;

public class StatementFileTests
{
    private const string Header = "学校代码,学校名称,月份,期初余额(元),本月收入(元),食品支出(元),其他支出(元),期末余额(元),供餐人次,就餐人数,供餐天数,更正原因";

    [Theory, EveryDatabase]
    public async Task What_is_exported_reads_back_equal_and_states_the_same_months_elsewhere(TestDatabase on)
    {
        await using var county = await CanteenCounty.OpenAsync(on);
        var overdrawn = Right(September, 100) with { Food = Money.FromFen(10_312_50), Other = Money.FromFen(1) };
        await county.StateAsync(overdrawn);
        await county.StateAsync(Right(October) with { Opening = overdrawn.Closing });
        await county.StateAsync(Right(October) with { Opening = overdrawn.Closing, Meals = 1999 }, seen: 1, reason: "少一人次");
        await county.StateAsync(Right(October), county.Other, scope: Scope.OfSchools(county.County.County, county.Other));
        var book = await county.ExportAsync(September, October);
        var (rows, findings) = StatementSheet.Read(new MemoryStream(book), "月报.xlsx");
        findings.Should().BeEmpty();
        rows.Select(r => r.Row).Should().Equal(
            new StatementRow("3401", First, overdrawn), new StatementRow("3401", First, Right(October) with { Opening = Money.FromFen(-212_51), Meals = 1999 }), new StatementRow("3402", Second, Right(October)));
        (await county.ImportAsync(book)).Should().BeEquivalentTo(new LedgerImport(0, 0, 3, [], true));
        StatementSheet.Read(new MemoryStream(await county.ExportAsync(October, October, county.OfOne)), "月报.xlsx").Rows.Should().ContainSingle("the range and the scope bound it");

        await using var other = await CanteenCounty.OpenAsync(TestDatabase.Sqlite);
        (await other.ImportAsync(book, dryRun: true)).Should().BeEquivalentTo(new LedgerImport(3, 0, 0, [], false));
        (await other.County.Do(s => s.Db.CanteenStatements.CountAsync(Stop))).Should().Be(0, "a dry run writes nothing");
        (await other.ImportAsync(book)).Added.Should().Be(3);
        StatementSheet.Read(new MemoryStream(await other.ExportAsync(September, October)), "月报.xlsx").Rows.Select(r => r.Row).Should().Equal(rows.Select(r => r.Row));
    }

    [Fact]
    public async Task Other_figures_than_are_on_record_need_a_reason_and_become_a_further_version()
    {
        await using var county = await CanteenCounty.OpenAsync(TestDatabase.Sqlite);
        await county.StateAsync(Right(September));
        string Row(string reason) => $"{Header}\n3401,{First},2026-09,0,\"10,000\",9900,0,100,2000,100,20,{reason}\n";
        var without = await county.ImportAsync(Encoding.UTF8.GetBytes(Row("")), name: "月报.csv");
        without.Findings.Should().ContainSingle().Which.Should().Match<SheetFinding>(f => f.Row == 2 && f.Heading == "更正原因" && f.Problem == SheetProblem.Refused);
        (await county.ImportAsync(Encoding.UTF8.GetBytes(Row("漏记退货")), name: "月报.csv")).Should().BeEquivalentTo(new LedgerImport(0, 1, 0, [], true));
        (await county.InAsync(September)).Stated.Should().Match<StatedMonth>(s => s.Version == 2 && s.Figures.Food == Money.FromYuan(9900));
        (await county.County.Do(s => s.Db.CanteenStatements.CountAsync(Stop))).Should().Be(2);
    }

    [Theory, EveryDatabase]
    public async Task A_month_stands_twice_in_a_file_however_the_code_is_typed(TestDatabase on)
    {
        await using var county = await CanteenCounty.OpenAsync(on);
        string Row(string code) => $"{code},,2026-09,0,10000,10000,0,,2000,100,20,\n";
        var outcome = await county.ImportAsync(Encoding.UTF8.GetBytes(Header + "\n" + Row("3401") + Row("\uFF13\uFF14\uFF10\uFF11")), name: "月报.csv");
        outcome.Findings.Should().ContainSingle().Which.Should().Match<SheetFinding>(f => f.Row == 3 && f.Heading == "月份" && f.Problem == SheetProblem.Twice);
        (outcome.Written, await county.County.Do(s => s.Db.CanteenStatements.CountAsync(Stop))).Should().Be((false, 0));
    }

    [Fact]
    public async Task A_bad_row_is_a_finding_with_row_and_column_and_keeps_all_out()
    {
        await using var county = await CanteenCounty.OpenAsync(TestDatabase.Sqlite);
        string Row(string code, string month, string received, string closing, string days = "20") => $"{code},,{month},0,{received},10000,0,{closing},2000,100,{days},\n";
        var bad = Header + "\n" + Row("3401", "2026-09", "10000", "0") + Row("3401", "2026年9月", "10000", "") + Row("9999", "2026-09", "10000", "0") + Row("3402", "2026-09", "10000", "1")
            + Row("3402", "2026-13", "10000", "0") + Row("3402", "2026-10", "-1", "") + Row("3402", "2026-10", "10000", "", "二十") + Row("3402", "2026-08", "10000", "") + Row("3402", "2027-01", "10000", "")
            + Row("3404", "2026-09", "10000", "") + Row("3402", "2026-10", "10000", "", "32");
        var outcome = await county.ImportAsync(Encoding.UTF8.GetBytes(bad), name: "月报.csv");
        outcome.Findings.OrderBy(f => f.Row).Select(f => (f.Row, f.Heading, f.Problem)).Should().Equal(
            (3, "月份", SheetProblem.Twice), (4, "学校代码", SheetProblem.Unknown), (5, "期末余额(元)", SheetProblem.Refused), (6, "月份", SheetProblem.NotADay),
            (7, "本月收入(元)", SheetProblem.NotAnAmount), (8, "供餐天数", SheetProblem.NotANumber), (9, "月份", SheetProblem.Refused), (10, "月份", SheetProblem.Refused),
            (11, "学校代码", SheetProblem.Refused), (12, "学校代码", SheetProblem.Refused));
        outcome.Findings.Single(f => f.Row == 5).Found.Should().Contain("0.00");
        (outcome.Written, await county.County.Do(s => s.Db.CanteenStatements.CountAsync(Stop))).Should().Be((false, 0));
        (await county.ImportAsync(Encoding.UTF8.GetBytes("学校代码,月份\n3401,2026-09\n"), name: "月报.csv")).Findings.Should().ContainSingle().Which.Problem.Should().Be(SheetProblem.HeaderMissing);
        (await county.ImportAsync(Encoding.UTF8.GetBytes(Header + "\n" + Row("3402", "2026-09", "10000", "0")), by: Staff.SchoolClerk, scope: county.OfOne, name: "月报.csv"))
            .Findings.Should().ContainSingle().Which.Should().Match<SheetFinding>(f => f.Problem == SheetProblem.Unknown, "another school's is none to a school");
    }

    [Theory, EveryDatabase]
    public async Task The_report_sums_a_semester_and_says_what_the_balances_do_not_explain(TestDatabase on)
    {
        await using var county = await CanteenCounty.OpenAsync(on);
        await county.StateAsync(Right(September, 500) with { Received = Money.FromYuan(12_000) });
        await county.StateAsync(Right(October, 2400) with { Other = Money.FromYuan(50) });
        var (from, to) = CanteenReport.Months(Semester.Autumn(2026));
        ($"{from}", $"{to}").Should().Be(("2026-08", "2027-01"));
        var report = await county.County.Do(async s => CanteenReport.Of(from, to, await s.Get<CanteenBoard>().AllAsync(Stop)));
        var line = report.Lines.Single(l => l.School.Id == county.One);
        (line.Owed, line.Stated, line.Opening, line.Closing, line.Meals, line.FoodPerMeal).Should().Be((2, 2, Money.FromYuan(500), Money.FromYuan(2350), 4000L, Money.FromYuan(5)));
        line.Unexplained.Should().Be(Money.FromYuan(-100), "a hundred yuan went between the months");
        line.Checks.Should().Contain([CanteenCheck.OpeningDiffers, CanteenCheck.NotForFood, CanteenCheck.Late]).And.NotContain(CanteenCheck.Missing);
        report.Lines.Single(l => l.School.Id == county.Other).Should().Match<CanteenReportLine>(l => l.Owed == 2 && l.Stated == 0 && l.FoodPerMeal == null && l.Checks.Contains(CanteenCheck.Missing));
        (report.Received, report.Food, report.Other, report.FoodPerMeal).Should().Be((Money.FromYuan(22_000), Money.FromYuan(20_000), Money.FromYuan(50), Money.FromYuan(5)));
        CanteenReport.Of(from.Plus(-12), from.Plus(-7), [line.School]).Lines.Should().BeEmpty("nobody was on the programme then");
        var output = new MemoryStream();
        await county.County.Do(async s =>
        {
            await s.Get<ExportCanteenReport>().RunAsync(Staff.Auditor, from, to, output, Stop);
            return 0;
        });
        using var book = new ClosedXML.Excel.XLWorkbook(output);
        book.Worksheets.First().CellsUsed(c => c.GetString() == First).Should().ContainSingle();
        (await county.County.Do(s => s.Db.AuditEvents.CountAsync(e => e.Action == "canteen.report", Stop))).Should().Be(1);
    }
}
