using EduAid.Domain.Findings;
using EduAid.Spreadsheets.Reading;

namespace EduAid.Spreadsheets.Intake;

/// <summary>Turns the cells of one kind of list into typed rows.</summary>
public abstract class RowReader<T>
    where T : class
{
    public abstract ListKind Kind { get; }

    /// <summary>A needed column that this list lacks beyond those of <see cref="Headings.Needed"/>.</summary>
    public virtual Field? AlsoMissing(Header header) => null;

    /// <summary>What stands above the header, before the first row of a sheet is read: a batch's number may stand there alone.</summary>
    public virtual void Begin(Header header, IEnumerable<SheetRow> above)
    {
    }

    /// <summary>The typed row, or null where the row is refused; problems go to <paramref name="cells"/>.</summary>
    public abstract T? Read(RowCells cells);

    /// <summary>What stands in a row whose ID alone has it refused, with the ID as it is written there; null where the row has other faults too, or the list asks for no ID.</summary>
    public virtual Unidentified<T>? ReadUnidentified(RowCells cells) => null;

    /// <summary>Under which a row's duplicates within one list are found: school and ID, or another natural key.</summary>
    public abstract string KeyOf(RowCells cells, T? value);
}

/// <summary>One data row of a file.</summary>
/// <param name="Value">Null where refused.</param>
/// <param name="Content">Digest of all recognised values but the sequence number: equal rows mean the same.</param>
/// <param name="Unstored">Digest of what the row says beyond its value: two rows of one list that differ in it are not the same.</param>
/// <param name="Raw">A copy of the cells, where the caller asked to keep them.</param>
public sealed record ReadRow<T>(string Sheet, int Number, T? Value, IReadOnlyList<Problem> Problems, string Key, UInt128 Content, UInt128 Unstored, SheetRow? Raw)
    where T : class
{
    /// <summary>What the row would say but for its ID, where that alone has it refused.</summary>
    public Unidentified<T>? Unidentified { get; init; }
}

/// <summary>A row that is whole but for its ID.</summary>
/// <param name="Value">The row with its ID as written.</param>
/// <param name="Birth">The birth date, where a column states the whole of it.</param>
public sealed record Unidentified<T>(T Value, DateOnly? Birth)
    where T : class;

/// <summary>What one file holds.</summary>
public sealed class ReadList<T>
    where T : class
{
    /// <summary>Base name of the file.</summary>
    public required string File { get; init; }

    public SpreadsheetFormat? Format { get; init; }

    public List<ReadRow<T>> Rows { get; } = [];

    /// <summary>What concerns the whole file; any error here refuses it.</summary>
    public List<Problem> FileProblems { get; } = [];

    /// <summary>Headers by sheet, in order.</summary>
    public List<(string Sheet, Header Header)> Headers { get; } = [];

    /// <summary>Sheets passed over because they have no recognisable header.</summary>
    public List<string> PassedOver { get; } = [];

    /// <summary>Hidden sheets with a header that were passed over.</summary>
    public List<string> HiddenSheets { get; } = [];

    /// <summary>The number of the import that a workbook of bad rows mends; null for an ordinary list.</summary>
    public int? Mends { get; set; }

    public bool IsUnreadable => FileProblems.Any(p => p.Severity == Severity.Error);
}
