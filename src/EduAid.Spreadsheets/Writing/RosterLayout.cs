namespace EduAid.Spreadsheets.Writing;

/// <summary>Title, header, one row an entry, total, signature lines: the same for every roster and for its summary.</summary>
internal static class RosterLayout
{
    private const int HeadRows = 2;
    private const double LineHeight = 24;

    public static void Write<TRow>(IBook book, string name, RosterSheet<TRow> sheet, CancellationToken cancellation)
    {
        var columns = sheet.Columns;
        var total = TotalRow.For(columns);
        book.Begin(new SheetSetup(name, [.. columns.Select(c => c.Width)], HeadRows));
        TableRows.WriteHead(book, sheet.Title, columns);

        var (count, fen) = WriteEntries(book, columns, total, sheet.Rows, cancellation);
        if (count != sheet.Count || fen != sheet.TotalFen)
        {
            throw new InvalidOperationException(
                $"{sheet.School}: rows come to {count} entries and {fen} fen, the roster says {sheet.Count} and {sheet.TotalFen}.");
        }

        book.Row(total.Cells(columns.Count, sheet.Count, sheet.TotalFen));
        if (total.CapitalsLast > total.CapitalsFirst)
            book.Merge(total.CapitalsFirst, total.CapitalsLast);
        WriteSignatures(book, columns, sheet.Signatures);
    }

    private static (long Count, long Fen) WriteEntries<TRow>(
        IBook book, IReadOnlyList<Column<TRow>> columns, TotalRow total, IEnumerable<TRow> rows, CancellationToken cancellation)
    {
        var cells = new Cell[columns.Count];
        var number = 0;
        var (count, fen) = (0L, 0L);
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            TableRows.Fill(cells, columns, row, ++number);
            count += total.CountIsColumn ? cells[total.Count].Value.Number : 1;
            fen += cells[total.Sum].Value.Number;
            book.Row(cells);
        }

        return (count, fen);
    }

    /// <summary>One line of labels with room to sign after each, and a second for the date, both over the whole width.</summary>
    private static void WriteSignatures<TRow>(IBook book, IReadOnlyList<Column<TRow>> columns, IReadOnlyList<string> labels)
    {
        if (labels.Count == 0)
            return;
        var width = columns.Sum(c => c.Width);
        var used = labels.Sum(label => (label.Length + 1) * 2);
        var room = (int)Math.Clamp((width - used) / 2 / labels.Count - 1, 4, 14);
        book.Row([]);
        var line = string.Join('　', labels.Select(label => $"{label}：{new string('＿', room)}"));
        TableRows.WriteLine(book, columns.Count, line, CellLook.Signature, LineHeight);
        TableRows.WriteLine(book, columns.Count, "填表日期：＿＿＿＿年＿＿月＿＿日", CellLook.Signature, LineHeight);
    }
}
