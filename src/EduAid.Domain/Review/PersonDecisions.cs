using EduAid.Domain.Enrolments;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;

namespace EduAid.Domain.Review;

/// <summary>One answer to a cell that a school left blank.</summary>
/// <param name="SchoolCode">The school whose row it completes.</param>
/// <param name="Value">As <see cref="DecisionAnswers"/> writes it.</param>
public sealed record GivenAnswer(string SchoolCode, DecisionKind Kind, string Value);

/// <summary>What people have decided about one person, as the rules of one semester read it.</summary>
public sealed record PersonDecisions
{
    public static PersonDecisions None { get; } = new();

    /// <summary>Code of the school that holds the child; null where nobody has decided.</summary>
    public string? HeldBy { get; init; }

    /// <summary>The registered person and the one on the school's list are one by a decision of the matching desk, whatever their names and IDs.</summary>
    public bool Matched { get; init; }

    /// <summary>Pairs of names (<see cref="NamesOf"/>) that mean the same child.</summary>
    public IReadOnlySet<string> SameNames { get; init; } = new HashSet<string>();

    /// <summary>Pairs of names that mean two children.</summary>
    public IReadOnlySet<string> OtherNames { get; init; } = new HashSet<string>();

    public IReadOnlyList<GivenAnswer> Answers { get; init; } = [];

    /// <summary>Findings (<see cref="FindingOf"/>) that are closed as they are.</summary>
    public IReadOnlySet<string> Accepted { get; init; } = new HashSet<string>();

    /// <summary>The pair of names that a decision is about: what the school's list says and what the registered list says, both folded.</summary>
    public static string NamesOf(string? listed, string? registered) => $"{PersonName.FoldName(listed)}|{PersonName.FoldName(registered)}";

    /// <summary>A finding with what it says: when that changes, what was accepted is asked again.</summary>
    public static string FindingOf(string code, string detail) => $"{code}|{detail}";

    public bool AreSame(string? listed, string? registered) => Matched || SameNames.Contains(NamesOf(listed, registered));

    public bool AreOther(string? listed, string? registered) => !Matched && OtherNames.Contains(NamesOf(listed, registered));

    public bool Accepts(string code, string detail) => Accepted.Contains(FindingOf(code, detail));

    /// <summary>The row with its blank cells as they were answered. What the school has stated since stands before any answer.</summary>
    public EnrolmentFacts Complete(EnrolmentFacts row)
    {
        foreach (var answer in Answers.Where(a => a.SchoolCode == row.SchoolCode))
        {
            row = answer.Kind switch
            {
                DecisionKind.Boarding when row.Boarding is null => row with { Boarding = DecisionAnswers.YesOrNo(answer.Value) },
                DecisionKind.FullTime when row.FullTime is null => row with { FullTime = DecisionAnswers.YesOrNo(answer.Value) },
                DecisionKind.Household when row.HouseholdType is null => row with { HouseholdType = DecisionAnswers.Household(answer.Value) },
                _ => row,
            };
        }
        return row;
    }

    /// <summary>The admission with the province that was answered, where its own is none.</summary>
    public AdmissionFacts Complete(string schoolCode, AdmissionFacts admission) =>
        Provinces.Find(admission.Province) is null && Answers.LastOrDefault(a => a.SchoolCode == schoolCode && a.Kind == DecisionKind.Province) is { } answer
            ? admission with { Province = answer.Value } : admission;
}
