using EduAid.Application.Storage;
using EduAid.Domain.Values;

namespace EduAid.Application.Rosters;

/// <summary>Somebody took a child off a roster to be looked at again; generation holds the amount until that is lifted.</summary>
public sealed class EntryHold : ISchoolRow
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required Semester Semester { get; init; }

    /// <summary>Code of the programme.</summary>
    public required string Programme { get; init; }

    public required SchoolId School { get; init; }

    public required PersonId Person { get; init; }

    public required string Reason { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? LiftedBy { get; set; }

    public DateTimeOffset? LiftedAt { get; set; }

    public string? LiftReason { get; set; }
}
