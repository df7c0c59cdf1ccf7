using System.Text;
using EduAid.Spreadsheets.Reading.Xlsx;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace EduAid.Spreadsheets.Reading.Xls;

/// <summary>A workbook of the binary format, read by ExcelDataReader from its checked workbook stream.</summary>
internal sealed class XlsSheets : SheetSource
{
    /// <summary>Days from 30 December 1899 to 1 January 1904.</summary>
    private const double Shift1904 = 1462;

    private readonly IExcelDataReader reader;
    private readonly BiffSurvey survey;
    private readonly ReadingLimits limits;
    private readonly List<Sheet> sheets = [];
    private int pass;

    static XlsSheets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private XlsSheets(byte[] workbook, ReadingLimits limits)
    {
        this.limits = limits;
        survey = new BiffSurvey(workbook);
        reader = Create(workbook);
        do
        {
            // An encrypted sheet cannot be surveyed; this is where its own claim would show.
            if (reader.RowCount > 65536)
                throw Refusal.Damaged.AsException();
            if (reader.Name is { } name)
            {
                var index = sheets.Count;
                sheets.Add(new Sheet(name, reader.VisibleState != "visible", () => Rows(index)));
            }
        }
        while (reader.NextResult());
    }

    public override SpreadsheetFormat Format => SpreadsheetFormat.Xls;

    public override IReadOnlyList<Sheet> Sheets => sheets;

    public static XlsSheets Open(Stream stream, ContentKind kind, ReadingLimits limits)
    {
        var bytes = new byte[stream.Length];
        stream.Position = 0;
        stream.ReadExactly(bytes);
        return new XlsSheets(kind == ContentKind.Compound ? WorkbookStream(new CompoundFile(bytes)) : bytes, limits);
    }

    public override void Dispose() => reader.Dispose();

    private static byte[] WorkbookStream(CompoundFile file)
    {
        if ((file.Read("Workbook") ?? file.Read("Book")) is { } workbook)
            return workbook;
        throw (file switch
        {
            _ when file.Has("EncryptedPackage") => Refusal.Encrypted,
            _ when file.Has("WordDocument") => Refusal.NotASpreadsheet(" Word 文档（.doc）"),
            _ when file.Has("PowerPoint Document") => Refusal.NotASpreadsheet("演示文稿（.ppt）"),
            _ => Refusal.Unknown,
        }).AsException();
    }

    /// <summary>
    /// A workbook whose structure alone is protected is encrypted as well, with a password known to every program;
    /// the reader tries that one.
    /// </summary>
    private static IExcelDataReader Create(byte[] workbook)
    {
        try
        {
            return ExcelReaderFactory.CreateBinaryReader(
                new MemoryStream(workbook), new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding(936) });
        }
        catch (InvalidPasswordException)
        {
            throw Refusal.Encrypted.AsException();
        }
    }

    private IEnumerable<SheetRow> Rows(int index)
    {
        var own = ++pass;
        reader.Reset();
        for (var left = index; left > 0; left--)
            reader.NextResult();
        return new MergedRanges(Merges(), sheets[index].Name, limits.MaxColumns).Over(InFile(index, own));
    }

    private IEnumerable<MergedRange> Merges() =>
        (reader.MergeCells ?? []).Select(range =>
            // The reader takes rows from 32 768 on for negative ones.
            new MergedRange(range.FromRow & 0xFFFF, range.FromColumn & 0xFFFF, range.ToRow & 0xFFFF, range.ToColumn & 0xFFFF));

    private IEnumerable<SheetRow> InFile(int index, int own)
    {
        var errors = index < survey.Errors.Count ? survey.Errors[index] : [];
        var row = new SheetRow();
        while (own == pass && reader.Read())
        {
            row.Start(reader.Depth + 1);
            for (var column = 0; column < reader.FieldCount; column++)
            {
                var cell = Convert(reader.GetValue(column), column);
                if (cell.IsEmpty && errors.TryGetValue((reader.Depth, column), out var code))
                    cell = Cell.FromText(code);
                if (cell.IsEmpty)
                    continue;
                if (column >= limits.MaxColumns)
                    throw Refusal.TooManyColumns(sheets[index].Name, row.Number, limits.MaxColumns);
                if (cell.Kind == CellKind.Text && cell.Text.Length > limits.MaxCellLength)
                    throw Refusal.CellTooLong(sheets[index].Name, row.Number, column + 1, limits.MaxCellLength);
                row.Set(column, cell);
            }

            yield return row;
        }
    }

    private Cell Convert(object? value, int column) => value switch
    {
        null => Cell.Empty,
        string text => Cell.FromText(text),
        double number => Number(number, column),
        int number => Number(number, column),
        bool truth => Cell.FromBoolean(truth),
        DateTime date => Cell.FromSerialDate(date.ToOADate() is var days && days is >= 1 and < 2 ? days - 1 : days),
        TimeSpan time => Cell.FromDuration(time.TotalDays),
        _ => Cell.FromText(System.Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)),
    };

    /// <summary>The reader does not know the Chinese built-in date formats, which a file need not spell out.</summary>
    private Cell Number(double number, int column) =>
        NumberMeanings.OfBuiltIn(reader.GetNumberFormatIndex(column)) == NumberMeaning.Date
            ? Cell.FromSerialDate(survey.Is1904 ? number + Shift1904 : number)
            : Cell.FromNumber(number);
}
