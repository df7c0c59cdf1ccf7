using EduAid.Domain.Values;

namespace EduAid.Spreadsheets.Writing;

/// <summary>
/// The payment roster as a workbook (发放花名册). Up to <see cref="LargestPrinted"/> entries ClosedXML writes it; a bigger
/// one is streamed. Both follow the same layout and look the same.
/// </summary>
public static class RosterWorkbook
{
    /// <summary>Entries beyond which ClosedXML would take too long (docs/performance.md).</summary>
    public const int LargestPrinted = 2_000;

    /// <summary>One school: one sheet.</summary>
    /// <exception cref="InvalidOperationException">The rows do not add up to what the roster says.</exception>
    public static void WriteSchool<TRow>(Stream output, RosterSheet<TRow> school, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(school);
        using var book = Open(output, school.Count);
        RosterLayout.Write(book, new SheetNames().Take(school.School), school, cancellation);
        book.Complete();
    }

    /// <summary>A county: the summary of schools (汇总) and a sheet a school; each entry stands in its school's sheet alone.</summary>
    /// <exception cref="InvalidOperationException">A school's rows do not add up to what its roster says.</exception>
    public static void WriteCounty<TRow>(
        Stream output,
        string title,
        IReadOnlyList<RosterSheet<TRow>> schools,
        IReadOnlyList<string> signatures,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(schools);
        var summary = new RosterSheet<RosterSheet<TRow>>(
            title, "汇总", SummaryColumns<TRow>(), schools, schools.Sum(s => s.Count), schools.Sum(s => s.TotalFen), signatures);
        var names = new SheetNames();
        using var book = Open(output, summary.Count);
        RosterLayout.Write(book, names.Take(summary.School), summary, cancellation);
        foreach (var school in schools)
            RosterLayout.Write(book, names.Take(school.School), school, cancellation);
        book.Complete();
    }

    private static Column<RosterSheet<TRow>>[] SummaryColumns<TRow>() =>
    [
        Column.Ordinal<RosterSheet<TRow>>(),
        Column.Text<RosterSheet<TRow>>("学校名称", 40, school => school.School),
        Column.Whole<RosterSheet<TRow>>("人数", 12, school => school.Count) with { Total = ColumnTotal.Count },
        Column.Amount<RosterSheet<TRow>>("金额(元)", 18, school => school.TotalFen),
        Column.Text<RosterSheet<TRow>>("金额大写", 48, school => ChineseCapitals.Of(school.TotalFen))
            with { Total = ColumnTotal.Capitals },
    ];

    private static IBook Open(Stream output, int rows) =>
        rows <= LargestPrinted ? new ClosedXmlBook(output) : new StreamedBook(output);
}
