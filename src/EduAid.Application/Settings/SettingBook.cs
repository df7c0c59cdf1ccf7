using System.Globalization;
using EduAid.Application.Accounts;
using EduAid.Application.Storage;
using EduAid.Domain.Canteens;
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
    public const string CheckLateDaysName = "check.late-days";
    public const string CheckCardDaysName = "check.card-days";
    public const string CheckBoardersPercentName = "check.boarders-percent";
    public const string CheckBoardersName = "check.boarders";
    public const string HomeVisitsName = "home-teaching.visits-a-month";
    public const string HomeChildrenName = "home-teaching.children";
    public const string PairingPrefix = "pairing.";
    public const string PairingPoorName = PairingPrefix + "months-poor";
    public const string PairingExitedName = PairingPrefix + "months-exited";
    public const string DropoutVisitName = "dropout.visit-days";
    public const string DropoutNoticeName = "dropout.notice-days";
    public const string DropoutHandOverName = "dropout.hand-over-days";
    public const string DropoutAuthorityName = "dropout.authority-days";
    public const string LoanUndergraduateName = "loan.most-undergraduate";
    public const string LoanGraduateName = "loan.most-graduate";
    public const string LoanYearsName = "loan.study-years";
    public const string CanteenPrefix = "canteen.";
    public const string CanteenDueName = CanteenPrefix + "due-day";
    public const string CanteenToleranceName = CanteenPrefix + "tolerance-percent";
    public const string CanteenIdleName = CanteenPrefix + "idle-months";
    public const string MealStandardName = CanteenPrefix + "meal-standard";
    public const string NoticeTelephoneName = "notice.telephone";
    public const string WrongAttemptsName = "security.wrong-attempts";
    public const string LockMinutesName = "security.lock-minutes";
    public const string IdleMinutesName = "security.idle-minutes";
    public const string PasswordLengthName = "security.password-length";

    private const int LongestTelephone = 60;

    // Whole numbers: what ships, and the least and the most that may be set.
    private static readonly Dictionary<string, (int Shipped, int Least, int Most)> Numbers = new(StringComparer.Ordinal)
    {
        // domain.md section 3: at least 5 working days. They can be lengthened, not shortened.
        [NoticeDaysName] = (5, 5, 60),
        [ReturnDaysName] = (5, 1, 60),
        // One: whoever pays two children to one card has somebody look at it.
        [CardPupilsName] = (1, 1, 10),
        [FindingDaysName] = (10, 1, 90),
        // domain.md section 4 names what is looked for and no numbers: these are ours (docs/decisions/0029).
        [CheckLateDaysName] = (30, 0, 365),
        [CheckCardDaysName] = (10, 1, 90),
        [CheckBoardersPercentName] = (20, 5, 200),
        [CheckBoardersName] = (10, 1, 500),
        [PlanPointsName] = (10, 1, 50),
        [PlanSoonDaysName] = (14, 0, 90),
        // 二(三)3 of the plan of 2020: not fewer than 4 a month, 121 children; a plan that states them goes before the second.
        [HomeVisitsName] = (4, 1, 20),
        [HomeChildrenName] = (121, 0, 100_000),
        // 二(三)4 of the plan of 2020: every month, and every two months once a household is out of poverty; another year's plan may say otherwise.
        [PairingPoorName] = (1, 1, 6),
        [PairingExitedName] = (2, 1, 6),
        // The plan asks that no child be out of school and names no days: these are ours (docs/decisions/0025).
        [DropoutVisitName] = (3, 1, 180),
        [DropoutNoticeName] = (14, 1, 180),
        [DropoutHandOverName] = (14, 1, 180),
        [DropoutAuthorityName] = (30, 1, 180),
        [LoanYearsName] = (4, 1, 8),
        // The plan names no days and no bounds: these are ours (docs/decisions/0027).
        [CanteenDueName] = (10, 1, 28),
        [CanteenToleranceName] = (10, 0, 50),
        [CanteenIdleName] = (2, 1, 12),
        // What ships is the loosest: a setting can tighten the security policy and never loosen it.
        [WrongAttemptsName] = (5, 3, 5),
        [LockMinutesName] = (15, 15, 1440),
        [IdleMinutesName] = (30, 5, 30),
        [PasswordLengthName] = (10, 10, 32),
    };

    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        [ApprovalBandsName] = "100000:1 *:2",
        // No limit is guessed: until one is set with its document nothing is checked (docs/decisions/0026).
        [LoanUndergraduateName] = "",
        [LoanGraduateName] = "",
        // For a pupil and school day: 3 yuan from autumn 2011 (国办发〔2011〕54号), 4 yuan from November 2014, 5 yuan from autumn 2021 (《关于深入实施农村义务教育学生营养改善计划的通知》).
        [MealStandardName] = "2011-09-01:3 2014-11-01:4 2021-09-01:5",
        // Nobody's number is invented: until one is set the notice leaves room for it.
        [NoticeTelephoneName] = "",
        [ExclusiveRolesName] = "AidOfficer+AidDirector AidOfficer+Finance AidOfficer+BureauLeader AidDirector+Finance AidDirector+BureauLeader Finance+BureauLeader Auditor+AidOfficer Auditor+AidDirector Auditor+Finance Auditor+BureauLeader",
    };

    private readonly Dictionary<string, string> _values;

    private SettingBook(Dictionary<string, string> values) => _values = values;

    /// <summary>Every setting that there is.</summary>
    public static IReadOnlyCollection<string> Names { get; } = [.. Numbers.Keys, .. Texts.Keys];

    /// <summary>Set by the security administrator, and in force by the real day: a trial's moved clock opens no door.</summary>
    public static bool IsSecurity(string name) => name == ExclusiveRolesName || name.StartsWith("security.", StringComparison.Ordinal);

    public static Task<SettingBook> LoadAsync(EduAidDbContext db, DateOnly day, CancellationToken stop) => ReadAsync(db.Settings.Where(s => s.From <= day), stop);

    internal static async Task<SettingBook> ReadAsync(IQueryable<Setting> inForce, CancellationToken stop) =>
        Of(await inForce.OrderBy(s => s.From).ThenBy(s => s.Revision).ToListAsync(stop));

    /// <param name="inForce">By day and revision.</param>
    internal static SettingBook Of(IEnumerable<Setting> inForce)
    {
        var values = new Dictionary<string, string>(Texts, StringComparer.Ordinal);
        foreach (var (name, number) in Numbers) values[name] = number.Shipped.ToString(CultureInfo.InvariantCulture);
        foreach (var setting in inForce) values[setting.Name] = setting.Value;
        return new(values);
    }

    /// <summary>The values of one setting that have been set, the one in force first; to be joined to another question.</summary>
    /// <param name="inForce">Settings that begin on the day or before it.</param>
    public static IQueryable<string> ValuesOf(IQueryable<Setting> inForce, string setting) =>
        inForce.Where(s => s.Name == setting).OrderByDescending(s => s.From).ThenByDescending(s => s.Revision).Select(s => s.Value);

    public string this[string name] => _values[name];

    /// <summary>Working days, 5 or more.</summary>
    public int NoticeWorkingDays => Number(NoticeDaysName);

    /// <summary>Working days after which a batch without a return is pointed out.</summary>
    public int ReturnDays => Number(ReturnDaysName);

    /// <summary>A card of more pupils than this is looked at by a second person before it is paid.</summary>
    public int MostPupilsOfACard => Number(CardPupilsName);

    /// <summary>Days after which a finding that nobody has decided is overdue.</summary>
    public int FindingDays => Number(FindingDaysName);

    /// <summary>Days after a semester's last in which its money is not late yet.</summary>
    public int CheckLateDays => Number(CheckLateDaysName);

    /// <summary>A card that was changed at most so many days before it was paid is pointed out.</summary>
    public int CheckCardDays => Number(CheckCardDaysName);

    /// <summary>Boarders that have grown by so many percent, and by so many children (<see cref="CheckBoarders"/>), are pointed out.</summary>
    public int CheckBoardersPercent => Number(CheckBoardersPercentName);

    /// <summary>Children.</summary>
    public int CheckBoarders => Number(CheckBoardersName);

    /// <summary>When tasks of the plan turn amber and red.</summary>
    public PaceRule PlanPace => new(Number(PlanPointsName), Number(PlanSoonDaysName));

    /// <summary>Visits that a home-taught child is owed in a whole month.</summary>
    public int HomeVisitsAMonth => HomeVisitsOf(this[HomeVisitsName]);

    /// <summary>What a value of the setting says; null is the shipped one.</summary>
    public static int HomeVisitsOf(string? value) => value is null ? Numbers[HomeVisitsName].Shipped : int.Parse(value, CultureInfo.InvariantCulture);

    /// <summary>Children taught at home whom the county counts on; a target to compare with, no limit.</summary>
    public int HomeTaughtChildren => Number(HomeChildrenName);

    /// <summary>By when each step of a case of dropout control is due.</summary>
    public DropoutDays Dropout => new(Number(DropoutVisitName), Number(DropoutNoticeName), Number(DropoutHandOverName), Number(DropoutAuthorityName));

    /// <summary>What may be lent for an academic year, by the day of the application.</summary>
    public DatedAmounts LoanMost(LoanLevel level) => DatedAmounts.Parse(this[level == LoanLevel.Graduate ? LoanGraduateName : LoanUndergraduateName])!;

    /// <summary>Months from one visit of a paired household to the next, 1 or more.</summary>
    public int PairingMonths(bool exited) => Number(exited ? PairingExitedName : PairingPoorName);

    /// <summary>For how many academic years an admission makes a university student.</summary>
    public int LoanStudyYears => Number(LoanYearsName);

    /// <summary>What a month of meal money is held against, without the standard, which has days of its own (<see cref="MealStandard"/>).</summary>
    public CanteenRule Canteen => new(Number(CanteenDueName), null, Number(CanteenToleranceName), Number(CanteenIdleName));

    /// <summary>营养膳食补助标准: yuan for a pupil and school day, in time.</summary>
    public DatedAmounts MealStandard => DatedAmounts.Parse(this[MealStandardName])!;

    /// <summary>How signing in is guarded.</summary>
    public SecurityPolicy Security => new(Number(WrongAttemptsName), Number(LockMinutesName), Number(IdleMinutesName), Number(PasswordLengthName));

    /// <summary>Where objections to a notice are taken, as printed on it; empty where nobody has set it.</summary>
    public string NoticeTelephone => this[NoticeTelephoneName];

    public IReadOnlyList<ApprovalBand> ApprovalBands => Bands(this[ApprovalBandsName])!;

    /// <summary>Pairs of roles that no one holds both of.</summary>
    public IReadOnlyList<(Role One, Role Other)> ExclusiveRoles => Pairs(this[ExclusiveRolesName])!;

    /// <summary>Whether a setting can have a value.</summary>
    public static bool Allows(string name, string value) => name switch
    {
        ApprovalBandsName => Bands(value) is not null,
        NoticeTelephoneName => value.Length <= LongestTelephone && value.All(c => char.IsAsciiDigit(c) || "-+() 、转".Contains(c, StringComparison.Ordinal)),
        LoanUndergraduateName or LoanGraduateName => DatedAmounts.Parse(value) is not null,
        // A meal of more than a hundred yuan is a slip of the pen.
        MealStandardName => DatedAmounts.Parse(value) is { Steps.Count: > 0 } standard && standard.Steps.All(s => s.Amount <= Money.FromYuan(100)),
        ExclusiveRolesName => Pairs(value) is not null,
        _ => Numbers.TryGetValue(name, out var number) && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var set)
            && set >= number.Least && set <= number.Most,
    };

    private int Number(string name) => int.Parse(this[name], CultureInfo.InvariantCulture);

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
