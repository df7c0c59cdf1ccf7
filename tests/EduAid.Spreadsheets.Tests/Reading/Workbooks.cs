using ClosedXML.Excel;
using NPOI.HSSF.UserModel;
using NPOI.SS.UserModel;

namespace EduAid.Spreadsheets.Tests.Reading;

/// <summary>Workbooks written by the libraries.</summary>
internal static class Workbooks
{
    public static byte[] Xlsx(Action<XLWorkbook> fill)
    {
        using var workbook = new XLWorkbook();
        fill(workbook);
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        return stream.ToArray();
    }

    public static byte[] Xls(Action<HSSFWorkbook> fill)
    {
        var workbook = new HSSFWorkbook();
        fill(workbook);
        using var stream = new MemoryStream();
        workbook.Write(stream);
        return stream.ToArray();
    }

    /// <summary>A sheet of text alone; null leaves the cell out, an empty row leaves the row out.</summary>
    public static ISheet Fill(this HSSFWorkbook workbook, string name, params string?[][] rows)
    {
        var sheet = workbook.CreateSheet(name);
        for (var row = 0; row < rows.Length; row++)
        {
            if (rows[row].Length == 0)
                continue;
            var line = sheet.CreateRow(row);
            for (var column = 0; column < rows[row].Length; column++)
            {
                if (rows[row][column] is { } text)
                    line.CreateCell(column).SetCellValue(text);
            }
        }

        return sheet;
    }
}
