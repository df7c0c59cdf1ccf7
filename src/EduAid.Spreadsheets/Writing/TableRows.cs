namespace EduAid.Spreadsheets.Writing;

/// <summary>The rows that every table has: its title, its header, its cells by column.</summary>
internal static class TableRows
{
    public const double TitleHeight = 30;

    public static void WriteHead<TRow>(IBook book, string title, IReadOnlyList<Column<TRow>> columns)
    {
        WriteLine(book, columns.Count, title, CellLook.Title, TitleHeight);
        book.Row([.. columns.Select(c => Cell.Text(c.Heading, CellLook.Header))]);
    }

    /// <summary>One text over the whole width.</summary>
    public static void WriteLine(IBook book, int columns, string text, CellLook look, double height)
    {
        var cells = new Cell[columns];
        Array.Fill(cells, new Cell(default, look));
        cells[0] = Cell.Text(text, look);
        book.Row(cells, height);
        if (columns > 1)
            book.Merge(0, columns - 1);
    }

    public static void Fill<TRow>(Span<Cell> cells, IReadOnlyList<Column<TRow>> columns, TRow row, int number)
    {
        for (var i = 0; i < cells.Length; i++)
            cells[i] = new(columns[i].Value(row, number), LookRules.For(columns[i].Format));
    }
}
