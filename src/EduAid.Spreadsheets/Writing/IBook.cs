namespace EduAid.Spreadsheets.Writing;

/// <summary>
/// A sheet before its first row. <paramref name="Widths"/> are in characters; none means one width for all.
/// <paramref name="HeadRows"/> stay in view and are repeated on each printed page.
/// </summary>
internal sealed record SheetSetup(string Name, IReadOnlyList<double> Widths, int HeadRows);

/// <summary>
/// A workbook written from top to bottom, sheet after sheet: with ClosedXML for what people print, streamed for what
/// is too big for it. Both print A4 landscape, one page wide, with page numbers.
/// </summary>
internal interface IBook : IDisposable
{
    void Begin(SheetSetup setup);

    /// <summary>Writes the next row; <paramref name="height"/> in points, by the text where none is given.</summary>
    void Row(ReadOnlySpan<Cell> cells, double? height = null);

    /// <summary>Joins columns (from 0) <paramref name="first"/> to <paramref name="last"/> of the last row.</summary>
    void Merge(int first, int last);

    /// <summary>Writes what is still due. Nothing may follow.</summary>
    void Complete();
}
