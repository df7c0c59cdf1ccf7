using System.Text;
using Sylvan.Data.Csv;

namespace EduAid.Spreadsheets.Reading.Delimited;

/// <summary>Text with one record a line and quotes by RFC 4180, tolerantly.</summary>
internal sealed class DelimitedSheet : SheetSource
{
    private const int MaxRecordCharacters = 1 << 20;

    private readonly Stream stream;
    private readonly Encoding encoding;
    private readonly ReadingLimits limits;
    private readonly Sheet sheet;

    public DelimitedSheet(Stream stream, Encoding encoding, string name, ReadingLimits limits)
    {
        this.stream = stream;
        this.encoding = encoding;
        this.limits = limits;
        sheet = new Sheet(name, hidden: false, Rows);
    }

    public override SpreadsheetFormat Format => SpreadsheetFormat.Delimited;

    public override IReadOnlyList<Sheet> Sheets => [sheet];

    public override void Dispose()
    {
        // The stream is the caller's.
    }

    private IEnumerable<SheetRow> Rows()
    {
        var delimiter = Delimiter.Choose(TextEncoding.Sample(stream, encoding));
        using var reader = CsvDataReader.Create(TextEncoding.Reader(stream, encoding), Options(delimiter));
        var row = new SheetRow();
        for (var number = 1; Read(reader, number); number++)
        {
            row.Start(number);
            for (var column = 0; column < reader.RowFieldCount; column++)
                row.Set(column, Field(reader, column, number));
            yield return row;
        }
    }

    /// <summary>
    /// Lax, because a stray quote must not refuse the file; it also keeps the library off a fast path on which
    /// a lone carriage return ends no line, so that the numbers of the rows would depend on the buffer.
    /// No character starts a comment: a first cell may begin with #.
    /// </summary>
    private static CsvDataReaderOptions Options(char delimiter) => new()
    {
        Delimiter = delimiter,
        HasHeaders = false,
        CsvStyle = CsvStyle.Lax,
        Comment = '\uFFFF',
        BufferSize = 64 * 1024,
        MaxBufferSize = MaxRecordCharacters,
    };

    private bool Read(CsvDataReader reader, int number)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvRecordTooLargeException)
        {
            throw Refusal.OpenQuote(sheet.Name, number);
        }
    }

    private Cell Field(CsvDataReader reader, int column, int number)
    {
        var cell = Cell.FromText(reader.GetString(column));
        if (column >= limits.MaxColumns && !cell.IsEmpty)
            throw Refusal.TooManyColumns(sheet.Name, number, limits.MaxColumns);
        if (cell.Kind == CellKind.Text && cell.Text.Length > limits.MaxCellLength)
            throw Refusal.CellTooLong(sheet.Name, number, column + 1, limits.MaxCellLength);
        return cell;
    }
}
