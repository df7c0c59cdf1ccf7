using System.Globalization;
using EduAid.Application.Accounts;
using EduAid.Application.Storage;
using EduAid.Domain.Dropouts;
using EduAid.Domain.Loans;
using EduAid.Domain.Plans;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Settings;

/// <summary>The settings in force on a day. What nobody has set has the value shipped here.</summary>
public sealed class SettingBook
{
    public const string NoticeDaysName = "notice.working-days";
    public const string ApprovalBandsName = "approval.bands";
    public const string ReturnDaysName = "batch.return-days";
    public const string ExclusiveRolesName = "roles.exclusive";
    public const string CardPupilsName = "card.most-pupils";
    public const string PlanPointsName = "plan.behind-points";
    public const string PlanSoonDaysName = "plan.soon-days";
    public const string FindingDaysName = "finding.due-days";
    public const string NoticeTelephoneName = "notice.telephone";
    public const string DropoutVisitName = "dropout.visit-days";
    public const string DropoutNoticeName = "dropout.notice-days";
    public const string DropoutHandOverName = "dropout.hand-over-days";
    public const string DropoutAuthorityName = "dropout.authority-days";
    public const string LoanUndergraduateName = "loan.most-undergraduate";
    public const string LoanGraduateName = "loan.most-graduate";
    public const string LoanYearsName = "loan.study-years";

    private const int LongestTelephone = 60;

    // domain.md section 3: at least 5 working days. The others are our decisions (docs/decisions/0006).
    private static readonly Dictionary<string, string> Shipped = new(StringComparer.Ordinal)
    {
        [NoticeDaysName] = "5",
        [ApprovalBandsName] = "100000:1 *:2",
        [ReturnDaysName] = "5",
        // One: whoever pays two children to one card has somebody look at it.
        [CardPupilsName] = "1",
        [FindingDaysName] = "10",
        [PlanPointsName] = "10",
        [PlanSoonDaysName] = "14",
        // The plan asks that no child be out of school and names no days: these are ours (docs/decisions/0025).
        [DropoutVisitName] = "3",
        [DropoutNoticeName] = "14",
        [DropoutHandOverName] = "14",
        [DropoutAuthorityName] = "30",
        // No limit is guessed: until one is set with its document nothing is checked (docs/decisions/0026).
        [LoanUndergraduateName] = "",
        [LoanGraduateName] = "",
        [LoanYearsName] = "4",
        // Nobody's number is invented: until one is set the notice leaves room for it.
        [NoticeTelephoneName] = "",
        [ExclusiveRolesName] = "AidOfficer+AidDirector AidOfficer+Finance AidOfficer+BureauLeader AidDirector+Finance AidDirector+BureauLeader Finance+BureauLeader Auditor+AidOfficer Auditor+AidDirector Auditor+Finance Auditor+BureauLeader",
    };

    private readonly Dictionary<string, string> _values;

    private SettingBook(Dictionary<string, string> values) => _values = values;

    /// <summary>Every setting that there is.</summary>
    public static IReadOnlyCollection<string> Names => Shipped.Keys;

    public static async Task<SettingBook> LoadAsync(EduAidDbContext db, DateOnly day, CancellationToken stop)
    {
        var values = new Dictionary<string, string>(Shipped, StringComparer.Ordinal);
        foreach (var setting in await db.Settings.Where(s => s.From <= day).OrderBy(s => s.From).ThenBy(s => s.Revision).ToListAsync(stop))
            values[setting.Name] = setting.Value;
        return new(values);
    }

    public string this[string name] => _values[name];

    /// <summary>Working days, 5 or more.</summary>
    public int NoticeWorkingDays => int.Parse(this[NoticeDaysName], CultureInfo.InvariantCulture);

    /// <summary>Working days after which a batch without a return is pointed out.</summary>
    public int ReturnDays => int.Parse(this[ReturnDaysName], CultureInfo.InvariantCulture);

    /// <summary>A card of more pupils than this is looked at by a second person before it is paid.</summary>
    public int MostPupilsOfACard => int.Parse(this[CardPupilsName], CultureInfo.InvariantCulture);

    /// <summary>Days after which a finding that nobody has decided is overdue.</summary>
    public int FindingDays => int.Parse(this[FindingDaysName], CultureInfo.InvariantCulture);

    /// <summary>When tasks of the plan turn amber and red.</summary>
    public PaceRule PlanPace => new(
        int.Parse(this[PlanPointsName], CultureInfo.InvariantCulture), int.Parse(this[PlanSoonDaysName], CultureInfo.InvariantCulture));

