using EduAid.Application.Storage;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;

namespace EduAid.Application.Intake;

/// <summary>One file taken in: the record that is listed, and by which it can be taken back whole.</summary>
public sealed class Import : ICountyRow
{
    public required string County { get; init; }

    /// <summary>From 1, by county.</summary>
    public required int Number { get; init; }

    public required ListKind Kind { get; init; }

    /// <summary>Base name of the file.</summary>
    public required string File { get; init; }

    /// <summary>The semester of a list; the semester from which a register holds.</summary>
    public required Semester Semester { get; init; }

    /// <summary>Set where all its rows are of one school, which then sees it.</summary>
    public SchoolId? School { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int Rows { get; init; }

    public required int Accepted { get; init; }

    public required int Rejected { get; init; }

    public required int Written { get; init; }

    public required int Removed { get; init; }

    /// <summary>Key of the stored original, encrypted in the data folder.</summary>
    public Guid? StoredFile { get; init; }

    public bool Undone { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }

    public string? UndoneBy { get; set; }
}
