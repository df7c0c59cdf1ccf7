using System.Globalization;
using System.Text.RegularExpressions;

namespace EduAid.Spreadsheets.Writing;

/// <summary>What is wrong with one cell (column from 0 in the original) or, without a column, with the row.</summary>
public sealed record BadCell(int? Column, MarkSeverity Severity, string Message);

/// <summary>A row of the original: its number from 1, all its texts, what is wrong.</summary>
public sealed record BadRow(int Row, IReadOnlyList<string> Cells, IReadOnlyList<BadCell> Problems);

/// <summary>Cells joined in the original's header: row from 0 among the header rows, columns from 0.</summary>
public readonly record struct JoinedHeading(int Row, int FirstColumn, int LastColumn);

/// <summary>The bad rows of one sheet under that sheet's own header, which may have two rows.</summary>
public sealed record BadSheet(string Name, IReadOnlyList<IReadOnlyList<string>> Header, IReadOnlyList<BadRow> Rows)
{
    public IReadOnlyList<JoinedHeading> Joined { get; init; } = [];
}

/// <summary>
/// Only the rows that were refused, to be mended and sent back alone (更正表). The title carries the import's number, by
/// which the returned file mends or adds to that list and replaces nothing. All is text, so that an ID typed in stays whole.
/// </summary>
public static partial class BadRowsWorkbook
{
    /// <summary>The columns in front of the original's own.</summary>
    public const string RowHeading = "原行号", ProblemHeading = "问题";

    private const int ColumnsInFront = 2;
    private const double RowWidth = 8, ProblemWidth = 40, UsualWidth = 16, NumberWidth = 22;

    public static string TitleFor(int importNumber) =>
        string.Create(CultureInfo.InvariantCulture, $"更正表 · 导入编号 {importNumber} · 改好后原样上传,只更正和补充,不替换原名单");

    /// <summary>The number in a title written by <see cref="TitleFor"/>, however its spaces have suffered; null for any other text.</summary>
    public static int? ImportNumberIn(string? titleCellText) =>
        titleCellText is not null
        && TitleShape().Match(titleCellText) is { Success: true } match
        && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static void Write(Stream output, int importNumber, IReadOnlyList<BadSheet> sheets, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        if (sheets.Count == 0)
            throw new ArgumentException("Without bad rows there is nothing to give back.", nameof(sheets));
        var names = new SheetNames();
        using var book = new StreamedBook(output);
        foreach (var sheet in sheets)
            WriteSheet(book, names.Take(sheet.Name), importNumber, sheet, cancellation);
        book.Complete();
    }

    private static void WriteSheet(StreamedBook book, string name, int importNumber, BadSheet sheet, CancellationToken cancellation)
    {
        var width = sheet.Header.Concat(sheet.Rows.Select(r => r.Cells)).Select(cells => cells.Count).DefaultIfEmpty().Max();
        book.Begin(new SheetSetup(name, Widths(sheet, width), 1 + sheet.Header.Count), new ListTraits(TextColumns: true));
        TableRows.WriteLine(book, width + ColumnsInFront, TitleFor(importNumber), CellLook.Title, TableRows.TitleHeight);
        WriteHeader(book, sheet, width);

        foreach (var row in sheet.Rows)
        {
            cancellation.ThrowIfCancellationRequested();
            book.Row(Cells(row, width, sheet.Header));
        }
    }

    private static void WriteHeader(StreamedBook book, BadSheet sheet, int width)
    {
        for (var level = 0; level < sheet.Header.Count; level++)
        {
            var texts = sheet.Header[level];
            book.Row(
            [
                Cell.Text(level == 0 ? RowHeading : null, CellLook.Header),
                Cell.Text(level == 0 ? ProblemHeading : null, CellLook.Header),
                .. Enumerable.Range(0, width).Select(i => Cell.Text(i < texts.Count ? texts[i] : null, CellLook.Header)),
            ]);
            foreach (var joined in sheet.Joined.Where(j => j.Row == level && j.LastColumn > j.FirstColumn))
                book.Merge(joined.FirstColumn + ColumnsInFront, joined.LastColumn + ColumnsInFront);
        }

        if (sheet.Header.Count < 2)
            return;
        for (var column = 0; column < ColumnsInFront; column++)
            book.MergeDown(column, book.LastRow - sheet.Header.Count + 1, book.LastRow);
    }

    private static Cell[] Cells(BadRow row, int width, IReadOnlyList<IReadOnlyList<string>> header)
    {
        var cells = new Cell[width + ColumnsInFront];
        cells[0] = Cell.Text(row.Row.ToString(CultureInfo.InvariantCulture), CellLook.Code);
        cells[1] = Cell.Text(string.Join('；', row.Problems.Select(p => Say(p, header)).Distinct()), CellLook.Text);
        for (var i = 0; i < width; i++)
            cells[i + ColumnsInFront] = Cell.Text(i < row.Cells.Count ? row.Cells[i] : null, CellLook.Text);
        foreach (var problem in row.Problems.OrderBy(p => p.Severity))
        {
            var at = problem.Column is { } column && column < width ? column + ColumnsInFront : 0;
            cells[at] = cells[at] with { Look = problem.Severity == MarkSeverity.Error ? CellLook.Error : CellLook.Warning };
        }

        return cells;
    }

    /// <summary>身份证号:校验码不对 — the heading first, unless the message says it.</summary>
    private static string Say(BadCell problem, IReadOnlyList<IReadOnlyList<string>> header)
    {
        var heading = problem.Column is { } column && header.Count > 0 && column < header[^1].Count ? header[^1][column].Trim() : "";
        return heading.Length == 0 || problem.Message.Contains(heading, StringComparison.Ordinal)
            ? problem.Message
            : $"{heading}:{problem.Message}";
    }

    /// <summary>Wide enough for an ID or a card where one stands.</summary>
    private static double[] Widths(BadSheet sheet, int width) =>
    [
        RowWidth,
        ProblemWidth,
        .. Enumerable.Range(0, width).Select(i =>
            sheet.Rows.Any(r => i < r.Cells.Count && r.Cells[i].Length > 12) ? NumberWidth : UsualWidth),
    ];

    [GeneratedRegex(@"^\s*更正表\s*·?\s*导入编号\s*([0-9]{1,10})(?![0-9])")]
    private static partial Regex TitleShape();
}
