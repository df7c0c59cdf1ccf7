using System.Globalization;
using System.Net;
using System.Text;
using NPOI.HSSF.UserModel;
using NPOI.SS.UserModel;
using NPOI.SS.Util;

namespace EduAid.Spreadsheets.Synthetic;

/// <summary>The old binary workbook (BIFF8).</summary>
internal static class XlsWriter
{
    public static byte[] Write(IReadOnlyList<SheetPlan> sheets)
    {
        var book = new HSSFWorkbook();
        var dates = book.CreateCellStyle();
        dates.DataFormat = HSSFDataFormat.GetBuiltinFormat("m/d/yy");
        for (var at = 0; at < sheets.Count; at++)
        {
            var plan = sheets[at];
            var sheet = book.CreateSheet(plan.Name);
            if (plan.Hidden)
                book.SetSheetHidden(at, SheetState.Hidden);
            for (var row = 0; row < plan.Rows.Count; row++)
                Row(sheet, plan.Rows[row], row, dates);
            foreach (var merge in plan.Merges)
                sheet.AddMergedRegion(new CellRangeAddress(merge.FirstRow, merge.LastRow, merge.FirstColumn, merge.LastColumn));
        }

        using var buffer = new MemoryStream();
        book.Write(buffer);
        return buffer.ToArray();
    }

    private static void Row(ISheet sheet, Cell[] cells, int at, ICellStyle dates)
    {
        if (cells.All(cell => cell.IsEmpty))
            return;
        var row = sheet.CreateRow(at);
        for (var column = 0; column < cells.Length; column++)
        {
            if (cells[column].Number is { } number)
            {
                var cell = row.CreateCell(column);
                cell.SetCellValue(number);
                if (cells[column].IsDate)
                    cell.CellStyle = dates;
            }
            else if (!cells[column].IsEmpty)
            {
                row.CreateCell(column).SetCellValue(cells[column].Text);
            }
        }
    }
}

/// <summary>Delimited text as spreadsheet programs and old systems save it; and a page of HTML that calls itself .xls.</summary>
internal static class TextWriters
{
    public static Encoding Gb18030 { get; } = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static byte[] Delimited(SheetPlan sheet, char separator, Encoding encoding)
    {
        var text = new StringBuilder();
        foreach (var row in sheet.Rows)
            text.AppendJoin(separator, row.Select(cell => Quoted(Shown(cell), separator))).Append("\r\n");
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(text.ToString())];
    }

    public static byte[] Html(SheetPlan sheet)
    {
        var text = new StringBuilder("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"></head><body><table border=\"1\">\r\n");
        foreach (var row in sheet.Rows)
        {
            text.Append("<tr>");
            foreach (var cell in row)
                text.Append("<td style=\"mso-number-format:'\\@'\">").Append(WebUtility.HtmlEncode(Shown(cell))).Append("</td>");
            text.Append("</tr>\r\n");
        }

        return new UTF8Encoding(false).GetBytes(text.Append("</table></body></html>").ToString());
    }

    /// <summary>A number of more than 11 digits is shown in exponent form, as the spreadsheet program would.</summary>
    public static string Shown(Cell cell) => cell switch
    {
        { Number: { } serial, IsDate: true } => new DateOnly(1899, 12, 30).AddDays((int)serial).ToString("yyyy/M/d", CultureInfo.InvariantCulture),
        { Number: >= 1e11 and { } number } => number.ToString("0.#####E+00", CultureInfo.InvariantCulture),
        { Number: { } number } => number.ToString("R", CultureInfo.InvariantCulture),
        _ => cell.Text ?? "",
    };

    private static string Quoted(string text, char separator) =>
        text.Contains(separator) || text.Contains('"') || text.Contains('\n')
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
}
