using EduAid.Application.Enrolments;
using EduAid.Domain.Findings;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using EduAid.Spreadsheets.Reading;

namespace EduAid.Application.Intake;

/// <summary>What accepting an upload would do. Cells are text with everything protected masked, so that it may be kept and shown.</summary>
public sealed record UploadPreview
{
    public required IReadOnlyList<PreviewFile> Files { get; init; }

    /// <summary>Columns of <see cref="PreviewRow.Cells"/>: the usual ones of the kind that the files have, and every one with a problem.</summary>
    public required IReadOnlyList<Field> Columns { get; init; }

    /// <summary>All data rows of all files, in their order.</summary>
    public required IReadOnlyList<PreviewRow> Rows { get; init; }

    /// <summary>School by school; empty for registers.</summary>
    public IReadOnlyList<ListChange> Lists { get; init; } = [];

    /// <summary>Null for school lists.</summary>
    public RegisterChange? Register { get; init; }

    public ImportRefusal? Refusal { get; init; }

    /// <summary>Rows that accepting would take in.</summary>
    public required int Acceptable { get; init; }

    /// <summary>Digest of what the upload was compared with; another one means that somebody was quicker.</summary>
    public required string Basis { get; init; }

    public int Count(RowOutcome outcome) => Rows.Count(r => r.Outcome == outcome);

    /// <summary>Children would leave a current list: a person decides whether the new one replaces or adds.</summary>
    public bool AsksReplaceOrAdd => Lists.Any(l => l.Leaving > 0);

    /// <summary>There are good rows, and all of them say what stands there already.</summary>
    public bool ChangesNothing => Acceptable > 0 && (Register?.ChangesNothing ?? Lists.All(l => l.ChangesNothing));

    public bool CanBeAccepted => Acceptable > 0 && Refusal is null && !ChangesNothing;
}

/// <param name="Number">The import number reserved for it.</param>
/// <param name="Mends">The import that this workbook of bad rows mends.</param>
/// <param name="Problems">Of the file as a whole.</param>
public sealed record PreviewFile(
    string Name, int Number, SpreadsheetFormat? Format, IReadOnlyList<PreviewSheet> Sheets, IReadOnlyList<Problem> Problems,
    IReadOnlyList<string> HiddenSheets, IReadOnlyList<string> PassedOver, int? Mends)
{
    public bool IsUnreadable => Problems.Any(p => p.Severity == Severity.Error);
}

/// <param name="HeaderRow">Last row of the header, from 1.</param>
/// <param name="FirstRow">First data row, from 1.</param>
/// <param name="Recognised">Headings as found.</param>
public sealed record PreviewSheet(string Name, int HeaderRow, int FirstRow, IReadOnlyList<string> Recognised, IReadOnlyList<string> Unused);

/// <param name="File">Index of the file.</param>
/// <param name="Name">For the search; people's names are no protected field.</param>
public sealed record PreviewRow(
    int File, string Sheet, int Number, RowOutcome Outcome, string Name, IReadOnlyList<PreviewProblem> Problems, IReadOnlyList<string> Cells)
{
    public bool HasWarning => Outcome != RowOutcome.Rejected && Problems.Count > 0;
}

/// <param name="Column">Index among the preview's columns; null where it concerns the whole row.</param>
public sealed record PreviewProblem(Problem Problem, int? Column);

/// <summary>What accepting would do to one school's list; counts are children.</summary>
/// <param name="Rows">Rows of the upload.</param>
/// <param name="Leaving">On the current list and not on this one, if it replaces.</param>
/// <param name="Names">The first of those who would leave.</param>
/// <param name="Mends">A workbook of bad rows, or one that only adds: it replaces nothing.</param>
public sealed record ListChange(
    SchoolId School, string Name, SchoolList? Current, int Rows, int Coming, int Changed, int Unchanged, int Leaving,
    IReadOnlyList<LeavingName> Names, bool Mends)
{
    /// <summary>Against the semester before, where it has a list and the upload is of one school.</summary>
    public TermChange? LastTerm { get; init; }

    public bool ChangesNothing => Current is not null && Unchanged == Rows && Leaving == 0;
}

/// <summary>How a school's list differs from its list of the semester before.</summary>
public sealed record TermChange(Semester Semester, int Came, int Left, int Boarding);
