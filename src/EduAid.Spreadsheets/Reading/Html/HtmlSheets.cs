using System.Globalization;
using System.Text;
using EduAid.Spreadsheets.Reading.Delimited;
using HtmlAgilityPack;

namespace EduAid.Spreadsheets.Reading.Html;

/// <summary>The tables of a page that calls itself a spreadsheet, as many systems export it; each table is a sheet.</summary>
internal sealed class HtmlSheets : SheetSource
{
    private const int MaxDepth = 500;

    private readonly List<Sheet> sheets = [];

    private HtmlSheets(HtmlDocument document, string name, ReadingLimits limits)
    {
        var tables = HtmlNodes.Below(document.DocumentNode, _ => true).Where(node => node.Name == "table").ToList();
        if (tables.Count == 0)
            throw Refusal.NoTable.AsException();
        for (var index = 0; index < tables.Count; index++)
        {
            var table = tables[index];
            var title = tables.Count == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"表格{index + 1}");
            sheets.Add(new Sheet(title, hidden: false, () => new HtmlRows(table, title, limits).All()));
        }
    }

    public override SpreadsheetFormat Format => SpreadsheetFormat.Html;

    public override IReadOnlyList<Sheet> Sheets => sheets;

    public override void Dispose()
    {
        // The stream is the caller's.
    }

    public static HtmlSheets Open(Stream stream, Encoding encoding, string name, ReadingLimits limits)
    {
        // The library's time grows with the square of the depth.
        var document = new HtmlDocument { OptionReadEncoding = false, OptionMaxNestedChildNodes = MaxDepth };
        using var text = TextEncoding.Reader(stream, encoding);
        document.Load(text);
        return new HtmlSheets(document, name, limits);
    }
}
