namespace EduAid.Spreadsheets.Writing;

/// <summary>The rows that every table has: its title, its header, its cells by column.</summary>
internal static class TableRows
{
    private const double TitleHeight = 30;

    public static void WriteHead<TRow>(IBook book, string title, IReadOnlyList<Column<TRow>> columns)
    {
        book.Row([Cell.Text(title, CellLook.Title)], TitleHeight);
        if (columns.Count > 1)
            book.Merge(0, columns.Count - 1);
        book.Row([.. columns.Select(c => Cell.Text(c.Heading, CellLook.Header))]);
    }

    public static void Fill<TRow>(Span<Cell> cells, IReadOnlyList<Column<TRow>> columns, TRow row, int number)
    {
        for (var i = 0; i < cells.Length; i++)
            cells[i] = new(columns[i].Value(row, number), LookRules.For(columns[i].Format));
    }
}
