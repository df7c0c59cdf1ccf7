using System.Globalization;
using EduAid.Application.Ledgers;
using EduAid.Domain.Canteens;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Writing;

namespace EduAid.Application.Canteens;

/// <summary>A dated fact as a row of the workbook; the value as <see cref="CanteenFact.Value"/>.</summary>
public sealed record CanteenFactLine(string Code, string School, CanteenFactKind Kind, DateOnly From, string Value, string Note);

/// <summary>食堂台账 as a workbook: a row for whatever holds from a day on, so that history comes along and reads back equal.</summary>
public static class CanteenFactSheet
{
    public const string Code = "学校代码", School = "学校名称", Kind = "事项", From = "起始日期", Value = "内容", Note = "说明";

    private static readonly string[] Headings = [Code, School, Kind, From, Value, Note];
    private static readonly string[] Needed = [Code, Kind, From, Value];

    private static readonly Words.Words Chinese = Words.Words.Chinese;
    private static readonly Dictionary<string, CanteenFactKind> Kinds = Enum.GetValues<CanteenFactKind>().ToDictionary(Chinese.CanteenFactKind, StringComparer.Ordinal);
    private static readonly Dictionary<string, SupplyMode> Modes = Enum.GetValues<SupplyMode>().ToDictionary(Chinese.SupplyMode, StringComparer.Ordinal);
    private static readonly Dictionary<string, CanteenRating> Ratings = Enum.GetValues<CanteenRating>().ToDictionary(Chinese.CanteenRating, StringComparer.Ordinal);

    private static readonly Column<CanteenFactLine>[] Columns =
    [
        Column.Ordinal<CanteenFactLine>(),
        Column.Code<CanteenFactLine>(Code, 14, r => r.Code),
        Column.Text<CanteenFactLine>(School, 26, r => r.School),
        Column.Text<CanteenFactLine>(Kind, 20, r => Chinese.CanteenFactKind(r.Kind)),
        Column.Date<CanteenFactLine>(From, 16, r => r.From),
        Column.Text<CanteenFactLine>(Value, 24, r => Chinese.CanteenValue(r.Kind, r.Value)),
        Column.Text<CanteenFactLine>(Note, 30, r => r.Note),
    ];

    /// <summary>The columns that a workbook must have, as they are written.</summary>
    public static string NeededColumns { get; } = string.Join('、', Needed);

    public static void Write(IEnumerable<CanteenFactLine> rows, string title, Stream output, CancellationToken stop) =>
        TableWorkbook.Write(output, new TableSheet<CanteenFactLine>("食堂台账", title, Columns, rows), stop);

    /// <returns>Rows with their numbers in the sheet, and what could not be read.</returns>
    public static LedgerReading<(int Number, CanteenFactLine Row)> Read(Stream content, string fileName) =>
        LedgerSheet.Read(content, fileName, Headings, Needed, row => (row.Number, RowOf(row)));

    private static CanteenFactLine RowOf(LedgerRow row)
    {
        var kind = row.OneOf(Kind, Kinds);
        var value = kind switch
        {
            CanteenFactKind.Supply => row.OneOf(Value, Modes)?.ToString(),
            CanteenFactKind.Rating => row.OneOf(Value, Ratings)?.ToString(),
            CanteenFactKind.OpenKitchen => YesOrNo(row),
            CanteenFactKind.Licence => row.Day(Value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => row.Text(Value, CanteenFact.LongestValue),
        };
        return new(row.Text(Code, 40), row.Optional(School, 100), kind ?? default, row.Day(From), value ?? "", row.Optional(Note, CanteenFactRow.LongestNote));
    }

    private static string? YesOrNo(LedgerRow row)
    {
        var text = Text.Fold(row.Text(Value, 10));
        if (text is "是" or "否") return text == "是" ? CanteenFact.Yes : CanteenFact.No;
        if (text.Length > 0) row.Wrong(Value, SheetProblem.Unknown, text);
        return null;
    }
}
