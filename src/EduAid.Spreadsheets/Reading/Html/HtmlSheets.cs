using System.Globalization;
using System.Text;
using EduAid.Spreadsheets.Reading.Delimited;
using HtmlAgilityPack;

namespace EduAid.Spreadsheets.Reading.Html;

/// <summary>The tables of a page that calls itself a spreadsheet, as many systems export it; each table is a sheet.</summary>
internal sealed class HtmlSheets : SheetSource
{
    private readonly List<Sheet> sheets;

    private HtmlSheets(Stream stream, Encoding encoding, string name, ReadingLimits limits)
    {
        using var text = TextEncoding.Reader(stream, encoding);
        var page = text.ReadToEnd();
        HtmlGuard.Check(page);
        var document = new HtmlDocument { OptionFixNestedTags = true, OptionMaxNestedChildNodes = 500 };
        document.LoadHtml(page);
        var tables = document.DocumentNode.Descendants("table").Take(limits.MaxSheets + 1).ToList();
        if (tables.Count == 0)
            throw Refusal.NoTable.AsException();
        if (tables.Count > limits.MaxSheets)
            throw Refusal.TooManySheets(limits.MaxSheets).AsException();
        sheets = [.. tables.Select((table, index) => Sheet(table, tables.Count == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"表格{index + 1}"), limits))];
    }

    public override SpreadsheetFormat Format => SpreadsheetFormat.Html;

    public override IReadOnlyList<Sheet> Sheets => sheets;

    public static HtmlSheets Open(Stream stream, Encoding encoding, string name, ReadingLimits limits) =>
        new(stream, encoding, name, limits);

    public override void Dispose()
    {
        // The stream is the caller's, and its page is in memory.
    }

    private static Sheet Sheet(HtmlNode table, string name, ReadingLimits limits) =>
        new(name, hidden: false, () => new HtmlRows(table, name, limits).All());
}
