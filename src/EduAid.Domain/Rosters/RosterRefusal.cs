using EduAid.Domain.Values;

namespace EduAid.Domain.Rosters;

/// <summary>Why a roster does not take a step.</summary>
public abstract record RosterRefusal
{
    public sealed record NotFound : RosterRefusal;

    /// <summary>The visitor's role does not take this step.</summary>
    public sealed record NotYourRole(string Role) : RosterRefusal;

    /// <summary>It is not where this step begins; somebody else may have taken it already.</summary>
    public sealed record WrongState(RosterState State) : RosterRefusal;

    /// <summary>What it was drafted from has changed; it must be generated again first.</summary>
    public sealed record Stale : RosterRefusal;

    /// <summary>Nobody stands on it.</summary>
    public sealed record Empty : RosterRefusal;

    public sealed record ReasonMissing : RosterRefusal;

    /// <summary>Preparing, reviewing and approving are for different people (domain.md section 3).</summary>
    public sealed record SamePerson(string Person, RosterDeed Deed) : RosterRefusal;

    /// <summary>The notice runs until the end of this day.</summary>
    public sealed record NoticeRuns(DateOnly Until) : RosterRefusal;

    public sealed record NoticeTooShort(int Days, int Least) : RosterRefusal;

    /// <summary>Working days can't be counted: no holiday table is known for the year.</summary>
    public sealed record HolidaysUnknown(int Year) : RosterRefusal;

    public sealed record ObjectionsOpen(int Count) : RosterRefusal;

    /// <summary>The facts have changed since they were shown; they must be looked at again.</summary>
    public sealed record FactsChanged(int Count) : RosterRefusal;

    /// <summary>Its rows are not those that were signed before: somebody changed them behind the product's back.</summary>
    public sealed record Altered : RosterRefusal;

    /// <summary>What an approver has begun to sign does not change any more.</summary>
    public sealed record ApprovalBegun(int Approvals) : RosterRefusal;
}

/// <summary>Either the step taken or why it was not.</summary>
public readonly record struct RosterMove(RosterStep? Step, RosterRefusal? Refusal)
{
    public static implicit operator RosterMove(RosterRefusal refusal) => new(null, refusal);

    public static implicit operator RosterMove(RosterStep step) => new(step, null);

    public static RosterMove FromRosterRefusal(RosterRefusal refusal) => refusal;

    public static RosterMove FromRosterStep(RosterStep step) => step;
}

/// <summary>How many people must approve a sum: the first band whose upper end is not exceeded says.</summary>
/// <param name="UpTo">Null in the last band: any sum.</param>
public sealed record ApprovalBand(Money? UpTo, int Approvals)
{
    /// <exception cref="InvalidOperationException">No band covers the sum; the last one must have no upper end.</exception>
    public static int Needed(IReadOnlyList<ApprovalBand> bands, Money sum) =>
        (bands.FirstOrDefault(b => b.UpTo is null || sum <= b.UpTo) ?? throw new InvalidOperationException("The approval bands have an upper end.")).Approvals;
}
