namespace EduAid.Spreadsheets.Reading;

internal enum Markup
{
    None,
    Html,
    SpreadsheetMl,
    OpenDocument,
    OtherXml,
}

/// <summary>Tells a page or an XML document that calls itself a spreadsheet from plain text.</summary>
internal static class MarkupSign
{
    public static Markup Of(string sample)
    {
        var start = sample.AsSpan().TrimStart("\uFEFF \t\r\n");
        if (!start.StartsWith("<"))
            return Markup.None;
        if (Has(start, "urn:oasis:names:tc:opendocument"))
            return Markup.OpenDocument;
        if (Has(start, "<html") || Has(start, "<!doctype html") || Has(start, "<tr") || Has(start, "<body"))
            return Markup.Html;
        if (Has(start, "<Workbook") && Has(start, "urn:schemas-microsoft-com:office:spreadsheet"))
            return Markup.SpreadsheetMl;
        if (Has(start, "<table"))
            return Markup.Html;
        return start.StartsWith("<?xml") ? Markup.OtherXml : Markup.None;
    }

    private static bool Has(ReadOnlySpan<char> text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
