using EduAid.Application.Storage;
using EduAid.Domain.Values;

namespace EduAid.Application.Payments;

/// <summary>
/// A card that was entered by hand for a pupil, in place of the one on the list. Cards are added, never overwritten; one counts from the
/// moment at which a second person has looked at it.
/// </summary>
public sealed class PersonCard : ISchoolRow
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required PersonId Person { get; init; }

    /// <summary>The school that enters it.</summary>
    public required SchoolId School { get; init; }

    public required byte[] CardCipher { get; set; }

    public required byte[] CardHash { get; init; }

    public string? Bank { get; init; }

    /// <summary>户名; the pupil or a guardian.</summary>
    public required string Holder { get; init; }

    /// <summary>与学生关系 of the holder; null where it is the pupil's own.</summary>
    public string? Relation { get; init; }

    public required string Reason { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? ConfirmedBy { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>Set where the second person found it wrong.</summary>
    public bool Rejected { get; private set; }

    public bool Usable => ConfirmedAt is not null && !Rejected;

    /// <returns>False where it was decided before, or by the one who entered it.</returns>
    public bool Decide(bool right, string by, DateTimeOffset at)
    {
        if (ConfirmedAt is not null || by == By) return false;
        (ConfirmedBy, ConfirmedAt, Rejected) = (by, at, !right);
        return true;
    }
}
