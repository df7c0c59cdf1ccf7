using System.Globalization;
using ClosedXML.Excel;

namespace EduAid.Application.Tests.Rosters;

/// <summary>Reads a roster's sheet as a person does: title, header, rows to 合计.</summary>
internal static class RosterRows
{
    private const int HeadRow = 2;

    public static IReadOnlyList<string> HeadOf(IXLWorksheet sheet) =>
        [.. sheet.Row(HeadRow).CellsUsed().Select(c => c.GetString())];

    public static IReadOnlyList<Dictionary<string, string>> Of(IXLWorksheet sheet) =>
        [.. Enumerable.Range(HeadRow + 1, TotalRow(sheet) - HeadRow - 1).Select(n => Row(sheet, n))];

    public static Dictionary<string, string> TotalOf(IXLWorksheet sheet) => Row(sheet, TotalRow(sheet));

    private static int TotalRow(IXLWorksheet sheet) =>
        sheet.RowsUsed().First(r => r.RowNumber() > HeadRow && r.Cell(1).GetString() == "合计").RowNumber();

    private static Dictionary<string, string> Row(IXLWorksheet sheet, int number) => HeadOf(sheet).Select((head, i) => (head, Text(sheet.Cell(number, i + 1))))
        .ToDictionary(p => p.head, p => p.Item2);

    private static string Text(IXLCell cell) =>
        cell.DataType == XLDataType.Number ? cell.GetDouble().ToString(CultureInfo.InvariantCulture) : cell.GetString();
}
