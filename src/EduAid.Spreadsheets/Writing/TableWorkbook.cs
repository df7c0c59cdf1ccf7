namespace EduAid.Spreadsheets.Writing;

/// <summary>A plain list to be exported: the review queue, the missed list, any table on a page.</summary>
/// <param name="Name">Names the sheet.</param>
/// <param name="Title">Stands above the header, in the workbook only.</param>
public sealed record TableSheet<TRow>(string Name, string Title, IReadOnlyList<Column<TRow>> Columns, IEnumerable<TRow> Rows);

/// <summary>Lists as a workbook, streamed whatever their length, with a filter on the header.</summary>
public static class TableWorkbook
{
    private const int HeadRows = 2;

    /// <summary>Rows of one sheet; Excel has no more than 1 048 576, title and header among them.</summary>
    public const int RowsASheet = 1_000_000;

    /// <summary>Writes an .xlsx; a list longer than <see cref="RowsASheet"/> goes on in a second sheet.</summary>
    public static void Write<TRow>(Stream output, TableSheet<TRow> table, CancellationToken cancellation = default) =>
        Write(output, table, RowsASheet, cancellation);

    internal static void Write<TRow>(Stream output, TableSheet<TRow> table, int rowsASheet, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(table);
        var names = new SheetNames();
        var cells = new Cell[table.Columns.Count];
        var number = 0;
        using var book = new StreamedBook(output);
        Begin(book, names, table);
        foreach (var row in table.Rows)
        {
            cancellation.ThrowIfCancellationRequested();
            if (number > 0 && number % rowsASheet == 0)
                Begin(book, names, table);
            TableRows.Fill(cells, table.Columns, row, ++number);
            book.Row(cells);
        }

        book.Complete();
    }

    private static void Begin<TRow>(StreamedBook book, SheetNames names, TableSheet<TRow> table)
    {
        book.Begin(new SheetSetup(names.Take(table.Name), [.. table.Columns.Select(c => c.Width)], HeadRows),
            new ListTraits(Filter: true));
        TableRows.WriteHead(book, table.Title, table.Columns);
    }
}
