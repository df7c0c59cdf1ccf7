using System.Text;
using ClosedXML.Excel;
using ExcelDataReader;

namespace EduAid.Spreadsheets.Tests.Writing;

/// <summary>What a writer wrote, read back.</summary>
internal static class Written
{
    static Written() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static byte[] By(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }

    public static XLWorkbook Open(byte[] workbook) => new(new MemoryStream(workbook));

    /// <summary>Every sheet's values with the types that a reader sees.</summary>
    public static Dictionary<string, List<object?[]>> Values(byte[] workbook)
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(workbook));
        var sheets = new Dictionary<string, List<object?[]>>();
        do
        {
            var rows = new List<object?[]>();
            while (reader.Read())
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
            sheets.Add(reader.Name, rows);
        }
        while (reader.NextResult());
        return sheets;
    }

    /// <summary>A cell's fill as RRGGBB, or null.</summary>
    public static string? Fill(IXLCell cell) => cell.Style.Fill.PatternType == XLFillPatternValues.Solid
        ? $"{cell.Style.Fill.BackgroundColor.Color.ToArgb() & 0xffffff:X6}"
        : null;

    /// <summary>All that a cell shows, in one line that can be compared.</summary>
    public static string Describe(IXLCell cell)
    {
        var style = cell.Style;
        return $"{cell.Address} {cell.DataType} '{cell.Value}' {style.NumberFormat.Format}/{style.NumberFormat.NumberFormatId} "
            + $"{style.Alignment.Horizontal} {style.Alignment.Vertical} wrap={style.Alignment.WrapText} bold={style.Font.Bold} {style.Font.FontSize} {style.Font.FontName} "
            + $"fill={style.Fill.PatternType}/{(style.Fill.PatternType == XLFillPatternValues.Solid ? style.Fill.BackgroundColor.Color.ToArgb() : 0):X} "
            + $"border={Borders(cell)} indent={style.Alignment.Indent} "
            + $"quote={style.IncludeQuotePrefix} merged={(cell.IsMerged() ? cell.MergedRange().RangeAddress.ToString() : "-")}";
    }

    /// <summary>The borders that show: between cells that are joined there is none whatever the cells say.</summary>
    public static string Borders(IXLCell cell)
    {
        var border = cell.Style.Border;
        var around = cell.IsMerged() ? cell.MergedRange().RangeAddress : cell.AsRange().RangeAddress;
        var left = cell.Address.ColumnNumber == around.FirstAddress.ColumnNumber ? $"{border.LeftBorder}" : "inside";
        var right = cell.Address.ColumnNumber == around.LastAddress.ColumnNumber ? $"{border.RightBorder}" : "inside";
        return $"{border.TopBorder}/{left}/{border.BottomBorder}/{right}";
    }

    public static List<string> Describe(IXLWorksheet sheet)
    {
        var page = sheet.PageSetup;
        return
        [
            $"{sheet.Name} {page.PaperSize} {page.PageOrientation} {page.PagesWide}x{page.PagesTall} "
                + $"repeat {page.FirstRowToRepeatAtTop}-{page.LastRowToRepeatAtTop} freeze {sheet.SheetView.SplitRow} centred {page.CenterHorizontally}",
            $"margins {page.Margins.Left} {page.Margins.Right} {page.Margins.Top} {page.Margins.Bottom} {page.Margins.Header} {page.Margins.Footer} "
                + $"footer {page.Footer.Center.GetText(XLHFOccurrence.OddPages)}",
            "widths " + string.Join(' ', Enumerable.Range(1, sheet.LastColumnUsed().ColumnNumber()).Select(i => Math.Round(sheet.Column(i).Width, 2))),
            .. sheet.CellsUsed(XLCellsUsedOptions.All).Select(Describe),
        ];
    }
}
