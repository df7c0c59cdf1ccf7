using System.Globalization;
using EduAid.Application.Ledgers;
using EduAid.Spreadsheets.Writing;

namespace EduAid.Application.Pairing;

/// <summary>A pairing visit as a row of the workbook.</summary>
/// <param name="Household">登记号.</param>
/// <param name="Head">Only to be compared.</param>
/// <param name="Number">Of the visit within the household; null for one that is new.</param>
/// <param name="Staff">Who had the household on the day; only to be compared, and blank where that is not done.</param>
/// <param name="Corrects">Number of the visit that it puts right.</param>
public sealed record PairVisitRow(int Household, string Head, int? Number, string Staff, DateOnly On, string Content, string? Needs, int? Corrects, bool Withdrawn);

/// <summary>Pairing visits as a workbook: one row a visit. What is written reads back equal; rows without a number are new visits.</summary>
public static class PairVisitSheet
{
    public const string Household = "登记号", Head = "户主", Number = "走访序号", Staff = "结对教职工", On = "走访日期", Content = "走访情况", Needs = "帮扶需求", Corrects = "更正序号", Withdrawn = "撤销";

    private static readonly string[] Headings = [Household, Head, Number, Staff, On, Content, Needs, Corrects, Withdrawn];
    private static readonly string[] Needed = [Household, On, Content];

    private static readonly Dictionary<string, bool> YesOrNo = new(StringComparer.Ordinal) { ["是"] = true, ["否"] = false };

    private static readonly Column<PairVisitRow>[] Columns =
    [
        Column.Whole<PairVisitRow>(Household, 9, v => v.Household),
        Column.Text<PairVisitRow>(Head, 12, v => v.Head),
        Column.Whole<PairVisitRow>(Number, 10, v => v.Number),
        Column.Text<PairVisitRow>(Staff, 12, v => v.Staff),
        Column.Text<PairVisitRow>(On, 13, v => v.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Column.Text<PairVisitRow>(Content, 50, v => v.Content),
        Column.Text<PairVisitRow>(Needs, 30, v => v.Needs),
        Column.Whole<PairVisitRow>(Corrects, 10, v => v.Corrects),
        Column.Text<PairVisitRow>(Withdrawn, 7, v => v.Withdrawn ? "是" : null),
    ];

    /// <summary>The columns that a workbook must have, as they are written.</summary>
    public static string NeededColumns { get; } = string.Join('、', Needed);

    public static void Write(IEnumerable<PairVisitRow> rows, string title, Stream output, CancellationToken stop) =>
        TableWorkbook.Write(output, new TableSheet<PairVisitRow>("走访记录", title, Columns, rows), stop);

    /// <returns>Rows with their numbers in the sheet, and what could not be read.</returns>
    public static LedgerReading<(int Number, PairVisitRow Row)> Read(Stream content, string fileName) =>
        LedgerSheet.Read(content, fileName, Headings, Needed, row => (row.Number, new PairVisitRow(
            row.Whole(Household), row.Optional(Head, 100), WholeOf(row, Number), row.Optional(Staff, PairHolder.LongestName), row.Day(On), row.Text(Content, PairVisit.LongestText),
            row.Optional(Needs, PairVisit.LongestText) is { Length: > 0 } needs ? needs : null, WholeOf(row, Corrects), row.Optional(Withdrawn, 10).Length > 0 && row.OneOf(Withdrawn, YesOrNo) == true)));

    private static int? WholeOf(LedgerRow row, string heading) => row.Optional(heading, 10).Length > 0 ? row.Whole(heading) : null;
}
