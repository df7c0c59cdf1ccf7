using System.Text;
using EduAid.Application.Audit;
using EduAid.Application.Ledgers;
using EduAid.Application.Pairing;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Duties;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Pairing.PairedCounty;

namespace EduAid.Application.Tests.Pairing;

public class PairVisitFilesTests
{
    private const string Header = "登记号,户主,走访序号,结对教职工,走访日期,走访情况,帮扶需求,更正序号,撤销";

    [Theory, EveryDatabase]
    public async Task What_is_taken_out_reads_back_equal_and_changes_nothing_and_makes_the_same_visits_elsewhere(TestDatabase on)
    {
        await using var county = await WithVisitsAsync(on);
        var book = await ExportAsync(county);
        Rows(book).Should().Equal(
            new PairVisitRow(1, "户主甲", 1, "董一", new(2026, 9, 20), "入户", null, null, false),
            new PairVisitRow(1, "户主甲", 2, "董一", new(2026, 10, 3), "=走访,“问”", "补习", null, false),
            new PairVisitRow(1, "户主甲", 3, "董一", new(2026, 11, 10), "两行\n内容", "衣\n物", null, false),
            new PairVisitRow(1, "户主甲", 4, "董一", new(2026, 10, 3), "没有去", null, 2, true));
        (await ImportAsync(county, book)).Should().BeEquivalentTo(new LedgerImport(0, 0, 4, [], true));
        Rows(await ExportAsync(county)).Should().Equal(Rows(book));
        Rows(await ExportAsync(county, Month.Of(new(2026, 10, 1)))).Select(r => r.Number).Should().Equal(2, 4);

        await using var other = await OpenAsync(on);
        await other.PairAsync(Poor, new(2026, 9, 1));
        // Corrections name what they put right by its number: first what stands alone, then they.
        foreach (var rows in new[] { Rows(book).Where(r => r.Corrects is null), Rows(book).Where(r => r.Corrects is not null) })
            (await ImportAsync(other, Book([.. rows.Select(r => r with { Number = null })]))).Findings.Should().BeEmpty();
        Rows(await ExportAsync(other)).Should().Equal(Rows(book));
    }

    [Fact]
    public async Task A_new_row_is_added_once_however_often_it_is_sent_and_a_dry_run_adds_nothing()
    {
        await using var county = await WithVisitsAsync(TestDatabase.Sqlite);
        var book = Sheet("1,户主甲,,董一,2026年11月18日,入户,,,", "1,,,,2026/11/18,入户,,,否");
        (await ImportAsync(county, book, dryRun: true)).Should().BeEquivalentTo(new LedgerImport(1, 0, 1, [], false));
        (await ImportAsync(county, book)).Should().BeEquivalentTo(new LedgerImport(1, 0, 1, [], true));
        (await ImportAsync(county, book)).Should().BeEquivalentTo(new LedgerImport(0, 0, 2, [], true));
    }

    [Theory, EveryDatabase]
    public async Task Two_rows_of_a_file_do_not_put_one_visit_right(TestDatabase on)
    {
        await using var county = await WithVisitsAsync(on);
        string[] rows = ["1,,,,2026-11-09,入户,,3,", "1,,,,2026-11-11,入户,,3,", "1,,,,2026-11-09,入户,,3,"];
        foreach (var dryRun in new[] { true, false })
        {
            var taken = await ImportAsync(county, Sheet(rows), dryRun: dryRun);
            taken.Written.Should().BeFalse();
            taken.Findings.Should().ContainSingle("the third row says what the first says").Which.Should().Match<SheetFinding>(f => f.Row == 3 && f.Heading == "更正序号" && f.Problem == SheetProblem.Twice);
        }
        (await ImportAsync(county, Sheet(rows[0], rows[2]))).Should().BeEquivalentTo(new LedgerImport(1, 0, 1, [], true));
    }

    [Theory, EveryDatabase]
    public async Task A_correction_to_a_day_of_somebody_elses_takes_the_visit_from_the_teacher_who_does_not_see_it(TestDatabase on)
    {
        await using var county = await OpenAsync(on);
        var household = await county.PairAsync(Poor, new(2026, 9, 1));
        var visit = await county.VisitAsync(household, new(2026, 9, 20), by: AsTeacher, scope: county.OfTeacher);
        (await county.PassAsync(household, "白甲二", new(2026, 10, 1))).Should().Be(null);
        var (september, october) = (Month.Of(new(2026, 9, 1)), Month.Of(new(2026, 10, 1)));
        (await county.ReportAsync(september, october, county.OfTeacher)).Total.Visits.Should().Be(1);
        (await county.VisitAsync(household, new(2026, 10, 20), visit.Visit)).Refusal.Should().BeNull();
        (await county.ReportAsync(september, october, county.OfTeacher)).Total.Visits.Should().Be(0, "there was none in the teacher's time");
        (await county.VisitAsync(household, new(2026, 9, 21), visit.Visit, by: AsTeacher, scope: county.OfTeacher)).Refusal.Should().Be(PairingRefusal.CorrectsOther, "it was put right already");
        var taken = await ImportAsync(county, Sheet("1,,,,2026-09-21,入户,,1,"), AsTeacher, county.OfTeacher);
        taken.Findings.Should().ContainSingle().Which.Heading.Should().Be("更正序号");
    }

