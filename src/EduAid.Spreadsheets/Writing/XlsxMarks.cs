using System.IO.Compression;
using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace EduAid.Spreadsheets.Writing;

/// <summary>Marks an .xlsx in place. Macros are taken out: the product hands none on.</summary>
internal static class XlsxMarks
{
    /// <summary>Bytes of sheet XML beyond which ClosedXML would need gigabytes (some 20 000 rows of 16 cells).</summary>
    private const long LargestLoaded = 24 << 20;

    public static bool CanLoad(byte[] original)
    {
        using var zip = new ZipArchive(new MemoryStream(original), ZipArchiveMode.Read);
        return zip.Entries.Sum(entry => entry.Length) <= LargestLoaded;
    }

    public static MarkedBytes Write(byte[] original, IReadOnlyList<MarkedPlace> places)
    {
        using var workbook = Load(original);
        foreach (var place in places)
        {
            if (workbook.TryGetWorksheet(place.Sheet, out var sheet))
                Mark(sheet, place);
        }

        using var marked = PrintTitles.Save(workbook);
        return new(marked.ToArray(), workbook.Worksheets.Select(s => s.Name).ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    private static void Mark(IXLWorksheet sheet, MarkedPlace place)
    {
        var colour = XLColor.FromHtml("#" + (place.Severity == MarkSeverity.Error ? LookRules.ErrorFill : LookRules.WarningFill));
        if (place.Column is { } column)
        {
            var cell = sheet.Cell(place.Row, column + 1);
            if (cell.IsMerged())
                cell = cell.MergedRange().FirstCell();
            cell.Style.Fill.BackgroundColor = colour;
            Comment(cell, place.Message);
            return;
        }

        // The first place to paint, so that a cell's own mark (later in the list) stands out against its row.
        var used = sheet.Row(place.Row).CellsUsed().ToList();
        foreach (var cell in used)
            cell.Style.Fill.BackgroundColor = colour;
        var first = used.Count > 0 ? used[0] : sheet.Cell(place.Row, 1);
        first.Style.Fill.BackgroundColor = colour;
        Comment(first, place.Message);
    }

    private static void Comment(IXLCell cell, string message)
    {
        var had = cell.HasComment;
        var comment = cell.Comment;
        if (had)
            comment.AddNewLine();
        comment.AddText(message);
        comment.Style.Size.Height = CommentBox.Rows(comment.Text) * 15;
        comment.Style.Size.Width = CommentBox.Columns * 11;
    }

    /// <summary>
    /// ClosedXML 0.95 stumbles over comments that LibreOffice wrote, and over pictures on servers without Windows' drawing
    /// library. Without these the rest of the file can still be given back as it was.
    /// </summary>
    private static XLWorkbook Load(byte[] original)
    {
        try
        {
            return new XLWorkbook(Prepared(original, withDrawings: true));
        }
        catch (Exception refused) when (refused is not OutOfMemoryException)
        {
            return new XLWorkbook(Prepared(original, withDrawings: false));
        }
    }

    private static MemoryStream Prepared(byte[] original, bool withDrawings)
    {
        var stream = new MemoryStream();
        stream.Write(original);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            if (document.WorkbookPart?.VbaProjectPart is { } macros)
                document.WorkbookPart.DeletePart(macros);
            if (document.DocumentType != SpreadsheetDocumentType.Workbook)
                document.ChangeDocumentType(SpreadsheetDocumentType.Workbook);
            foreach (var sheet in withDrawings ? [] : document.WorkbookPart?.WorksheetParts ?? [])
                RemoveDrawings(sheet);
        }

        stream.Position = 0;
        return stream;
    }

    private static void RemoveDrawings(WorksheetPart sheet)
    {
        sheet.Worksheet.RemoveAllChildren<LegacyDrawing>();
        sheet.Worksheet.RemoveAllChildren<Drawing>();
        sheet.DeleteParts(sheet.VmlDrawingParts.ToList());
        if (sheet.WorksheetCommentsPart is { } comments)
            sheet.DeletePart(comments);
        if (sheet.DrawingsPart is { } drawings)
            sheet.DeletePart(drawings);
    }
}
