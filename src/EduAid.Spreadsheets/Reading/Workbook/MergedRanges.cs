namespace EduAid.Spreadsheets.Reading.Workbook;

/// <summary>A merged range; rows and columns are 0-based and inclusive.</summary>
internal readonly record struct MergedRange(int Top, int Left, int Bottom, int Right);

/// <summary>Spreads the upper left value of each merged range over the range while rows stream by.</summary>
internal sealed class MergedRanges
{
    private readonly MergedRange[] ranges;
    private readonly List<(MergedRange Range, Cell Value)> active = [];
    private readonly string sheet;
    private readonly int maxColumns;
    private int next;

    public MergedRanges(IEnumerable<MergedRange> ranges, string sheet, int maxColumns)
    {
        this.sheet = sheet;
        this.maxColumns = maxColumns;
        this.ranges = [.. ranges.Where(range => range.Bottom >= range.Top && range.Right >= range.Left && range.Left < maxColumns)];
        Array.Sort(this.ranges, (one, other) => one.Top.CompareTo(other.Top));
    }

    /// <summary>The rows, and those that the file leaves out although a merged range covers them.</summary>
    public IEnumerable<SheetRow> Over(IEnumerable<SheetRow> rows)
    {
        if (ranges.Length == 0)
        {
            foreach (var row in rows)
                yield return row;
            yield break;
        }

        var left = new SheetRow();
        var last = 0;
        foreach (var row in rows)
        {
            for (var number = last + 1; number < row.Number && StillCovers(number); number++)
            {
                left.Start(number);
                Apply(left);
                yield return left;
            }

            Apply(row);
            last = Math.Max(last, row.Number);
            yield return row;
        }
    }

    private bool StillCovers(int number)
    {
        foreach (var (range, value) in active)
        {
            if (range.Bottom >= number - 1 && !value.IsEmpty)
                return true;
        }

        return false;
    }

    private void Apply(SheetRow row)
    {
        var index = row.Number - 1;
        active.RemoveAll(entry => entry.Range.Bottom < index);
        for (; next < ranges.Length && ranges[next].Top <= index; next++)
        {
            // A range whose first row is not in the file has no value to show.
            if (ranges[next].Top == index)
                active.Add((ranges[next], row[ranges[next].Left]));
        }

        // Ranges that do not overlap cannot be more than the columns.
        if (active.Count > maxColumns)
            throw Refusal.OverlappingMerges(sheet);
        foreach (var (range, value) in active)
        {
            var right = Math.Min(range.Right, maxColumns - 1);
            for (var column = range.Left; column <= right && !value.IsEmpty; column++)
                row.Set(column, value);
        }
    }
}
