using EduAid.Domain.Enrolments;
using EduAid.Domain.Findings;
using EduAid.Domain.Programmes;

namespace EduAid.Domain.Review;

/// <summary>Who can know the answer to a finding.</summary>
public enum Assignee
{
    School = 1,
    County,
}

/// <summary>Which decisions answer which finding, and how an answer is written.</summary>
public static class DecisionAnswers
{
    public const string Yes = "yes", No = "no";

    private static readonly Dictionary<string, DecisionKind[]> Kinds = new(StringComparer.Ordinal)
    {
        [FindingCodes.EnrolmentConflict] = [DecisionKind.HeldBy],
        [FindingCodes.NameMismatch] = [DecisionKind.SamePerson, DecisionKind.OtherPerson],
        [FindingCodes.BoardingUnknown] = [DecisionKind.Boarding],
        [FindingCodes.FullTimeUnknown] = [DecisionKind.FullTime],
        [FindingCodes.HouseholdUnknown] = [DecisionKind.Household],
        [FindingCodes.ProvinceUnknown] = [DecisionKind.Province],
        [FindingCodes.AlreadyPaid] = [DecisionKind.Accepted],
        [FindingCodes.EntryWithdrawn] = [DecisionKind.Accepted],
        [FindingCodes.RegistrationEnded] = [DecisionKind.Accepted],
        [FindingCodes.ParameterCapped] = [DecisionKind.Accepted],
        [FindingCodes.TransferUndated] = [DecisionKind.Accepted],
        [FindingCodes.KindergartenOutside] = [DecisionKind.Accepted],
    };

    // What stands in the school's own papers the school can say; the rest compares schools, lists and registers.
    private static readonly HashSet<string> Schools =
    [
        FindingCodes.BoardingUnknown, FindingCodes.FullTimeUnknown, FindingCodes.HouseholdUnknown, FindingCodes.ProvinceUnknown,
        FindingCodes.CardMissing, FindingCodes.CardInvalid, FindingCodes.TransferUndated,
    ];

    /// <summary>Codes that the schools answer; all others are the county's.</summary>
    public static IReadOnlyCollection<string> SchoolCodes => Schools;

    /// <summary>The decisions that answer a finding; none where it is mended at its source (a card, a fee, an account).</summary>
    public static IReadOnlyList<DecisionKind> Of(string code) => Kinds.TryGetValue(code, out var kinds) ? kinds : [];

    public static Assignee AssigneeOf(string code) => Schools.Contains(code) ? Assignee.School : Assignee.County;

    /// <summary>Whether an answer holds in later semesters too: a name is still the same one, a school may be another.</summary>
    public static bool Lasts(DecisionKind kind) => kind is DecisionKind.SamePerson or DecisionKind.OtherPerson;

    /// <summary>Whether a value answers the question.</summary>
    public static bool IsAnswer(DecisionKind kind, string? value) => kind switch
    {
        DecisionKind.Boarding or DecisionKind.FullTime => value is Yes or No,
        DecisionKind.Household => Household(value) is not null,
        DecisionKind.Province => Provinces.Find(value) is not null,
        _ => true,
    };

    internal static bool? YesOrNo(string value) => value switch { Yes => true, No => false, _ => null };

    internal static HouseholdType? Household(string? value) => Enum.TryParse<HouseholdType>(value, out var type) && Enum.IsDefined(type) && type.ToString() == value ? type : null;
}
