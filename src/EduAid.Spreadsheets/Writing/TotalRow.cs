namespace EduAid.Spreadsheets.Writing;

/// <summary>
/// Where the parts of a 合计 row stand (columns from 0). A column says so itself, or: 合计 in the first, the count in
/// the second, the capitals over the widest stretch of columns left free. <paramref name="CountIsColumn"/> is true
/// where a column claims the count, because its own numbers are then counted and not the rows.
/// </summary>
internal sealed record TotalRow(int Label, int Count, bool CountIsColumn, int Sum, int CapitalsFirst, int CapitalsLast)
{
    public static TotalRow For<TRow>(IReadOnlyList<Column<TRow>> columns)
    {
        var sums = Enumerable.Range(0, columns.Count).Where(i => columns[i].Total == ColumnTotal.Sum).ToList();
        if (sums is not [var sum])
            throw new ArgumentException("A table with a total has exactly one amount column.", nameof(columns));

        var label = Claimed(columns, ColumnTotal.Label) ?? 0;
        var counted = Claimed(columns, ColumnTotal.Count);
        var count = counted
            ?? Enumerable.Range(0, columns.Count).FirstOrDefault(i => i != label && i != sum, -1);
        if (label == sum || count < 0)
            throw new ArgumentException("A table with a total has room for 合计 and the count.", nameof(columns));

        var (first, last) = Claimed(columns, ColumnTotal.Capitals) is { } own
            ? (own, own)
            : WidestStretch(columns, [label, count, sum]);
        return new(label, count, counted is not null, sum, first, last);
    }

    public Cell[] Cells(int columns, int count, long fen)
    {
        var cells = new Cell[columns];
        Array.Fill(cells, new Cell(default, CellLook.TotalText));
        cells[Label] = Cell.Text("合计", CellLook.TotalText);
        cells[Count] = new(CellValue.Of(count), CellLook.TotalCount);
        cells[Sum] = new(CellValue.OfFen(fen), CellLook.TotalMoney);
        cells[CapitalsFirst] = Cell.Text(Domain.Values.ChineseCapitals.Of(fen), CellLook.TotalText);
        return cells;
    }

    private static int? Claimed<TRow>(IReadOnlyList<Column<TRow>> columns, ColumnTotal total)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Total == total)
                return i;
        }

        return null;
    }

    private static (int First, int Last) WidestStretch<TRow>(IReadOnlyList<Column<TRow>> columns, HashSet<int> used)
    {
        (int First, int Last, double Width) best = (-1, -1, 0);
        for (var first = 0; first < columns.Count; first++)
        {
            var width = 0.0;
            for (var last = first; last < columns.Count && !used.Contains(last); last++)
            {
                width += columns[last].Width;
                if (width > best.Width)
                    best = (first, last, width);
            }
        }

        return best.First >= 0
            ? (best.First, best.Last)
            : throw new ArgumentException("A table with a total has a column free for the amount in capitals.", nameof(columns));
    }
}
