using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using EduAid.Spreadsheets.Writing;
using NPOI.HSSF.UserModel;
using NPOI.SS.UserModel;

namespace EduAid.Spreadsheets.Tests.Writing;

/// <summary>One school's list, as files of different kinds and as the rows that were read from them.</summary>
internal static class Schools
{
    public static readonly ReadRow[] Rows =
    [
        new("名单", 1, ["某小学名单"]),
        new("名单", 2, ["姓名", "身份证号", "备注"]),
        new("名单", 3, ["甲", "341523201001010011", ""]),
        new("名单", 4, ["乙", "341523201001010012", "2"]),
        new("名单", 5, ["丙", "341523201001010013", ""]),
        new("其他", 1, ["说明"]),
    ];

    public static byte[] Xlsx(Action<IXLWorksheet>? change = null)
    {
        using var workbook = new XLWorkbook();
        foreach (var row in Rows)
        {
            var sheet = workbook.TryGetWorksheet(row.Sheet, out var known) ? known : workbook.AddWorksheet(row.Sheet);
            for (var column = 0; column < row.Cells.Count; column++)
                sheet.Cell(row.Row, column + 1).SetValue(row.Cells[column]).Style.NumberFormat.Format = "@";
        }

        var list = workbook.Worksheet("名单");
        list.Range("A1:C1").Merge();
        list.Row(2).Style.Font.Bold = true;
        list.Column(2).Width = 30;
        list.Cell(4, 3).FormulaA1 = "1+1";
        change?.Invoke(list);
        return Written.By(s => workbook.SaveAs(s));
    }

    public static byte[] WithMacros()
    {
        using var stream = new MemoryStream();
        stream.Write(Xlsx());
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            document.ChangeDocumentType(SpreadsheetDocumentType.MacroEnabledWorkbook);
            using var macros = document.WorkbookPart!.AddNewPart<VbaProjectPart>().GetStream();
            macros.Write("not really macros"u8);
        }

        return stream.ToArray();
    }

    public static byte[] Xls()
    {
        var workbook = new HSSFWorkbook();
        var text = workbook.CreateCellStyle();
        text.DataFormat = workbook.CreateDataFormat().GetFormat("@");
        foreach (var row in Rows)
        {
            var sheet = workbook.GetSheet(row.Sheet) ?? workbook.CreateSheet(row.Sheet);
            var line = sheet.CreateRow(row.Row - 1);
            for (var column = 0; column < row.Cells.Count; column++)
            {
                var cell = line.CreateCell(column);
                cell.SetCellValue(row.Cells[column]);
                cell.CellStyle = text;
            }
        }

        return Written.By(s => workbook.Write(s));
    }
}
