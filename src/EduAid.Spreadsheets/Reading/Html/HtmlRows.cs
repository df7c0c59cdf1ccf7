using System.Text;

namespace EduAid.Spreadsheets.Reading.Html;

/// <summary>The rows of one table. A cell that spans rows or columns stands in each of them, as a merged range does.</summary>
internal sealed class HtmlRows(HtmlTokens tokens, string name, ReadingLimits limits)
{
    private readonly SheetRow row = new();
    private readonly StringBuilder text = new();

    /// <summary>What cells of earlier rows cover in this one, by column: the value and how many rows are left.</summary>
    private Dictionary<int, (Cell Value, int Rows)> above = [];
    private Dictionary<int, (Cell Value, int Rows)> below = [];
    private int number;
    private int column;
    private bool inRow;
    private bool inCell;
    private int columnSpan;
    private int rowSpan;

    /// <summary>End tags may be left out: a row ends where the next begins, and so does a cell.</summary>
    /// <param name="ordinal">0-based, by the order of the start tags; nested tables count, and stand for themselves.</param>
    public IEnumerable<SheetRow> OfTable(int ordinal)
    {
        SkipTo(ordinal);
        var nested = 0;
        while (nested >= 0 && tokens.Read())
        {
            if (tokens.Kind == HtmlToken.Text)
            {
                if (nested == 0)
                    AddText(tokens.Text);
            }
            else if (tokens.Name == "table")
            {
                nested += tokens.Kind == HtmlToken.StartTag ? 1 : -1;
            }
            else if (nested == 0 && tokens.Name == "tr")
            {
                if (EndRow())
                    yield return row;
                if (tokens.Kind == HtmlToken.StartTag)
                    StartRow();
            }
            else if (nested == 0 && tokens.Name is "td" or "th")
            {
                EndCell();
                if (tokens.Kind == HtmlToken.StartTag)
                    StartCell();
            }
            else if (nested == 0 && tokens.Name == "br" && inCell)
            {
                text.Append('\n');
            }
        }

        if (EndRow())
            yield return row;
    }

    private void SkipTo(int ordinal)
    {
        for (var seen = -1; seen < ordinal && tokens.Read();)
        {
            if (tokens is { Kind: HtmlToken.StartTag, Name: "table" })
                seen++;
        }
    }

    private void StartRow()
    {
        inRow = true;
        column = 0;
        row.Start(++number);
        (above, below) = (below, above);
        below.Clear();
        foreach (var (covered, (value, rows)) in above)
        {
            row.Set(covered, value);
            if (rows > 1)
                below[covered] = (value, rows - 1);
        }
    }

    private bool EndRow()
    {
        EndCell();
        var ended = inRow;
        inRow = false;
        return ended;
    }

    private void StartCell()
    {
        if (!inRow)
            StartRow();
        inCell = true;
        text.Clear();
        (columnSpan, rowSpan) = (tokens.ColumnSpan, tokens.RowSpan);
    }

    private void EndCell()
    {
        if (!inCell)
            return;
        inCell = false;
        while (above.ContainsKey(column))
            column++;
        var cell = Cell.FromText(text.ToString().Trim());
        if (!cell.IsEmpty && column >= limits.MaxColumns)
            throw Refusal.TooManyColumns(name, number, limits.MaxColumns);
        for (var end = column + Math.Min(columnSpan, Math.Max(1, limits.MaxColumns - column)); column < end; column++)
        {
            row.Set(column, cell);
            if (rowSpan > 1 && column < limits.MaxColumns)
                below[column] = (cell, rowSpan - 1);
        }
    }

    /// <summary>As a browser shows it: white space folded.</summary>
    private void AddText(string piece)
    {
        if (!inCell)
            return;
        foreach (var character in piece)
        {
            if (character is not (' ' or '\t' or '\r' or '\n' or '\f' or '\u00A0'))
                text.Append(character);
            else if (text.Length > 0 && text[^1] is not (' ' or '\n'))
                text.Append(' ');
        }

        if (text.Length > limits.MaxCellLength)
            throw Refusal.CellTooLong(name, number, column + 1, limits.MaxCellLength);
    }
}
