namespace EduAid.Spreadsheets.Reading;

/// <summary>
/// One row with at least one cell that is not empty. While a sheet streams, the same instance is filled again
/// for each row: take a <see cref="Copy"/> of what is to be kept.
/// </summary>
public sealed class SheetRow
{
    private Cell[] cells = new Cell[16];

    /// <summary>
    /// 1-based, as the spreadsheet program shows it. In delimited text the number of the record: blank lines count,
    /// a quoted field with line breaks in it is one record. In an HTML table the number of the tr.
    /// </summary>
    public int Number { get; private set; }

    /// <summary>One more than the column of the last cell that is not empty.</summary>
    public int Count { get; private set; }

    /// <param name="column">0-based; beyond <see cref="Count"/> stands <see cref="Cell.Empty"/>.</param>
    public Cell this[int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(column);
            return column < Count ? cells[column] : Cell.Empty;
        }
    }

    public SheetRow Copy() => new() { cells = cells[..Count], Number = Number, Count = Count };

    internal void Start(int number)
    {
        Array.Clear(cells, 0, Count);
        Number = number;
        Count = 0;
    }

    internal void Set(int column, Cell cell)
    {
        if (cell.IsEmpty)
            return;
        if (column >= cells.Length)
            Array.Resize(ref cells, Math.Max(column + 1, cells.Length * 2));
        cells[column] = cell;
        Count = Math.Max(Count, column + 1);
    }
}
