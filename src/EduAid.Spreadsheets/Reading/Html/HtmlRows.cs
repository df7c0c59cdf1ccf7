using System.Globalization;
using HtmlAgilityPack;

namespace EduAid.Spreadsheets.Reading.Html;

/// <summary>The rows of one table. A cell that spans rows or columns stands in each of them, as a merged range does.</summary>
internal sealed class HtmlRows(HtmlNode table, string name, ReadingLimits limits)
{
    private const int LastRow = 65536;

    /// <summary>What cells above still cover, by column: the value and the rows left.</summary>
    private readonly Dictionary<int, (Cell Value, int Rows)> covered = [];

    public IEnumerable<SheetRow> All()
    {
        var row = new SheetRow();
        var number = 0;
        foreach (var line in HtmlNodes.Below(table, node => node.Name is not ("tr" or "table")))
        {
            if (line.Name != "tr")
                continue;
            row.Start(++number);
            Fill(row, line);
            yield return row;
        }
    }

    private void Fill(SheetRow row, HtmlNode line)
    {
        var above = covered.ToDictionary();
        covered.Clear();
        foreach (var (column, (value, rows)) in above)
        {
            row.Set(column, value);
            if (rows > 1)
                covered[column] = (value, rows - 1);
        }

        var next = 0;
        foreach (var node in HtmlNodes.Below(line, node => node.Name is not ("td" or "th" or "table" or "tr")))
        {
            if (node.Name is not ("td" or "th"))
                continue;
            while (above.ContainsKey(next))
                next++;
            var cell = Value(node, row.Number, next);
            var width = Math.Min(Span(node, "colspan"), Math.Max(1, limits.MaxColumns - next));
            var rows = Math.Min(Span(node, "rowspan"), LastRow);
            for (; width > 0; width--, next++)
            {
                row.Set(next, cell);
                if (rows > 1 && next < limits.MaxColumns)
                    covered[next] = (cell, rows - 1);
            }
        }
    }

    private Cell Value(HtmlNode node, int row, int column)
    {
        var cell = Cell.FromText(HtmlNodes.Text(node));
        if (!cell.IsEmpty && column >= limits.MaxColumns)
            throw Refusal.TooManyColumns(name, row, limits.MaxColumns);
        if (cell.Text.Length > limits.MaxCellLength)
            throw Refusal.CellTooLong(name, row, column + 1, limits.MaxCellLength);
        return cell;
    }

    private static int Span(HtmlNode node, string attribute) =>
        int.TryParse(node.GetAttributeValue(attribute, "1"), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var span)
            ? Math.Max(1, span)
            : 1;
}
