namespace EduAid.Spreadsheets.Writing;

/// <summary>What the bytes of an uploaded file really are.</summary>
public enum OriginalFormat
{
    Xlsx,
    Xls,

    /// <summary>HTML, CSV, tab-separated text: nothing that can carry colours and comments.</summary>
    Other,
}

/// <summary>A cell row as it was read: row from 1, cells from column 0.</summary>
public readonly record struct ReadRow(string Sheet, int Row, IReadOnlyList<string> Cells);

/// <summary>
/// What was written. <paramref name="Extension"/> has its dot. <paramref name="Unplaced"/> are marks on sheets that the
/// workbook does not have, so that nobody takes their absence for a clean file.
/// </summary>
public sealed record MarkedFile(string Extension, IReadOnlyList<Mark> Unplaced);

/// <summary>
/// Gives a school its own file back, the bad cells coloured (red errors, amber warnings) and commented. What cannot be
/// marked in place is written afresh with the same cells in the same places, as text.
/// </summary>
public static class MarkedWorkbook
{
    /// <param name="output">Where the workbook goes.</param>
    /// <param name="original">The file as it was uploaded.</param>
    /// <param name="format">What it is by its content.</param>
    /// <param name="rows">All its rows, sheet after sheet, from top to bottom; read only where it is written afresh.</param>
    /// <param name="marks">What is wrong with it.</param>
    /// <param name="cancellation">Stops it between sheets and rows.</param>
    public static MarkedFile Write(
        Stream output,
        byte[] original,
        OriginalFormat format,
        IEnumerable<ReadRow> rows,
        IReadOnlyList<Mark> marks,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(marks);

        var places = MarkedPlace.Gather(marks);
        if (MarkInPlace(original, format, places) is { } marked)
        {
            output.Write(marked.Bytes);
            return new(format == OriginalFormat.Xls ? ".xls" : ".xlsx", Unplaced(marks, marked.Sheets));
        }

        var sheets = FreshMarks.Write(output, rows, places, cancellation);
        return new(".xlsx", Unplaced(marks, sheets));
    }

    private static MarkedBytes? MarkInPlace(byte[] original, OriginalFormat format, IReadOnlyList<MarkedPlace> places)
    {
        try
        {
            return format switch
            {
                OriginalFormat.Xlsx when XlsxMarks.CanLoad(original) => XlsxMarks.Write(original, places),
                OriginalFormat.Xls => XlsMarks.Write(original, places),
                _ => null,
            };
        }
        // The file was made by others and read by another library; whatever this one dislikes, the rows are at hand.
        catch (Exception refused) when (refused is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static List<Mark> Unplaced(IReadOnlyList<Mark> marks, IReadOnlySet<string> sheets) =>
        [.. marks.Where(mark => !sheets.Contains(mark.Sheet))];
}

/// <summary>A marked workbook and the names of its sheets.</summary>
internal sealed record MarkedBytes(byte[] Bytes, IReadOnlySet<string> Sheets);
