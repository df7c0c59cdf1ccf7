using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;

namespace EduAid.Application.Enrolments;

/// <summary>What a later list does to the current one.</summary>
public enum ListMode
{
    /// <summary>The new list stands in its place; who is not on it leaves.</summary>
    Replace = 1,

    /// <summary>The new rows are added, and mend those of the same children; nobody leaves.</summary>
    Add,
}

/// <summary>A child who stands on the current list and would not stand on the new one.</summary>
public sealed record Leaving(PersonId Person, string Name, string? Class, int Line);

/// <summary>What accepting the files would do to one school's list.</summary>
public sealed record SchoolPlan<TRow>
    where TRow : class
{
    public required SchoolId School { get; init; }

    public required ListMode Mode { get; init; }

    /// <summary>The version that is current now; null for a first list.</summary>
    public required SchoolList? Current { get; init; }

    /// <summary>The rows with the number of the file that each stands in.</summary>
    public required IReadOnlyList<(int File, ReadRow<TRow> Row)> Rows { get; init; }

    /// <summary>Rows that say what the current list says already.</summary>
    public required IReadOnlySet<ReadRow<TRow>> Unchanged { get; init; }

    /// <summary>Rows of children who are not on the current list.</summary>
    public required int Coming { get; init; }

    public required IReadOnlyList<Leaving> Leaving { get; init; }

    public bool ChangesNothing => Current is not null && Unchanged.Count == Rows.Count && Leaving.Count == 0;
}