    [Theory]
    [InlineData("9,,,,2026-11-18,入户,,,", "登记号", SheetProblem.Unknown)]
    [InlineData("x,,,,2026-11-18,入户,,,", "登记号", SheetProblem.NotANumber)]
    [InlineData("1,别人,,,2026-11-18,入户,,,", "户主", SheetProblem.Unknown)]
    [InlineData("1,,,白甲二,2026-11-18,入户,,,", "结对教职工", SheetProblem.Refused)]
    [InlineData("1,,,,2026-11-31,入户,,,", "走访日期", SheetProblem.NotADay)]
    [InlineData("1,,,,2026-11-25,入户,,,", "走访日期", SheetProblem.Refused)]
    [InlineData("1,,,,2026-08-31,入户,,,", "走访日期", SheetProblem.Refused)]
    [InlineData("1,,,,2026-11-18,,,,", "走访情况", SheetProblem.Blank)]
    [InlineData("1,,1,,2026-11-18,入户,,,", "走访序号", SheetProblem.Refused)]
    [InlineData("1,,,,2026-11-18,入户,,77,", "更正序号", SheetProblem.Refused)]
    [InlineData("1,,,,2026-11-18,入户,,2,", "更正序号", SheetProblem.Refused)]
    [InlineData("1,,,,2026-11-18,入户,,,也许", "撤销", SheetProblem.Unknown)]
    public async Task A_bad_row_is_named_with_its_column_and_nothing_is_taken(string row, string column, SheetProblem problem)
    {
        await using var county = await WithVisitsAsync(TestDatabase.Sqlite);
        var taken = await ImportAsync(county, Sheet("1,,,,2026-11-19,入户,,,", row));
        taken.Written.Should().BeFalse();
        taken.Findings.Should().ContainSingle().Which.Should().Match<SheetFinding>(f => f.Row == 3 && f.Heading == column && f.Problem == problem);
        (await county.County.Do(s => s.Db.PairVisits.CountAsync(Stop))).Should().Be(4);
    }

    [Fact]
    public async Task A_teacher_takes_in_own_visits_alone()
    {
        await using var county = await WithVisitsAsync(TestDatabase.Sqlite);
        await county.PairAsync(Exited, new(2026, 9, 1), "白甲二");
        (await ImportAsync(county, Sheet("2,,,,2026-11-18,入户,,,"), AsTeacher, county.OfTeacher)).Findings.Should().ContainSingle().Which.Heading.Should().Be("登记号");
        (await ImportAsync(county, Sheet("1,,,,2026-11-18,入户,,,"), AsTeacher, county.OfTeacher)).Added.Should().Be(1);
        (await ImportAsync(county, Sheet("1,,,,2026-11-18,入户,,,"), Staff.Director)).Findings.Should().ContainSingle().Which.Row.Should().Be(0);
    }

    // A visit, one with what spreadsheets trip over that was withdrawn later, and one of another month.
    private static async Task<PairedCounty> WithVisitsAsync(TestDatabase on)
    {
        var county = await OpenAsync(on);
        var household = await county.PairAsync(Poor, new(2026, 9, 1));
        await county.VisitAsync(household, new(2026, 9, 20), content: "入户");
        var second = await county.VisitAsync(household, new(2026, 10, 3), content: "=走访,“问”", needs: "补习");
        await county.VisitAsync(household, new(2026, 11, 10), content: "两行\r\n内容", needs: "衣\r\n物");
        (await county.VisitAsync(household, new(2026, 10, 3), second.Visit, withdrawn: true, content: "没有去")).Refusal.Should().BeNull();
        return county;
    }

    private static async Task<byte[]> ExportAsync(PairedCounty county, Month? month = null)
    {
        using var output = new MemoryStream();
        await county.County.Do(async s =>
        {
            await s.Get<ExportPairVisits>().RunAsync(Staff.Officer, month, output, Stop);
            return 0;
        });
        return output.ToArray();
    }

    private static Task<LedgerImport> ImportAsync(PairedCounty county, byte[] book, Actor? by = null, Scope? scope = null, bool dryRun = false) =>
        county.County.Do(s => s.Get<ImportPairVisits>().RunAsync(by ?? Staff.Officer, new("走访.xlsx", book), dryRun, Stop), scope);

    private static IReadOnlyList<PairVisitRow> Rows(byte[] book)
    {
        var (rows, findings) = PairVisitSheet.Read(new MemoryStream(book), "走访.xlsx");
        findings.Should().BeEmpty();
        return [.. rows.Select(r => r.Row)];
    }

    private static byte[] Book(IReadOnlyList<PairVisitRow> rows)
    {
        using var output = new MemoryStream();
        PairVisitSheet.Write(rows, "走访记录", output, Stop);
        return output.ToArray();
    }

    private static byte[] Sheet(params string[] rows) => Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Prepend(Header)) + "\r\n");
}
