using System.Text;
using EduAid.Application.Audit;
using EduAid.Application.Ledgers;
using EduAid.Application.Pairing;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;
using static EduAid.Application.Tests.Pairing.PairedCounty;

namespace EduAid.Application.Tests.Pairing;

public class PairFilesTests
{
    private const string Header = "学校,户编号,户主,结对教职工,教师账号,结对日期,结束日期,结束原因";

    [Theory, EveryDatabase]
    public async Task What_is_taken_out_reads_back_equal_and_changes_nothing_and_makes_the_same_pairs_elsewhere(TestDatabase on)
    {
        await using var county = await PassedOnAsync(on);
        var book = await ExportAsync(county);
        Rows(book).Should().Equal(
            new PairRow(First, Poor, "户主甲", "董一", "teacher1", new(2026, 6, 1), new(2026, 8, 31), ""),
            new PairRow(First, Poor, "户主甲", "白甲二", "", new(2026, 9, 1), null, ""),
            new PairRow(Second, Exited, "户主乙", "=白乙一", "", new(2026, 6, 1), new(2026, 10, 15), "迁出"));
        (await ImportAsync(county, book)).Should().BeEquivalentTo(new LedgerImport(0, 0, 3, [], true));
        Rows(await ExportAsync(county)).Should().Equal(Rows(book));

        await using var other = await OpenAsync(on);
        (await ImportAsync(other, book)).Should().BeEquivalentTo(new LedgerImport(3, 0, 0, [], true));
        Rows(await ExportAsync(other)).Should().Equal(Rows(book));
    }

    [Theory, EveryDatabase]
    public async Task A_dry_run_says_what_would_happen_and_writes_nothing(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        var book = Sheet($"{First},{Poor},户主甲,董一,teacher1,2026-06-01,,");
        (await ImportAsync(county, book, dryRun: true)).Should().BeEquivalentTo(new LedgerImport(1, 0, 0, [], false));
        (await county.County.Do(s => s.Db.PairedHouseholds.AnyAsync(Stop))).Should().BeFalse();
        (await ImportAsync(county, book)).Added.Should().Be(1);
    }

