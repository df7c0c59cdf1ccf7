using EduAid.Domain.Findings;

namespace EduAid.Application.Intake;

/// <summary>What became of one file; counts are rows.</summary>
/// <param name="Number">Number of the import; null where nothing was written.</param>
/// <param name="Rows">Data rows: accepted + rejected + duplicates.</param>
/// <param name="Unchanged">Accepted rows that say what the current list says already.</param>
/// <param name="Written">Accepted rows that are new or differ; 0 when the file was refused.</param>
/// <param name="Removed">People who leave a current list by this file.</param>
public sealed record ImportReport(
    string File, int? Number, int Rows, int Accepted, int Rejected, int Duplicates, int Unchanged, int Written, int Removed,
    IReadOnlyList<Problem> Problems, IReadOnlyList<string> PassedOver)
{
    /// <summary>Nothing of the file was taken: it is unreadable, or has an error and was not sent with leave to take the good rows.</summary>
    public bool Refused { get; init; }

    public bool HasErrors => Problems.Any(p => p.Severity == Severity.Error);
}

/// <summary>Why an import as a whole may not be done.</summary>
public abstract record ImportRefusal
{
    /// <summary>A registered list that differs from the present one must say from which semester it holds.</summary>
    public sealed record FromSemesterNeeded : ImportRefusal;

    /// <summary>A semester's lists can't be read before the register of schools is there.</summary>
    public sealed record NoSchools : ImportRefusal;

    /// <summary>A workbook of bad rows mends an import that is not (or no longer) there.</summary>
    public sealed record MendsNothing(int Number) : ImportRefusal;

    /// <summary>A school's account sent rows of another school.</summary>
    public sealed record OtherSchool(string School) : ImportRefusal;
}

/// <summary>The reports of the files of one command, or why it was refused.</summary>
public sealed record ImportOutcome(IReadOnlyList<ImportReport> Reports, ImportRefusal? Refusal = null)
{
    public bool HasErrors => Reports.Any(r => r.HasErrors);
}
