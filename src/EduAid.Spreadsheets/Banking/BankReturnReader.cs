using System.Collections.Frozen;
using EduAid.Domain.Payments;
using EduAid.Spreadsheets.Intake;
using EduAid.Spreadsheets.Reading;

namespace EduAid.Spreadsheets.Banking;

/// <summary>
/// Reads a bank's result file: any workbook or text with headings, or the headless layout of one of the formats. Each line is
/// typed or refused with its cell; nothing is guessed. Equal and differing lines are told by <see cref="DuplicateCheck"/>.
/// </summary>
/// <param name="formats">Whose result layouts may come.</param>
public sealed class BankReturnReader(IReadOnlyList<BankFormat> formats, IntakeOptions? options = null)
{
    private readonly IntakeOptions _options = options ?? new();

    /// <param name="seekableStream">Stays open.</param>
    /// <param name="fileName">Its base name is reported.</param>
    public ReadList<BankReturnLine> Read(Stream seekableStream, string fileName, CancellationToken stop) =>
        Layout(seekableStream, fileName) is { } layout
            ? new LaidOutReturn(layout, _options).Read(seekableStream, fileName, stop)
            : new ListFileReader<BankReturnLine>(new ReturnRowReader(FrozenDictionary<string, BankOutcome>.Empty), _options).Read(seekableStream, fileName, stop);

    /// <summary>The result layout whose first record stands at the beginning of the text.</summary>
    private BankResultLayout? Layout(Stream stream, string fileName)
    {
        var opened = SpreadsheetFile.Open(stream, fileName, _options.Limits ?? new ReadingLimits());
        if (!opened.IsOpen) return null;
        using var file = opened.File;
        if (file.Format != SpreadsheetFormat.Delimited) return null;
        try
        {
            return file.Sheets().First().Rows().FirstOrDefault() is { } row
                ? formats.Select(f => f.Result).OfType<BankResultLayout>().FirstOrDefault(layout => LaidOutReturn.Begins(layout, row)) : null;
        }
        catch (UnreadableFileException)
        {
            return null; // the list reader meets it again and reports it
        }
    }
}
