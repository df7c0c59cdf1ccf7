namespace EduAid.Spreadsheets.Writing;

/// <summary>Writes a file's cells into a new workbook at the same places, as text, with the marks on them.</summary>
internal static class FreshMarks
{
    /// <summary>Returns the sheets' names as the file had them.</summary>
    public static IReadOnlySet<string> Write(
        Stream output, IEnumerable<ReadRow> rows, IReadOnlyList<MarkedPlace> places, CancellationToken cancellation)
    {
        var marks = places.ToLookup(place => place.Sheet, StringComparer.OrdinalIgnoreCase);
        var sheets = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new SheetNames();
        using var book = new StreamedBook(output);
        FreshSheet? sheet = null;
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            if (sheet is null || !sheet.Name.Equals(row.Sheet, StringComparison.OrdinalIgnoreCase))
            {
                sheet?.Finish();
                if (!sheets.Add(row.Sheet))
                    throw new ArgumentException($"The rows of sheet {row.Sheet} do not stand together.", nameof(rows));
                book.Begin(new SheetSetup(names.Take(row.Sheet), [], HeadRows: 0));
                sheet = new FreshSheet(book, row.Sheet, [.. marks[row.Sheet]]);
            }

            sheet.Write(row);
        }

        sheet?.Finish();
        if (sheet is null)
            book.Begin(new SheetSetup(names.Take(""), [], HeadRows: 0)); // a workbook has at least one sheet
        book.Complete();
        return sheets;
    }

    /// <summary>One sheet, its marks taken up as the rows go by.</summary>
    private sealed class FreshSheet(StreamedBook book, string name, IReadOnlyList<MarkedPlace> marks)
    {
        private int _next;

        public string Name => name;

        public void Write(ReadRow row)
        {
            WriteMarkedBlanks(before: row.Row);
            if (row.Row > book.LastRow + 1)
                book.SkipTo(row.Row);
            WriteRow([.. row.Cells.Select(text => Cell.Text(text, CellLook.Loose))], row.Row);
        }

        public void Finish() => WriteMarkedBlanks(before: int.MaxValue);

        /// <summary>Rows that the file leaves out and a mark names nevertheless.</summary>
        private void WriteMarkedBlanks(int before)
        {
            while (_next < marks.Count && marks[_next].Row < before)
            {
                var row = marks[_next].Row;
                if (row <= book.LastRow)
                    throw new ArgumentException($"Row {row} of sheet {name} comes out of order.");
                if (row > book.LastRow + 1)
                    book.SkipTo(row);
                WriteRow([], row);
            }
        }

        private void WriteRow(List<Cell> cells, int row)
        {
            for (; _next < marks.Count && marks[_next].Row == row; _next++)
                Apply(cells, marks[_next]);
            book.Row(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(cells));
        }

        private void Apply(List<Cell> cells, MarkedPlace mark)
        {
            var look = mark.Severity == MarkSeverity.Error ? CellLook.Error : CellLook.Warning;
            var column = mark.Column ?? 0;
            while (cells.Count <= column)
                cells.Add(new(default, CellLook.Loose));
            if (mark.Column is null)
            {
                for (var i = 0; i < cells.Count; i++)
                    cells[i] = cells[i] with { Look = look };
            }

            cells[column] = cells[column] with { Look = look };
            book.Comment(row: mark.Row, column, mark.Message);
        }
    }
}
