using EduAid.Domain.Values;

namespace EduAid.Domain.Rosters;

/// <summary>
/// 发放花名册: who gets what from one programme at one school in one semester. It guards its own way from draft to approval:
/// each step is taken by a named person, and nobody sets its state from outside.
/// </summary>
public sealed class Roster
{
    private Roster()
    {
    }

    public required string County { get; init; }

    public required RosterId Id { get; init; }

    public required Semester Semester { get; init; }

    /// <summary>Code of the programme.</summary>
    public required string Programme { get; init; }

    public required SchoolId School { get; init; }

    public required RosterKind Kind { get; init; }

    /// <summary>0 for the regular roster; supplements and recoveries count from 1.</summary>
    public required int Sequence { get; init; }

    public RosterState State { get; private set; }

    /// <summary>When its entries were last computed.</summary>
    public DateTimeOffset GeneratedAt { get; private set; }

    /// <summary>Set when what it was drafted from has changed since: a list, the registered list, a parameter.</summary>
    public bool Stale { get; private set; }

    /// <summary>Rows on it, flagged ones included.</summary>
    public int Entries { get; private set; }

    /// <summary>Whole fen; of a recovery, what is to come back.</summary>
    public long Fen { get; private set; }

    public int Flagged { get; private set; }

    /// <summary>Children whose amount is held; they stand on no roster yet.</summary>
    public int Held { get; private set; }

    /// <summary>First day of the notice; null where there is none.</summary>
    public DateOnly? NoticeFrom { get; private set; }

    /// <summary>Last day of the notice.</summary>
    public DateOnly? NoticeUntil { get; private set; }

    /// <summary>People who have approved it so far.</summary>
    public int Approvals { get; private set; }

    /// <summary>Steps taken, so that the next one has its number.</summary>
    public int Steps { get; private set; }

    /// <summary>Concurrency token.</summary>
    public long Version { get; private set; }

    public static Roster Draft(
        string county, RosterId id, Semester semester, string programme, SchoolId school, RosterKind kind = RosterKind.Regular, int sequence = 0) => new()
        {
            County = county,
            Id = id,
            Semester = semester,
            Programme = programme,
            School = school,
            Kind = kind,
            Sequence = sequence,
            State = RosterState.Draft,
        };

    /// <summary>Only drafts are rewritten; from confirmation on a difference is shown, not applied.</summary>
    public bool MayBeRewritten => State == RosterState.Draft;

    /// <summary>What is taken back is agreed with the family and hangs on no wall.</summary>
    public bool NeedsNotice => Kind is RosterKind.Regular or RosterKind.Supplement;

    /// <summary>Takes over the sums of a new computation.</summary>
    /// <exception cref="InvalidOperationException">The roster is no draft any more.</exception>
    public void Rewrite(int entries, Money total, int flagged, int held, DateTimeOffset at)
    {
        if (!MayBeRewritten) throw new InvalidOperationException("Only a draft may be rewritten.");
        (Entries, Fen, Flagged, Held, Stale, GeneratedAt) = (entries, total.Fen, flagged, held, false, at);
        Version++;
    }

    public void MarkStale()
    {
        if (Stale || State != RosterState.Draft) return;
        Stale = true;
        Version++;
    }

    /// <summary>校长确认: the school stands for its roster.</summary>
    public RosterMove Confirm(string by, DateTimeOffset at, string? remark)
    {
        if (State != RosterState.Draft) return new RosterRefusal.WrongState(State);
        if (Stale) return new RosterRefusal.Stale();
        if (Entries == 0) return new RosterRefusal.Empty();
        return Take(RosterMoveKind.Confirm, RosterState.Confirmed, by, at, remark);
    }

    /// <summary>公示: puts it up. The period was counted in working days by the dated holiday table.</summary>
    public RosterMove Publish(DateOnly from, DateOnly until, string by, DateTimeOffset at, string? remark)
    {
        if (State != RosterState.Confirmed || !NeedsNotice) return new RosterRefusal.WrongState(State);
        (NoticeFrom, NoticeUntil) = (from, until);
        return Take(RosterMoveKind.Publish, RosterState.OnNotice, by, at, remark);
    }

    /// <summary>Whether the notice has had its whole time; the last day itself still belongs to it.</summary>
    public bool NoticeHasRun(DateOnly today) => !NeedsNotice || (NoticeUntil is { } until && today > until);

