using EduAid.Application.Storage;
using EduAid.Domain.Values;

namespace EduAid.Application.Rosters;

public enum DifferenceKind
{
    /// <summary>Entitled now and not on the roster.</summary>
    Added = 1,

    /// <summary>On the roster and not entitled any more.</summary>
    Removed,

    /// <summary>Entitled to another amount.</summary>
    Changed,

    /// <summary>On the roster, and a question holds the amount now.</summary>
    Held,
}

/// <summary>What the last generation would change on a roster that is no draft any more; sending the roster back applies it.</summary>
public sealed class RosterDifference : ISchoolRow
{
    public required string County { get; init; }

    public required RosterId Roster { get; init; }

    public required PersonId Person { get; init; }

    public required SchoolId School { get; init; }

    public required string Name { get; init; }

    public required DifferenceKind Kind { get; init; }

    /// <summary>Whole fen on the roster; 0 where the child is not on it.</summary>
    public required long FenBefore { get; init; }

    /// <summary>Whole fen by the present facts.</summary>
    public required long FenNow { get; init; }
}
