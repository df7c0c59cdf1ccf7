using System.Text;
using NPOI.HSSF.UserModel;
using NPOI.HSSF.Util;
using NPOI.SS.UserModel;

namespace EduAid.Spreadsheets.Writing;

/// <summary>Marks an .xls in place.</summary>
internal static class XlsMarks
{
    // The palette of the format has neither the red nor the amber of the other writers; these are its nearest.
    private const short ErrorFill = HSSFColor.Coral.Index;
    private const short WarningFill = HSSFColor.Gold.Index;

    static XlsMarks() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static MarkedBytes Write(byte[] original, IReadOnlyList<MarkedPlace> places)
    {
        using var stream = new MemoryStream(original, writable: false);
        var workbook = new HSSFWorkbook(stream);
        var styles = new Dictionary<(short Style, MarkSeverity), ICellStyle>();
        foreach (var ofSheet in places.GroupBy(place => place.Sheet, StringComparer.OrdinalIgnoreCase))
        {
            if (workbook.GetSheet(ofSheet.Key) is not HSSFSheet sheet)
                continue;
            var comments = new XlsComments(workbook, sheet);
            foreach (var place in ofSheet)
                Mark(workbook, sheet, place, styles, comments);
        }

        using var marked = new MemoryStream();
        workbook.Write(marked);
        return new(marked.ToArray(),
            Enumerable.Range(0, workbook.NumberOfSheets).Select(workbook.GetSheetName).ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    private static void Mark(
        HSSFWorkbook workbook,
        HSSFSheet sheet,
        MarkedPlace place,
        Dictionary<(short, MarkSeverity), ICellStyle> styles,
        XlsComments comments)
    {
        var row = sheet.GetRow(place.Row - 1) ?? sheet.CreateRow(place.Row - 1);
        if (place.Column is { } column)
        {
            var cell = FirstOfMerged(sheet, place.Row - 1, column) ?? row.GetCell(column) ?? row.CreateCell(column);
            cell.CellStyle = Filled(workbook, cell.CellStyle, place.Severity, styles);
            comments.Add(cell, place.Message);
            return;
        }

        if (row.Cells.Count == 0)
            row.CreateCell(0);
        foreach (var cell in row.Cells)
            cell.CellStyle = Filled(workbook, cell.CellStyle, place.Severity, styles);
        comments.Add(row.Cells[0], place.Message);
    }

    private static ICell? FirstOfMerged(HSSFSheet sheet, int row, int column)
    {
        for (var i = 0; i < sheet.NumMergedRegions; i++)
        {
            var region = sheet.GetMergedRegion(i);
            if (region.IsInRange(row, column))
                return sheet.GetRow(region.FirstRow)?.GetCell(region.FirstColumn);
        }

        return null;
    }

    /// <summary>A style is shared by many cells and a workbook holds 4 000: one copy for each that is marked.</summary>
    private static ICellStyle Filled(
        HSSFWorkbook workbook, ICellStyle style, MarkSeverity severity, Dictionary<(short, MarkSeverity), ICellStyle> styles)
    {
        // Row marks come before the marks of the row's cells, so the style may itself be such a copy.
        if (styles.TryGetValue((style.Index, severity), out var known))
            return known;
        var filled = workbook.CreateCellStyle();
        filled.CloneStyleFrom(style);
        filled.FillForegroundColor = severity == MarkSeverity.Error ? ErrorFill : WarningFill;
        filled.FillPattern = FillPattern.SolidForeground;
        styles.Add((style.Index, severity), filled);
        styles.TryAdd((filled.Index, severity), filled);
        return filled;
    }
}
