using System.Text;
using ExcelDataReader;

namespace EduAid.Spreadsheets.Reading.Workbook;

/// <summary>
/// The sheets of a workbook of either format, read by ExcelDataReader behind <see cref="XlsxGuard"/> and
/// <see cref="XlsGuard"/>, which keep from it what would cost it memory or time without bound.
/// </summary>
internal sealed class WorkbookSheets : SheetSource
{
    /// <summary>XFD; the library allocates a row as wide as the farthest reference, which may be forged.</summary>
    private const int LastColumn = 16_384;

    /// <summary>The last row that any spreadsheet program knows.</summary>
    public const int LastRow = 1_048_576;

    /// <summary>Chinese Excel 95 wrote this code page, if the file does not say.</summary>
    private const int ChineseCodePage = 936;

    private readonly IExcelDataReader reader;
    private readonly ReadingLimits limits;
    private readonly List<Sheet> sheets = [];
    private int turn;

    static WorkbookSheets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private WorkbookSheets(IExcelDataReader reader, SpreadsheetFormat format, Predicate<int> isWorksheet, ReadingLimits limits)
    {
        this.reader = reader;
        this.limits = limits;
        Format = format;
        var index = 0;
        do
        {
            if (!isWorksheet(index++))
                continue;
            var (name, place, merges) = (reader.Name ?? "", index - 1, Merges().ToList());
            var hidden = !string.Equals(reader.VisibleState ?? "visible", "visible", StringComparison.OrdinalIgnoreCase);
            sheets.Add(new Sheet(name, hidden, () => new MergedRanges(merges, name, limits.MaxColumns).Over(Rows(place, name))));
        }
        while (reader.NextResult());
        if (sheets.Count == 0)
            throw Refusal.Damaged.AsException();
    }

    public override SpreadsheetFormat Format { get; }

    public override IReadOnlyList<Sheet> Sheets => sheets;

    public static WorkbookSheets OpenXlsx(Stream stream, ReadingLimits limits)
    {
        var worksheets = XlsxGuard.Check(stream, limits);
        return Open(stream, SpreadsheetFormat.Xlsx, index => index < worksheets.Count && worksheets[index], limits);
    }

    public static WorkbookSheets OpenXls(Stream stream, ContentKind kind, ReadingLimits limits) =>
        Open(new MemoryStream(XlsGuard.Check(stream, kind, limits)), SpreadsheetFormat.Xls, _ => true, limits);

    public override void Dispose() => reader.Dispose();

    private static WorkbookSheets Open(Stream stream, SpreadsheetFormat format, Predicate<int> isWorksheet, ReadingLimits limits)
    {
        var reader = ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration
        {
            LeaveOpen = true,
            FallbackEncoding = Encoding.GetEncoding(ChineseCodePage),
        });
        try
        {
            return new WorkbookSheets(reader, format, isWorksheet, limits);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>The library reads a row of the binary format as a signed number of 16 bits.</summary>
    private IEnumerable<MergedRange> Merges() =>
        (reader.MergeCells ?? []).Select(range => Format == SpreadsheetFormat.Xls
            ? new MergedRange(range.FromRow & 0xFFFF, range.FromColumn & 0xFFFF, range.ToRow & 0xFFFF, range.ToColumn & 0xFFFF)
            : new MergedRange(range.FromRow, range.FromColumn, range.ToRow, range.ToColumn));

    private IEnumerable<SheetRow> Rows(int place, string name)
    {
        var mine = ++turn;
        reader.Reset();
        for (var skip = 0; skip < place; skip++)
            reader.NextResult();
        if (reader.FieldCount is < 0 or > LastColumn)
            throw Refusal.Damaged.AsException();
        var cells = new CellReading(reader);
        var row = new SheetRow();
        for (var number = 1; reader.Read(); number++)
        {
            if (number > LastRow)
                throw Refusal.RowOutOfRange(name);
            row.Start(number);
            for (var column = 0; column < reader.FieldCount; column++)
                Place(row, column, cells.At(column), name);
            yield return row;
            if (mine != turn)
                throw new InvalidOperationException("Rows of one sheet at a time.");
        }
    }

    private void Place(SheetRow row, int column, Cell cell, string name)
    {
        if (cell.IsEmpty)
            return;
        if (column >= limits.MaxColumns)
            throw Refusal.TooManyColumns(name, row.Number, limits.MaxColumns);
        if (cell.Kind == CellKind.Text && cell.Text.Length > limits.MaxCellLength)
            throw Refusal.CellTooLong(name, row.Number, column + 1, limits.MaxCellLength);
        row.Set(column, cell);
    }
}
