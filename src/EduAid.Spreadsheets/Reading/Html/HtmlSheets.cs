using System.Globalization;
using System.Text;
using EduAid.Spreadsheets.Reading.Delimited;

namespace EduAid.Spreadsheets.Reading.Html;

/// <summary>The tables of a page that calls itself a spreadsheet, as many systems export it; each table is a sheet.</summary>
internal sealed class HtmlSheets : SheetSource
{
    private readonly List<Sheet> sheets = [];

    private HtmlSheets(Stream stream, Encoding encoding, string name, ReadingLimits limits)
    {
        var count = Count(stream, encoding, limits.MaxSheets);
        if (count == 0)
            throw Refusal.NoTable.AsException();
        if (count > limits.MaxSheets)
            throw Refusal.TooManySheets(limits.MaxSheets).AsException();
        for (var index = 0; index < count; index++)
        {
            var (ordinal, title) = (index, count == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"表格{index + 1}"));
            sheets.Add(new Sheet(title, hidden: false, () => Rows(ordinal, title)));
        }

        IEnumerable<SheetRow> Rows(int ordinal, string title)
        {
            using var text = TextEncoding.Reader(stream, encoding);
            foreach (var row in new HtmlRows(new HtmlTokens(text), title, limits).OfTable(ordinal))
                yield return row;
        }
    }

    public override SpreadsheetFormat Format => SpreadsheetFormat.Html;

    public override IReadOnlyList<Sheet> Sheets => sheets;

    public override void Dispose()
    {
        // The stream is the caller's.
    }

    public static HtmlSheets Open(Stream stream, Encoding encoding, string name, ReadingLimits limits) =>
        new(stream, encoding, name, limits);

    private static int Count(Stream stream, Encoding encoding, int most)
    {
        using var text = TextEncoding.Reader(stream, encoding);
        var tokens = new HtmlTokens(text);
        var count = 0;
        while (count <= most && tokens.Read())
        {
            if (tokens is { Kind: HtmlToken.StartTag, Name: "table" })
                count++;
        }

        return count;
    }
}
