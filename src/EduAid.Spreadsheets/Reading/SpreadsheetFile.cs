using EduAid.Spreadsheets.Reading.Delimited;
using EduAid.Spreadsheets.Reading.Html;
using EduAid.Spreadsheets.Reading.Workbook;

namespace EduAid.Spreadsheets.Reading;

/// <summary>Any spreadsheet-like file, opened by its content and read as a stream of rows of raw cells.</summary>
public sealed class SpreadsheetFile : IDisposable
{
    private readonly SheetSource source;

    private SpreadsheetFile(SheetSource source) => this.source = source;

    public SpreadsheetFormat Format => source.Format;

    /// <summary>
    /// Opens a workbook (.xlsx, .xlsm, .xltx, .xls), delimited text, or an HTML table that calls itself .xls.
    /// Whatever the bytes, the answer is a file or a problem.
    /// </summary>
    /// <param name="seekableStream">Read until the file is disposed of; stays open and the caller's own.</param>
    /// <param name="fileName">Names the sheet of delimited text; never decides the format.</param>
    /// <param name="limits">What the file may ask for.</param>
    public static OpenResult Open(Stream seekableStream, string fileName, ReadingLimits limits)
    {
        ArgumentNullException.ThrowIfNull(seekableStream);
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(limits);
        if (!seekableStream.CanSeek)
            throw new ArgumentException("The stream must be seekable.", nameof(seekableStream));
        try
        {
            return new OpenResult(new SpreadsheetFile(Choose(seekableStream, BaseName(fileName), limits)));
        }
        catch (Exception thrown) when (Boundary.IsOfTheFile(thrown))
        {
            return new OpenResult(Boundary.ProblemOf(thrown));
        }
    }

    /// <summary>In the order of the file, hidden ones among them; charts and macro sheets are left out.</summary>
    public IEnumerable<Sheet> Sheets() => source.Sheets;

    public void Dispose() => source.Dispose();

    private static SheetSource Choose(Stream stream, string name, ReadingLimits limits)
    {
        if (stream.Length == 0)
            throw Refusal.Empty.AsException();
        if (stream.Length > limits.MaxFileBytes)
            throw Refusal.TooLarge(stream.Length, limits.MaxFileBytes).AsException();
        var content = FileContent.Look(stream);
        return content.Kind switch
        {
            ContentKind.Zip => WorkbookSheets.OpenXlsx(stream, limits),
            ContentKind.Compound or ContentKind.Biff => WorkbookSheets.OpenXls(stream, content.Kind, limits),
            ContentKind.Html => HtmlSheets.Open(stream, content.Encoding!, name, limits),
            _ => new DelimitedSheet(stream, content.Encoding!, name, limits),
        };
    }

    /// <summary>A browser may send a path of either system; only the last part is wanted.</summary>
    private static string BaseName(string fileName) => fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
}
