using EduAid.Domain.Values;
using EduAid.Spreadsheets.Reading;

namespace EduAid.Spreadsheets.Intake;

/// <summary>
/// A block of cells copied from a spreadsheet. Its header is found as a file's is, and rows that are no data are left out the same way;
/// a block without a header is all data and goes where it is put.
/// </summary>
/// <param name="Columns">Columns of the header with what each means; empty where the block has no header.</param>
/// <param name="Rows">The data rows, each as wide as the block.</param>
/// <param name="PassedOver">Titles, sums, signatures and blank rows that were left out.</param>
public sealed record PastedBlock(IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, int PassedOver)
{
    public const int MostRows = 3000, MostColumns = 80, LongestCell = 200;

    public bool HasHeader => Columns.Count > 0;

    /// <summary>Reads a block; rows and cells beyond the limits are cut off.</summary>
    public static PastedBlock Read(ListKind kind, IReadOnlyList<IReadOnlyList<string>> block)
    {
        var rows = block.Take(MostRows + HeaderFinder.RowsLookedAt).Select(RowOf).ToList();
        var filled = rows.Where(r => r.Count > 0).ToList();
        var look = new HeaderFinder(kind).Look([.. filled.Take(HeaderFinder.RowsLookedAt)]);
        // Two headings of one row are a header; one alone may be a name that sounds like one.
        if (look.Recognised < 4) return new([], [.. rows.Take(MostRows).Select(Texts)], 0);
        var data = filled.Where(r => r.Number > look.Header.LastRow && !NoteRows.IsNote(r, look.Header)).Take(MostRows).ToList();
        return new(look.Header.Columns, [.. data.Select(Texts)], rows.Count - data.Count);
    }

    /// <summary>A cell's text as it is kept: one line, no control characters, no longer than a name needs.</summary>
    public static string Clean(string? text)
    {
        var tidy = FreeText.Cut(Text.Tidy(text), LongestCell);
        return tidy.Replace('"', '”');
    }

    private static SheetRow RowOf(IReadOnlyList<string> cells, int index)
    {
        var row = new SheetRow();
        row.Start(index + 1);
        for (var i = 0; i < Math.Min(cells.Count, MostColumns); i++) row.Set(i, Cell.FromText(Clean(cells[i])));
        return row;
    }

    private static IReadOnlyList<string> Texts(SheetRow row) => [.. Enumerable.Range(0, row.Count).Select(i => row[i].Text)];
}