    /// <summary>By when each step of a case of dropout control is due.</summary>
    public DropoutDays Dropout => new(Whole(DropoutVisitName), Whole(DropoutNoticeName), Whole(DropoutHandOverName), Whole(DropoutAuthorityName));

    /// <summary>What may be lent for an academic year, by the day of the application.</summary>
    public DatedAmounts LoanMost(LoanLevel level) => DatedAmounts.Parse(this[level == LoanLevel.Graduate ? LoanGraduateName : LoanUndergraduateName])!;

    /// <summary>For how many academic years an admission makes a university student.</summary>
    public int LoanStudyYears => Whole(LoanYearsName);

    /// <summary>Where objections to a notice are taken, as printed on it; empty where nobody has set it.</summary>
    public string NoticeTelephone => this[NoticeTelephoneName];

    public IReadOnlyList<ApprovalBand> ApprovalBands => Bands(this[ApprovalBandsName])!;

    /// <summary>Pairs of roles that no one holds both of.</summary>
    public IReadOnlyList<(Role One, Role Other)> ExclusiveRoles => Pairs(this[ExclusiveRolesName])!;

    /// <summary>What is wrong with a value, as a code, or null.</summary>
    public static string? Problem(string name, string value) => name switch
    {
        // The plan's five working days can be lengthened, not shortened.
        NoticeDaysName => int.TryParse(value, CultureInfo.InvariantCulture, out var days) && days is >= 5 and <= 60 ? null : "notice-days",
        ReturnDaysName => int.TryParse(value, CultureInfo.InvariantCulture, out var wait) && wait is >= 1 and <= 60 ? null : "return-days",
        CardPupilsName => int.TryParse(value, CultureInfo.InvariantCulture, out var pupils) && pupils is >= 1 and <= 10 ? null : "card-pupils",
        FindingDaysName => int.TryParse(value, CultureInfo.InvariantCulture, out var due) && due is >= 1 and <= 90 ? null : "finding-days",
        PlanPointsName => int.TryParse(value, CultureInfo.InvariantCulture, out var points) && points is >= 1 and <= 50 ? null : "plan-points",
        PlanSoonDaysName => int.TryParse(value, CultureInfo.InvariantCulture, out var soon) && soon is >= 0 and <= 90 ? null : "plan-soon-days",
        DropoutVisitName or DropoutNoticeName or DropoutHandOverName or DropoutAuthorityName =>
            int.TryParse(value, CultureInfo.InvariantCulture, out var step) && step is >= 1 and <= 180 ? null : "dropout-days",
        LoanUndergraduateName or LoanGraduateName => DatedAmounts.Parse(value) is null ? "dated-amounts" : null,
        LoanYearsName => int.TryParse(value, CultureInfo.InvariantCulture, out var years) && years is >= 1 and <= 8 ? null : "study-years",
        ApprovalBandsName => Bands(value) is null ? "approval-bands" : null,
        NoticeTelephoneName => value.Length <= LongestTelephone && value.All(c => char.IsAsciiDigit(c) || "-+() 、转".Contains(c, StringComparison.Ordinal)) ? null : "telephone",
        ExclusiveRolesName => Pairs(value) is null ? "exclusive-roles" : null,
        _ => "unknown",
    };

    private int Whole(string name) => int.Parse(this[name], CultureInfo.InvariantCulture);

    // 100000:1 *:2 — up to 100 000 yuan one approval, above it two. Ascending, the last without an end.
    private static List<ApprovalBand>? Bands(string value)
    {
        var bands = new List<ApprovalBand>();
        foreach (var part in value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split(':') is not [var upTo, var count] || !int.TryParse(count, CultureInfo.InvariantCulture, out var approvals) || approvals is < 1 or > 5) return null;
            var end = upTo == "*" ? null : Money.Parse(upTo);
            if (upTo != "*" && (end is not { Fen: > 0 } || bands.Any(b => b.UpTo is null || b.UpTo >= end))) return null;
            bands.Add(new(end, approvals));
        }
        return bands.Count > 0 && bands.FindIndex(b => b.UpTo is null) == bands.Count - 1 ? bands : null;
    }

    private static List<(Role, Role)>? Pairs(string value)
    {
        var pairs = new List<(Role, Role)>();
        foreach (var part in value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('+') is not [var one, var other] || !Named(one, out var first) || !Named(other, out var second) || first == second) return null;
            pairs.Add((first, second));
        }
        return pairs;

        static bool Named(string text, out Role role) => Enum.TryParse(text, out role) && role.ToString() == text;
    }
}
