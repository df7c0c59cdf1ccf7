using System.Globalization;
using EduAid.Application.Ledgers;
using EduAid.Spreadsheets.Writing;

namespace EduAid.Application.Pairing;

/// <summary>A pair as a row of the workbook.</summary>
/// <param name="School">Its name, as the register has it.</param>
/// <param name="Account">User name, for whom has an account.</param>
/// <param name="Reason">Why the pairing ended; blank where the household was passed on.</param>
public sealed record PairRow(string School, string Household, string Head, string Staff, string Account, DateOnly From, DateOnly? Until, string Reason)
{
    /// <summary>What the county says of it: written out, and not read back.</summary>
    public PairMark? Mark { get; init; }
}

/// <param name="Number">登记号 of the household.</param>
public sealed record PairMark(int Number, string Township, string Village);

/// <summary>结对台账 as a workbook: one row a pair, so a household that was passed on has several; what is written reads back equal.</summary>
public static class PairSheet
{
    public const string School = "学校", Household = "户编号", Head = "户主", Staff = "结对教职工", Account = "教师账号", From = "结对日期", Until = "结束日期", Reason = "结束原因";

    private static readonly string[] Headings = [School, Household, Head, Staff, Account, From, Until, Reason];
    private static readonly string[] Needed = [School, Household, Head, Staff, From];

    private static readonly Column<PairRow>[] Columns =
    [
        Column.Ordinal<PairRow>(),
        Column.Code<PairRow>("登记号", 9, r => r.Mark?.Number.ToString(CultureInfo.InvariantCulture)),
        Column.Text<PairRow>(School, 26, r => r.School),
        Column.Code<PairRow>(Household, 24, r => r.Household),
        Column.Text<PairRow>(Head, 12, r => r.Head),
        Column.Text<PairRow>("乡镇", 14, r => r.Mark?.Township),
        Column.Text<PairRow>("行政村", 14, r => r.Mark?.Village),
        Column.Text<PairRow>(Staff, 12, r => r.Staff),
        Column.Code<PairRow>(Account, 16, r => r.Account),
        Column.Date<PairRow>(From, 16, r => r.From),
        Column.Date<PairRow>(Until, 16, r => r.Until),
        Column.Text<PairRow>(Reason, 24, r => r.Reason),
    ];

    /// <summary>The columns that a workbook must have, as they are written.</summary>
    public static string NeededColumns { get; } = string.Join('、', Needed);

    public static void Write(IEnumerable<PairRow> rows, string title, Stream output, CancellationToken stop) =>
        TableWorkbook.Write(output, new TableSheet<PairRow>("结对", title, Columns, rows), stop);

    /// <returns>Rows with their numbers in the sheet, and what could not be read.</returns>
    public static LedgerReading<(int Number, PairRow Row)> Read(Stream content, string fileName) =>
        LedgerSheet.Read(content, fileName, Headings, Needed, row =>
        {
            var read = new PairRow(
                row.Text(School, 100), row.Text(Household, 60), row.Text(Head, 100), row.Text(Staff, PairHolder.LongestName), row.Optional(Account, 60), row.Day(From), row.OptionalDay(Until),
                row.Optional(Reason, PairedHousehold.LongestText));
            if (read.Until < read.From) row.Wrong(Until, SheetProblem.NotADay, row.Optional(Until, 40));
            return (row.Number, read);
        });
}
