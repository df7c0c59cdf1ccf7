using EduAid.Application.Storage;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;

namespace EduAid.Application.Rosters;

/// <summary>Who had a hand in what stands on a roster. Rows are only added: whoever once prepared it does not review it.</summary>
public sealed class RosterHand : ISchoolRow
{
    public required string County { get; init; }

    public required RosterId Roster { get; init; }

    public required SchoolId School { get; init; }

    /// <summary>User name.</summary>
    public required string Person { get; init; }

    public required RosterDeed Deed { get; init; }
}
