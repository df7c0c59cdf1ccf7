using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace EduAid.Spreadsheets.Writing;

/// <summary>
/// What lists have and printed rosters do not: columns that are text below their last row too, so that digits typed
/// there stay as they are; a filter on the header.
/// </summary>
internal readonly record struct ListTraits(bool TextColumns = false, bool Filter = false);

/// <summary>
/// Writes an .xlsx row by row (ECMA-376), so that memory does not grow with the rows. Text stands in the cells and not in
/// a shared table for the same reason. The same rows give the same bytes.
/// </summary>
internal sealed class StreamedBook(Stream output) : IBook
{
    private readonly ZipArchive _zip = new(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
    private readonly List<StreamedSheet> _sheets = [];
    private StreamedSheet? _open;
    private bool _complete;

    private StreamedSheet Open => _open ?? throw new InvalidOperationException("No sheet has been begun.");

    /// <summary>The row written last in the present sheet, from 1; 0 before the first.</summary>
    public int LastRow => Open.LastRow;

    public void Begin(SheetSetup setup) => Begin(setup, default);

    public void Begin(SheetSetup setup, ListTraits traits)
    {
        CloseSheet();
        var number = _sheets.Count + 1;
        _open = new StreamedSheet(setup, traits, Part($"xl/worksheets/sheet{Invariant(number)}.xml"), first: number == 1);
        _sheets.Add(_open);
    }

    public void Row(ReadOnlySpan<Cell> cells, double? height = null) => Open.Row(cells, height);

    public void Merge(int first, int last) => Open.Merge(first, LastRow, last, LastRow);

    /// <summary>Joins the cells of one column (from 0) over rows (from 1).</summary>
    public void MergeDown(int column, int firstRow, int lastRow) => Open.Merge(column, firstRow, column, lastRow);

    /// <summary>Leaves rows out, so that the next one is number <paramref name="row"/>.</summary>
    public void SkipTo(int row) => Open.SkipTo(row);

    /// <summary>A comment on a cell of the present sheet: row from 1, column from 0. A cell has one, so more is added to it.</summary>
    public void Comment(int row, int column, string text)
    {
        var comments = Open.Comments;
        if (comments is [.., var last] && last.Row == row && last.Column == column)
            comments[^1] = last with { Text = $"{last.Text}\n{text}" };
        else
            comments.Add(new(row, column, text));
    }

    public void Complete()
    {
        CloseSheet();
        foreach (var (part, xml) in StreamedParts.Of([.. _sheets.Select(s => s.Setup)], [.. _sheets.Select(s => s.Comments.Count > 0)]))
            WritePart(part, xml);
        _zip.Dispose();
        _complete = true;
    }

    public void Dispose()
    {
        if (_complete)
            return;
        _open?.Abandon();
        _zip.Dispose();
    }

    private void CloseSheet()
    {
        if (_open is null)
            return;
        _open.Close();
        var number = Invariant(_sheets.Count);
        if (_open.Comments.Count > 0)
        {
            WritePart($"xl/comments{number}.xml", StreamedComments.Xml(_open.Comments));
            WritePart($"xl/drawings/vmlDrawing{number}.vml", StreamedComments.Drawing(_open.Comments));
            WritePart($"xl/worksheets/_rels/sheet{number}.xml.rels", StreamedComments.Relations(number));
        }

        _open = null;
    }

    private void WritePart(string name, string xml)
    {
        using var part = Part(name);
        part.Write(xml);
    }

    private StreamWriter Part(string name)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return new StreamWriter(entry.Open(), new UTF8Encoding(false), 1 << 16);
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