    [Fact]
    public async Task A_later_row_passes_a_household_on_and_a_last_day_with_its_reason_ends_it()
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite);
        await county.PairAsync(Poor, new(2026, 6, 1));
        (await ImportAsync(county, Sheet($"{First},{Poor},户主甲,白甲二,,2026年9月1日,,"))).Should().BeEquivalentTo(new LedgerImport(1, 0, 0, [], true));
        (await ImportAsync(county, Sheet($"{First},{Poor},户主甲,白甲二,,2026-09-01,2026-10-15,迁出", $"{First},{Poor},户主甲,董一,teacher1,2026-06-01,,"))).Should().BeEquivalentTo(new LedgerImport(0, 1, 1, [], true), "the ledger knows more of the first than the row");
        Rows(await ExportAsync(county)).Select(r => r.Until).Should().Equal(new DateOnly(2026, 8, 31), new DateOnly(2026, 10, 15));
    }

    [Theory]
    [InlineData("县第九小学,P0001,户主甲,白甲二,,2026-10-01,,", "学校", SheetProblem.Unknown)]
    [InlineData("县第一小学,P0009,户主甲,白甲二,,2026-10-01,,", "户编号", SheetProblem.Refused)]
    [InlineData("县第一小学,P0002,户主甲,白甲二,,2026-10-01,,", "户编号", SheetProblem.Refused)]
    [InlineData("县第一小学,,户主甲,白甲二,,2026-10-01,,", "户编号", SheetProblem.Blank)]
    [InlineData("县第一小学,P0002,户主乙,白甲二,nobody,2026-10-01,,", "教师账号", SheetProblem.Unknown)]
    [InlineData("县第二小学,P0002,户主乙,董一,teacher1,2026-10-01,,", "结对教职工", SheetProblem.Refused)]
    [InlineData("县第一小学,P0002,户主乙,白甲二,,2026-13-01,,", "结对日期", SheetProblem.NotADay)]
    [InlineData("县第一小学,P0002,户主乙,白甲二,,2026-11-25,,", "结对日期", SheetProblem.Refused)]
    [InlineData("县第一小学,P0002,户主乙,白甲二,,0202-10-01,,", "结对日期", SheetProblem.Refused)]
    [InlineData("县第一小学,P0002,户主乙,白甲二,,2026-10-01,2026-09-30,迁出", "结束日期", SheetProblem.NotADay)]
    [InlineData("县第一小学,P0002,户主乙,白甲二,,2026-10-01,2026-10-30,", "结束原因", SheetProblem.Refused)]
    [InlineData("县第一小学,P0001,户主甲,白甲二,,2026-06-01,,", "结对教职工", SheetProblem.Refused)]
    [InlineData("县第一小学,P0001,户主甲,董一,,2026-06-01,,", "教师账号", SheetProblem.Refused)]
    [InlineData("县第二小学,P0001,户主甲,白乙一,,2026-10-01,,", "户编号", SheetProblem.Refused)]
    public async Task A_bad_row_is_named_with_its_column_and_nothing_is_taken(string row, string column, SheetProblem problem)
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite);
        await county.PairAsync(Poor, new(2026, 6, 1));
        var taken = await ImportAsync(county, Sheet($"{First},{Changing},户主丙,白甲三,,2026-10-01,,", row));
        taken.Written.Should().BeFalse();
        taken.Findings.Should().ContainSingle().Which.Should().Match<SheetFinding>(f => f.Row == 3 && f.Heading == column && f.Problem == problem);
        (await county.County.Do(s => s.Db.PairedHouseholds.CountAsync(Stop))).Should().Be(1);
    }

    [Theory, EveryDatabase]
    public async Task A_household_is_known_however_its_number_is_typed_and_by_a_members_id(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        await county.PairAsync(Poor, new(2026, 6, 1));
        foreach (var typed in new[] { "P 0001", "p0001", "\uFF300001", Child(2).Id })
            (await ImportAsync(county, Sheet($"{First},{typed},户主甲,董一,teacher1,2026-06-01,,"))).Should().BeEquivalentTo(new LedgerImport(0, 0, 1, [], true), typed);
        var several = Sheet($"{First},{Child(3).Id},户主乙,白甲三,,2026-10-01,,", $"{First},p0002,户主乙,白甲二,,2026-09-01,2026-09-30,", $"{First},P00A4,户主丁,白甲二,,2026-06-01,,");
        (await ImportAsync(county, several)).Should().BeEquivalentTo(new LedgerImport(3, 0, 0, [], true), "number and ID are one household's, by their first days");
        (await ImportAsync(county, several)).Should().BeEquivalentTo(new LedgerImport(0, 0, 3, [], true));
        (await county.County.Do(s => s.Db.PairedHouseholds.OrderBy(h => h.Household).Select(h => h.Household).ToListAsync(Stop))).Should().BeEquivalentTo([Poor, Exited, Small]);
    }

    [Fact]
    public async Task A_school_takes_in_its_own_alone_and_who_only_looks_takes_in_nothing()
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite);
        var book = Sheet($"{Second},{Poor},户主甲,白乙一,,2026-06-01,,");
        (await ImportAsync(county, book, by: Staff.SchoolClerk, scope: county.OfFirst)).Findings.Should().ContainSingle().Which.Heading.Should().Be("学校");
        (await ImportAsync(county, book, by: AsTeacher, scope: county.OfTeacher)).Findings.Should().ContainSingle().Which.Row.Should().Be(0);
        (await ImportAsync(county, book, by: Staff.SchoolClerk, scope: county.OfSecond)).Added.Should().Be(1);
        (await ImportAsync(county, Sheet($"{First},{Changing},户主丙,白甲三,,2026-10-01,,", $"{First},{Changing},户主丙,白甲四,,2026-10-01,,"))).Findings.Should().ContainSingle().Which.Problem.Should().Be(SheetProblem.Twice);
    }

    [Theory]
    [InlineData("")]
    [InlineData("这不是表")]
    [InlineData("学校,户编号\n县第一小学,P0001\n")]
    public async Task A_file_that_is_no_such_workbook_is_a_finding_and_no_exception(string content)
    {
        await using var county = await OpenAsync(TestDatabase.Sqlite);
        (await ImportAsync(county, Encoding.UTF8.GetBytes(content))).Findings.Should().ContainSingle().Which.Row.Should().Be(0);
        (await county.County.Do(s => s.Get<ImportPairVisits>().RunAsync(Staff.Officer, new("走访.csv", Encoding.UTF8.GetBytes(content)), false, Stop))).Findings.Should().ContainSingle().Which.Row.Should().Be(0);
    }

    // A household that was passed on, and one of another school whose pairing ended; one name begins as a formula does.
    private static async Task<PairedCounty> PassedOnAsync(TestDatabase on)
    {
        var county = await OpenAsync(on);
        var household = await county.PairAsync(Poor, new(2026, 6, 1));
        (await county.PassAsync(household, "白甲二", new(2026, 9, 1))).Should().BeNull();
        var other = await county.PairAsync(Exited, new(2026, 6, 1), "=白乙一", county.SecondSchool);
        (await county.County.Do(s => s.Get<EndPairing>().RunAsync(Staff.Officer, other, new(2026, 10, 15), "迁出", Stop))).Should().BeNull();
        return county;
    }

    private static async Task<byte[]> ExportAsync(PairedCounty county)
    {
        using var output = new MemoryStream();
        await county.County.Do(async s =>
        {
            await s.Get<ExportPairs>().RunAsync(Staff.Officer, output, Stop);
            return 0;
        });
        return output.ToArray();
    }

    private static Task<LedgerImport> ImportAsync(PairedCounty county, byte[] book, bool dryRun = false, Actor? by = null, Scope? scope = null) =>
        county.County.Do(s => s.Get<ImportPairs>().RunAsync(by ?? Staff.Officer, new("结对.xlsx", book), dryRun, Stop), scope);

    private static IReadOnlyList<PairRow> Rows(byte[] book)
    {
        var (rows, findings) = PairSheet.Read(new MemoryStream(book), "结对.xlsx");
        findings.Should().BeEmpty();
        return [.. rows.Select(r => r.Row)];
    }

    private static byte[] Sheet(params string[] rows) => Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Prepend(Header)) + "\r\n");
}
