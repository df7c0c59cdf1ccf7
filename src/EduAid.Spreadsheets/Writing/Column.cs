namespace EduAid.Spreadsheets.Writing;

/// <summary>How a column's cells are shown.</summary>
public enum ColumnFormat
{
    /// <summary>Words: left, wrapped.</summary>
    Text,

    /// <summary>IDs, cards and other numbers that are names: text, centred, never broken.</summary>
    Code,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>Yuan with two decimals and 千分位, given in fen.</summary>
    Money,

    /// <summary>2020年4月3日.</summary>
    Date,
}

/// <summary>What a column shows in the total row.</summary>
public enum ColumnTotal { None, Label, Count, Sum, Capitals }

/// <summary>
/// One exported column. <see cref="Width"/> is in characters of the usual font (a Chinese character takes two);
/// <see cref="Value"/> gets the row and its number from 1.
/// </summary>
public sealed record Column<TRow>(string Heading, ColumnFormat Format, double Width, Func<TRow, int, CellValue> Value)
{
    /// <summary>Place in the total row; where no column claims one, <see cref="TotalRow"/> finds it.</summary>
    public ColumnTotal Total { get; init; }
}

/// <summary>Columns by what they hold.</summary>
public static class Column
{
    /// <summary>序号: the row's own number, which carries 合计 below.</summary>
    public static Column<TRow> Ordinal<TRow>(string heading = "序号", double width = 7) =>
        new(heading, ColumnFormat.Whole, width, (_, number) => CellValue.Of(number)) { Total = ColumnTotal.Label };

    public static Column<TRow> Text<TRow>(string heading, double width, Func<TRow, string?> value) =>
        new(heading, ColumnFormat.Text, width, (row, _) => CellValue.Of(value(row)));

    /// <summary>Text that is looked at digit by digit: citizen IDs, cards, codes.</summary>
    public static Column<TRow> Code<TRow>(string heading, double width, Func<TRow, string?> value) =>
        new(heading, ColumnFormat.Code, width, (row, _) => CellValue.Of(value(row)));

    public static Column<TRow> Whole<TRow>(string heading, double width, Func<TRow, long?> value) =>
        new(heading, ColumnFormat.Whole, width, (row, _) => CellValue.Of(value(row)));

    public static Column<TRow> Date<TRow>(string heading, double width, Func<TRow, DateOnly?> value) =>
        new(heading, ColumnFormat.Date, width, (row, _) => CellValue.Of(value(row)));

    /// <summary>An amount that is summed in the total row, such as 金额(元); a roster has exactly one.</summary>
    public static Column<TRow> Amount<TRow>(string heading, double width, Func<TRow, long?> fen) =>
        Money(heading, width, fen) with { Total = ColumnTotal.Sum };

    /// <summary>An amount that is only shown.</summary>
    public static Column<TRow> Money<TRow>(string heading, double width, Func<TRow, long?> fen) =>
        new(heading, ColumnFormat.Money, width, (row, _) => CellValue.OfFen(fen(row)));
}
