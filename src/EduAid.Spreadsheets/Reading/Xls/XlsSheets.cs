namespace EduAid.Spreadsheets.Reading.Xls;

/// <summary>
/// A workbook of the binary format, BIFF 5 or 8. Read here and not by ExcelDataReader, whose version 3.6 drops error
/// codes and does not come back from some damaged files.
/// </summary>
internal sealed class XlsSheets : SheetSource
{
    private readonly List<Sheet> sheets = [];

    private XlsSheets(byte[] workbook, ReadingLimits limits)
    {
        var globals = new XlsGlobals(workbook);
        if (globals.Sheets.Count > limits.MaxSheets)
            throw Refusal.TooManySheets(limits.MaxSheets).AsException();
        foreach (var (name, hidden, offset) in globals.Sheets)
            sheets.Add(new Sheet(name, hidden, () => new XlsRows(globals, name, offset, limits).All()));
        if (sheets.Count == 0)
            throw Refusal.Damaged.AsException();
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

    public override void Dispose()
    {
        // The stream is the caller's, and its bytes are in memory.
    }

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
}
