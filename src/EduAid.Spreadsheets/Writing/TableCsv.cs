using System.Globalization;
using System.Text;

namespace EduAid.Spreadsheets.Writing;

/// <summary>
/// The same lists as CSV (RFC 4180) in UTF-8 with a BOM, without which Excel takes it for the system's code page. The
/// header is the first line. A CSV knows no text cells, so a text that begins like a formula gets an apostrophe in front.
/// </summary>
public static class TableCsv
{
    public static void Write<TRow>(Stream output, TableSheet<TRow> table, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16, leaveOpen: true);
        writer.NewLine = "\r\n";
        WriteLine(writer, table.Columns.Select(c => CellValue.Of(c.Heading)));
        var number = 0;
        foreach (var row in table.Rows)
        {
            cancellation.ThrowIfCancellationRequested();
            number++;
            WriteLine(writer, table.Columns.Select(c => c.Value(row, number)));
        }
    }

    private static void WriteLine(StreamWriter writer, IEnumerable<CellValue> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first)
                writer.Write(',');
            first = false;
            WriteField(writer, TextOf(cell));
        }

        writer.WriteLine();
    }

    private static string TextOf(CellValue cell) => cell.Kind switch
    {
        CellKind.Text => cell.LooksLikeFormula ? "'" + cell.Text : cell.Text!,
        CellKind.Whole => cell.Number.ToString(CultureInfo.InvariantCulture),
        CellKind.Money => (cell.Number / 100m).ToString("0.00", CultureInfo.InvariantCulture),
        CellKind.Date => DateOnly.FromDayNumber((int)cell.Number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => "",
    };

    private static void WriteField(StreamWriter writer, string text)
    {
        if (text.AsSpan().IndexOfAny(",\"\n\t") < 0)
        {
            writer.Write(text);
            return;
        }

        writer.Write('"');
        writer.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        writer.Write('"');
    }
}
