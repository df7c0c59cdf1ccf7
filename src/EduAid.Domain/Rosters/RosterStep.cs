using EduAid.Domain.Values;

namespace EduAid.Domain.Rosters;

/// <summary>What a step does.</summary>
public enum RosterMoveKind
{
    Confirm = 1,
    Publish,
    Review,
    Approve,
    SendBack,

    /// <summary>An entry was taken out to be looked at again, such as by an upheld objection.</summary>
    Withdraw,
}

/// <summary>One step of a roster's life, as it stays on record.</summary>
public sealed class RosterStep
{
    public required string County { get; init; }

    public required RosterId Roster { get; init; }

    public required SchoolId School { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required RosterMoveKind Kind { get; init; }

    public required RosterState From { get; init; }

    public required RosterState To { get; init; }

    /// <summary>User name.</summary>
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Remark { get; init; }
}