    /// <summary>县级审核, after the notice has run without an open objection, by someone who had no hand in it.</summary>
    /// <param name="done">Who did what for this roster before.</param>
    public RosterMove Review(IReadOnlyCollection<RosterDuty> done, DateOnly today, int openObjections, string by, DateTimeOffset at, string? remark)
    {
        if (State != (NeedsNotice ? RosterState.OnNotice : RosterState.Confirmed)) return new RosterRefusal.WrongState(State);
        if (!NoticeHasRun(today)) return new RosterRefusal.NoticeRuns(NoticeUntil!.Value);
        if (openObjections > 0) return new RosterRefusal.ObjectionsOpen(openObjections);
        if (Entries == 0) return new RosterRefusal.Empty();
        if (Own(done, by, RosterDeed.Confirmed) is { } deed) return new RosterRefusal.SamePerson(by, deed);
        return Take(RosterMoveKind.Review, RosterState.Reviewed, by, at, remark);
    }

    /// <summary>局领导审批, by as many people as the sum asks for, none of whom prepared or reviewed it.</summary>
    /// <param name="needed">Approvals that the sum needs, from 1.</param>
    public RosterMove Approve(IReadOnlyCollection<RosterDuty> done, DateOnly today, int openObjections, int needed, string by, DateTimeOffset at, string? remark)
    {
        if (State != RosterState.Reviewed) return new RosterRefusal.WrongState(State);
        if (!NoticeHasRun(today)) return new RosterRefusal.NoticeRuns(NoticeUntil!.Value);
        if (openObjections > 0) return new RosterRefusal.ObjectionsOpen(openObjections);
        if (Own(done, by, RosterDeed.Approved) is { } deed) return new RosterRefusal.SamePerson(by, deed);
        Approvals++;
        return Take(RosterMoveKind.Approve, Approvals >= needed ? RosterState.Approved : RosterState.Reviewed, by, at, remark);
    }

    /// <summary>退回: back by one step, with a reason. An approved roster stays as it is.</summary>
    public RosterMove SendBack(string by, DateTimeOffset at, string? reason)
    {
        if (State is RosterState.Draft or RosterState.Approved) return new RosterRefusal.WrongState(State);
        if (string.IsNullOrWhiteSpace(reason)) return new RosterRefusal.ReasonMissing();
        var back = State switch
        {
            RosterState.Confirmed => RosterState.Draft,
            RosterState.Reviewed when NeedsNotice => RosterState.OnNotice,
            RosterState.Reviewed => RosterState.Confirmed,
            _ => RosterState.Confirmed,
        };
        // What hangs again must hang its whole time again.
        if (State == RosterState.OnNotice) (NoticeFrom, NoticeUntil) = (null, null);
        // The draft was left alone while it was confirmed; what has changed since is seen when it is generated again.
        if (back == RosterState.Draft) Stale = true;
        Approvals = 0;
        return Take(RosterMoveKind.SendBack, back, by, at, reason.Trim());
    }

    /// <summary>Takes one entry out, to be looked at again, and leaves the others where they are.</summary>
    public RosterMove Withdraw(Money amount, bool flagged, string by, DateTimeOffset at, string? reason)
    {
        if (State is RosterState.Draft or RosterState.Approved) return new RosterRefusal.WrongState(State);
        if (Approvals > 0) return new RosterRefusal.ApprovalBegun(Approvals);
        if (string.IsNullOrWhiteSpace(reason)) return new RosterRefusal.ReasonMissing();
        (Entries, Fen, Flagged, Held) = (Entries - 1, checked(Fen - amount.Fen), Flagged - (flagged ? 1 : 0), Held + 1);
        return Take(RosterMoveKind.Withdraw, State, by, at, reason.Trim());
    }

    private static RosterDeed? Own(IReadOnlyCollection<RosterDuty> done, string by, RosterDeed upTo) =>
        done.Where(d => d.Person == by && d.Deed <= upTo).Select(d => (RosterDeed?)d.Deed).FirstOrDefault();

    private RosterStep Take(RosterMoveKind kind, RosterState to, string by, DateTimeOffset at, string? remark)
    {
        var step = new RosterStep
        {
            County = County,
            Roster = Id,
            School = School,
            Number = ++Steps,
            From = State,
            To = to,
            Kind = kind,
            By = by,
            At = at,
            Remark = string.IsNullOrWhiteSpace(remark) ? null : remark.Trim(),
        };
        State = to;
        Version++;
        return step;
    }
}
