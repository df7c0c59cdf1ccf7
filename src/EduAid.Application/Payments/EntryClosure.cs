using EduAid.Application.Storage;
using EduAid.Domain.Values;

namespace EduAid.Application.Payments;

/// <summary>Why an approved entry will not be paid, or not in this semester's books.</summary>
public enum ClosureReason
{
    /// <summary>The family renounces, or the child has died.</summary>
    Renounced = 1,

    /// <summary>Recovered before it was paid.</summary>
    RecoveredUnpaid,

    /// <summary>Carried over by name: the books are closed and the payment is still open.</summary>
    CarriedOver,

    /// <summary>No account could be found in the time set for it.</summary>
    NoAccount,
}

/// <summary>An approved entry closed with a reason; it goes into no batch.</summary>
public sealed class EntryClosure : ISchoolRow
{
    public required string County { get; init; }

    public required Guid Entry { get; init; }

    public required SchoolId School { get; init; }

    public required ClosureReason Reason { get; init; }

    public required string Remark { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}
