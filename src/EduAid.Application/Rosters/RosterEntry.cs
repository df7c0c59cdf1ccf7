using EduAid.Application.Storage;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;

namespace EduAid.Application.Rosters;

/// <summary>
/// One child on one roster, with what it was computed from: the very row of the list version, which never changes,
/// and the reasons with their dated parameters, so that it can be explained and recomputed years later.
/// </summary>
public sealed class RosterEntry : ISchoolRow
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required RosterId Roster { get; init; }

    public required SchoolId School { get; init; }

    public required PersonId Person { get; init; }

    public required string Name { get; set; }

    public string? Grade { get; set; }

    /// <summary>Stage × 10 + grade, to sort by.</summary>
    public int GradeOrder { get; set; }

    public string? Class { get; set; }

    public bool? Boarding { get; set; }

    /// <summary>Whole fen, more than 0.</summary>
    public required long Fen { get; set; }

    public required Payee Payee { get; set; }

    /// <summary>Finding codes that do not hold the amount, separated by commas; empty where there are none.</summary>
    public required string Flags { get; set; }

    /// <summary>The list version and line that the entry stands on.</summary>
    public required Guid List { get; set; }

    public required int Line { get; set; }

    /// <summary>The explanation as compact JSON (<see cref="Explanation"/>).</summary>
    public required string Reasons { get; set; }

    /// <summary>The entry that this one supplements or takes back; null on a regular roster and for a child who got nothing before.</summary>
    public Guid? Corrects { get; init; }

    public IReadOnlyList<string> FlagCodes => Flags.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
