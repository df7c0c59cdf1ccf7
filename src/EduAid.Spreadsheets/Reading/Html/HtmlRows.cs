using System.Text;
using HtmlAgilityPack;

namespace EduAid.Spreadsheets.Reading.Html;

/// <summary>The rows of one table. A cell that spans rows or columns stands in each of them, as a merged range does.</summary>
internal sealed class HtmlRows(HtmlNode table, string name, ReadingLimits limits)
{
    private readonly SheetRow row = new();
    private readonly StringBuilder text = new();

    /// <summary>What cells of earlier rows cover in this one, by column: the value and how many rows are left.</summary>
    private Dictionary<int, (Cell Value, int Rows)> above = [];
    private Dictionary<int, (Cell Value, int Rows)> below = [];
    private int number;

    /// <summary>Nested tables stand for themselves.</summary>
    public IEnumerable<SheetRow> All()
    {
        foreach (var line in Within(table, ["tr"]))
        {
            StartRow();
            var column = 0;
            foreach (var cell in Within(line, ["td", "th"]))
                column = Place(cell, column);
            yield return row;
        }
    }

    private static IEnumerable<HtmlNode> Within(HtmlNode parent, string[] names)
    {
        foreach (var child in parent.ChildNodes)
        {
            if (names.Contains(child.Name))
            {
                yield return child;
            }
            else if (child.NodeType == HtmlNodeType.Element && child.Name != "table")
            {
                foreach (var inner in Within(child, names))
                    yield return inner;
            }
        }
    }

    private void StartRow()
    {
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

    private int Place(HtmlNode node, int column)
    {
        while (above.ContainsKey(column))
            column++;
        text.Clear();
        AddText(node, column);
        var cell = Cell.FromText(text.ToString().Trim());
        if (!cell.IsEmpty && column >= limits.MaxColumns)
            throw Refusal.TooManyColumns(name, number, limits.MaxColumns);
        var (columns, rows) = (Math.Max(1, node.GetAttributeValue("colspan", 1)), node.GetAttributeValue("rowspan", 1));
        for (var end = column + Math.Min(columns, Math.Max(1, limits.MaxColumns - column)); column < end; column++)
        {
            row.Set(column, cell);
            if (rows > 1 && column < limits.MaxColumns)
                below[column] = (cell, rows - 1);
        }

        return column;
    }

    /// <summary>As a browser shows it: white space folded.</summary>
    private void AddText(HtmlNode node, int column)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is HtmlTextNode words)
                AddText(HtmlEntity.DeEntitize(words.Text), column);
            else if (child.Name == "br")
                text.Append('\n');
            else if (child.NodeType == HtmlNodeType.Element && child.Name is not ("table" or "script" or "style"))
                AddText(child, column);
        }
    }

    private void AddText(string piece, int column)
    {
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
