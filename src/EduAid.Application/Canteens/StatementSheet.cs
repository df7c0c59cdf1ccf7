using EduAid.Application.Ledgers;
using EduAid.Domain.Canteens;
using EduAid.Domain.Duties;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Writing;

namespace EduAid.Application.Canteens;

/// <summary>A school's month as a row of the workbook.</summary>
/// <param name="Code">学校代码; the name beside it has to agree.</param>
/// <param name="Reason">Why a month that is on record is stated otherwise; blank when written out, so that no old reason is given twice.</param>
public sealed record StatementRow(string Code, string School, MonthStatement Figures, string Reason = "")
{
    /// <summary>Written out, and not read back: the ledger knows them.</summary>
    public (int Version, DateOnly On, string LastReason)? Mark { get; init; }
}

/// <summary>营养膳食资金月报 as a workbook: one row a school and month; what is written reads back equal.</summary>
public static class StatementSheet
{
    public const string Code = "学校代码", School = "学校名称", MonthOf = "月份", Opening = "期初余额(元)", Received = "本月收入(元)", Food = "食品支出(元)", Other = "其他支出(元)", Closing = "期末余额(元)",
        Meals = "供餐人次", Pupils = "就餐人数", Days = "供餐天数", Reason = "更正原因";

    private static readonly string[] Headings = [Code, School, MonthOf, Opening, Received, Food, Other, Closing, Meals, Pupils, Days, Reason];
    private static readonly string[] Needed = [Code, MonthOf, Opening, Received, Food, Other, Meals, Pupils, Days];

    private static readonly Column<StatementRow>[] Columns =
    [
        Column.Ordinal<StatementRow>(),
        Column.Code<StatementRow>(Code, 14, r => r.Code),
        Column.Text<StatementRow>(School, 26, r => r.School),
        Column.Code<StatementRow>(MonthOf, 11, r => r.Figures.Month.ToString()),
        Column.Money<StatementRow>(Opening, 16, r => r.Figures.Opening.Fen),
        Column.Money<StatementRow>(Received, 16, r => r.Figures.Received.Fen),
        Column.Money<StatementRow>(Food, 16, r => r.Figures.Food.Fen),
        Column.Money<StatementRow>(Other, 16, r => r.Figures.Other.Fen),
        Column.Money<StatementRow>(Closing, 16, r => r.Figures.Closing.Fen),
        Column.Whole<StatementRow>(Meals, 11, r => r.Figures.Meals),
        Column.Whole<StatementRow>(Pupils, 11, r => r.Figures.Pupils),
        Column.Whole<StatementRow>(Days, 11, r => r.Figures.Days),
        Column.Text<StatementRow>(Reason, 24, r => r.Reason),
        Column.Whole<StatementRow>("版本", 8, r => r.Mark?.Version),
        Column.Date<StatementRow>("报送日期", 16, r => r.Mark?.On),
        Column.Text<StatementRow>("最近一次更正", 24, r => r.Mark?.LastReason),
    ];

    /// <summary>The columns that a workbook must have, as they are written.</summary>
    public static string NeededColumns { get; } = string.Join('、', Needed);

    public static void Write(IEnumerable<StatementRow> rows, string title, Stream output, CancellationToken stop) =>
        TableWorkbook.Write(output, new TableSheet<StatementRow>("营养膳食资金", title, Columns, rows), stop);

    /// <returns>Rows with their numbers in the sheet, and what could not be read.</returns>
    public static LedgerReading<(int Number, StatementRow Row)> Read(Stream content, string fileName) =>
        LedgerSheet.Read(content, fileName, Headings, Needed, row => (row.Number, RowOf(row)));

    private static StatementRow RowOf(LedgerRow row)
    {
        var figures = new MonthStatement(
            Month.Of(row.Month(MonthOf)), row.Balance(Opening), row.Yuan(Received), row.Yuan(Food), row.Yuan(Other), row.Whole(Meals), row.Whole(Pupils), row.Whole(Days));
        // A closing balance that stands there has to be what the rest of the row comes to.
        if (row.Findings.Count == 0 && row.Optional(Closing, 40).Length > 0 && row.Balance(Closing) is var closing && row.Findings.Count == 0 && closing != figures.Closing)
            row.Wrong(Closing, SheetProblem.Refused, Words.Words.Chinese["CanteenImport.Closing", figures.Closing]);
        return new(row.Text(Code, 40), row.Optional(School, 100), figures, row.Optional(Reason, CanteenStatement.LongestReason));
    }
}
