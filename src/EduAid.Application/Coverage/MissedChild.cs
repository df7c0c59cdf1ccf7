using EduAid.Domain.Coverage;
using EduAid.Domain.Values;

namespace EduAid.Application.Coverage;

/// <summary>Why and how urgently someone should go and look.</summary>
public enum AgeBand
{
    /// <summary>6–14 on 1 September of the school year: compulsory education.</summary>
    Compulsory = 1,

    /// <summary>3–5.</summary>
    Preschool,

    /// <summary>15–18.</summary>
    Senior,

    /// <summary>Schools show the child only as 转出.</summary>
    Left,

    /// <summary>Recorded at a school outside the county.</summary>
    Outside,
}

/// <summary>A registered child on no accepted list of the semester.</summary>
public sealed record MissedChild(
    PersonId Person, string Name, string Household, string Head, string Township, string Village, int Age, AgeBand Band)
{
    /// <summary>What was found last; null while nobody has recorded anything.</summary>
    public OutcomeKind? Outcome { get; init; }

    /// <summary>The day of the outcome.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Nobody knows yet where the child is, or it is known to be out of school.</summary>
    public bool Open => Outcome?.Explains() != true;
}

/// <summary>The registered children of compulsory age of a township, each in one of four counts.</summary>
/// <param name="Paid">Whom the bank has paid for the semester.</param>
/// <param name="Explained">Not paid, with an outcome that accounts for them.</param>
/// <param name="Missed">Neither, and on no list (<see cref="AgeBand.Compulsory"/>); the rest is on a list and waits for its money.</param>
public sealed record TownshipCoverage(string Township, int Registered, int Paid, int Explained, int Missed)
{
    public int Unpaid => Registered - Paid - Explained - Missed;
}

/// <summary>The registered children of school age in a semester.</summary>
/// <param name="Missed">On no list, accounted for or not.</param>
/// <param name="Unpaid">Of compulsory age, shown by some list, neither paid nor accounted for.</param>
/// <param name="DroppedOut">Of compulsory age and last found out of school (失学辍学), whatever the lists say.</param>
/// <param name="Townships">Most missed first.</param>
public sealed record RegisteredChildren(
    IReadOnlyList<MissedChild> Missed, IReadOnlyList<MissedChild> Unpaid, IReadOnlyList<MissedChild> DroppedOut, IReadOnlyList<TownshipCoverage> Townships);
