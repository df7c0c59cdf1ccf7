using EduAid.Application.Checks.Kinds;
using EduAid.Domain.Values;

namespace EduAid.Application.Checks;

/// <summary>Something that a check points out.</summary>
/// <param name="Subject">What it is about, such as <c>entry:…</c>; within a semester and a check it comes once.</param>
/// <param name="Name">Of the child, the school or the programme's code, to show.</param>
/// <param name="Detail">What was found, in parts separated by <c>|</c>, for the sentence <c>Check.{code}.Found</c>; names no ID and no account.</param>
public sealed record Caught(string Subject, string Name, string Detail)
{
    public PersonId? Person { get; init; }

    public SchoolId? School { get; init; }

    public RosterId? Roster { get; init; }

    /// <summary>Whole fen that stand in question; null where it is about no sum.</summary>
    public long? Fen { get; init; }

    /// <summary>As days stand in a detail.</summary>
    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    internal static Caught Of(CheckedEntry entry, params IEnumerable<string> detail) => new($"entry:{entry.Id}", entry.Name, string.Join('|', detail))
    {
        Person = entry.Person,
        School = entry.School,
        Roster = entry.Roster,
        Fen = entry.Fen,
    };
}

/// <summary>One detection of domain.md section 4. It reads and points out; it changes nothing and holds no money.</summary>
internal abstract class AuditCheck
{
    /// <summary>One of <see cref="Domain.Checks.CheckCodes"/>.</summary>
    public abstract string Code { get; }

    public abstract Task<IReadOnlyList<Caught>> FindAsync(CheckedSemester semester, CancellationToken stop);

    /// <summary>All of them, in the order of their codes' list.</summary>
    public static IReadOnlyList<AuditCheck> All { get; } =
    [
        new PaidTwice(), new PaidAfterLeaving(), new RegisteredNotPaid(), new PaidNotRegistered(), new WrongStandard(), new CardShared(), new CardOfStaff(),
        new HolderUnrelated(), new PaidLate(), new SumsDiffer(), new OnlyWhenPaid(), new BoardersJump(), new WaiverAboveTuition(), new NoticeShort(),
        new SameHands(), new KindergartenOutside(), new TuitionCharged(), new CardChangedLate(),
    ];
}
