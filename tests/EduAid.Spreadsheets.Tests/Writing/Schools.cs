using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
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

    public static byte[] WithPicture()
    {
        using var stream = new MemoryStream();
        stream.Write(Xlsx());
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var sheet = document.WorkbookPart!.WorksheetParts.First(part => part.Worksheet.InnerXml.Contains("mergeCell", StringComparison.Ordinal));
            var drawings = sheet.AddNewPart<DrawingsPart>("rIdDrawing");
            using (var image = drawings.AddImagePart(ImagePartType.Png, "rIdImage").GetStream())
                image.Write(Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));
            using (var xml = new StreamWriter(drawings.GetStream()))
                xml.Write("""<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><xdr:twoCellAnchor><xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>4</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>8</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="公章"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rIdImage"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>""");
            sheet.Worksheet.Append(new DocumentFormat.OpenXml.Spreadsheet.Drawing { Id = "rIdDrawing" });
        }

        return stream.ToArray();
    }

    /// <summary>The comments of a workbook by cell, read without ClosedXML, which cannot read LibreOffice's.</summary>
    public static Dictionary<string, string> Comments(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        return document.WorkbookPart!.WorksheetParts
            .SelectMany(sheet => sheet.WorksheetCommentsPart?.Comments.CommentList!.Elements<Comment>() ?? [])
            .ToDictionary(comment => comment.Reference!.Value!, comment => comment.InnerText);
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
