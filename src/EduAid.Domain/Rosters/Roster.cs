using EduAid.Domain.Values;

namespace EduAid.Domain.Rosters;

/// <summary>How far a roster is. Its own life ends with approval; from there each entry has one.</summary>
public enum RosterState
{
    Draft = 1,
    Confirmed,
    OnNotice,
    Reviewed,
    Approved,
}

/// <summary>发放花名册: who gets what from one programme at one school in one semester.</summary>
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

    public RosterState State { get; private set; }

    /// <summary>When its entries were last computed.</summary>
    public DateTimeOffset GeneratedAt { get; private set; }

    /// <summary>Set when what it was drafted from has changed since: a list, the registered list, a parameter.</summary>
    public bool Stale { get; private set; }

    /// <summary>Rows on it, flagged ones included.</summary>
    public int Entries { get; private set; }

    public long Fen { get; private set; }

    public int Flagged { get; private set; }

    /// <summary>Children whose amount is held; they stand on no roster yet.</summary>
    public int Held { get; private set; }

    /// <summary>Concurrency token.</summary>
    public long Version { get; private set; }

    public static Roster Draft(string county, RosterId id, Semester semester, string programme, SchoolId school) => new()
    {
        County = county,
        Id = id,
        Semester = semester,
        Programme = programme,
        School = school,
        State = RosterState.Draft,
    };

    /// <summary>Only drafts are rewritten; from confirmation on a difference is shown, not applied.</summary>
    public bool MayBeRewritten => State == RosterState.Draft;

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
}
