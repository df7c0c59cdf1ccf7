using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace EduAid.Spreadsheets.Writing;

/// <summary>
/// ClosedXML 0.95 names the rows to repeat as 名册!1:2, relative and without quotes. Excel forgives that, LibreOffice
/// prints no header on the second page; so they are written again as '名册'!$1:$2.
/// </summary>
internal static class PrintTitles
{
    private const string Name = "_xlnm.Print_Titles";

    /// <summary>Saves the workbook; the stream stands at its beginning.</summary>
    public static MemoryStream Save(XLWorkbook workbook)
    {
        var file = new MemoryStream();
        workbook.SaveAs(file);
        using (var package = SpreadsheetDocument.Open(file, isEditable: true))
        {
            var sheets = package.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value!).ToList();
            foreach (var name in package.WorkbookPart.Workbook.DefinedNames?.Elements<DefinedName>() ?? [])
            {
                if (name.Name?.Value == Name && name.LocalSheetId?.Value is { } at && at < sheets.Count
                    && workbook.TryGetWorksheet(sheets[(int)at], out var sheet))
                    name.Text = Of(sheet);
            }
        }

        file.Position = 0;
        return file;
    }

    private static string Of(IXLWorksheet sheet)
    {
        var quoted = $"'{sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'";
        var page = sheet.PageSetup;
        List<string> parts = [];
        if (page.FirstColumnToRepeatAtLeft > 0)
            parts.Add($"{quoted}!${XLHelper.GetColumnLetterFromNumber(page.FirstColumnToRepeatAtLeft)}:${XLHelper.GetColumnLetterFromNumber(page.LastColumnToRepeatAtLeft)}");
        if (page.FirstRowToRepeatAtTop > 0)
            parts.Add(FormattableString.Invariant($"{quoted}!${page.FirstRowToRepeatAtTop}:${page.LastRowToRepeatAtTop}"));
        return string.Join(',', parts);
    }
}
