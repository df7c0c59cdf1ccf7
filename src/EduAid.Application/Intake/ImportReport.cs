using System.Text.Json.Serialization;
using EduAid.Domain.Findings;
using EduAid.Domain.Registrations;

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
[JsonDerivedType(typeof(FromSemesterNeeded), nameof(FromSemesterNeeded)), JsonDerivedType(typeof(NoSchools), nameof(NoSchools))]
[JsonDerivedType(typeof(MendsNothing), nameof(MendsNothing)), JsonDerivedType(typeof(OtherSchool), nameof(OtherSchool))]
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

/// <summary>The file of a register as it would be accepted, with what that would do.</summary>
public sealed record RegisterPreview<TRow>(FileBatch<TRow> Batch, RegisterChange Change)
    where TRow : class;

/// <summary>A register's file that was staged: the import number reserved for it, the kept original, and whether its hidden sheets are taken in.</summary>
public sealed record StagedRegister(int Number, Guid StoredFile, bool HiddenSheets);

/// <summary>What accepting a file does to a register; counts are rows.</summary>
/// <param name="New">Named for the first time; on the registered list: people who join it.</param>
/// <param name="Changed">Named already, with other values.</param>
public sealed record RegisterChange(int New, int Changed, int Unchanged)
{
    public const int NamesShown = 50;

    /// <summary>People who would no longer be registered.</summary>
    public int Left { get; init; }

    /// <summary>The first of them.</summary>
    public IReadOnlyList<LeavingName> Leaving { get; init; } = [];

    /// <summary>On the registered list: who joins, leaves, moves, with the first names of each kind.</summary>
    public IReadOnlyList<RegisterMoves> Moves { get; init; } = [];

    /// <summary>Townships that the list speaks for, with its rows in each.</summary>
    public IReadOnlyList<TownshipRows> Townships { get; init; } = [];

    /// <summary>Registered townships that do not occur in the list: nothing changes there.</summary>
    public IReadOnlyList<string> SilentTownships { get; init; } = [];

    /// <summary>A registered list stands already: this one must say from which semester it holds.</summary>
    public bool NeedsSemester { get; init; }

    public bool ChangesNothing => New == 0 && Changed == 0 && Left == 0;
}

/// <summary>How many people a new registered list moves in one way, and the first of them.</summary>
public sealed record RegisterMoves(RegisterMove Move, int Count, IReadOnlyList<RegisterMoved> First);

public sealed record TownshipRows(string Township, int Rows);

/// <summary>Someone who stands on the present list and would not stand on the new one.</summary>
/// <param name="Where">Class, or township and village.</param>
public sealed record LeavingName(string Name, string? Where);

/// <summary>The reports of the files of one command, or why it was refused.</summary>
public sealed record ImportOutcome(IReadOnlyList<ImportReport> Reports, ImportRefusal? Refusal = null)
{
    public bool HasErrors => Reports.Any(r => r.HasErrors);
}
