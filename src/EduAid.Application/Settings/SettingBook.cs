using System.Globalization;
using EduAid.Application.Accounts;
using EduAid.Application.Storage;
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
    public const string HomeVisitsName = "home-teaching.visits-a-month";
    public const string HomeChildrenName = "home-teaching.children";
    public const string NoticeTelephoneName = "notice.telephone";
    public const string WrongAttemptsName = "security.wrong-attempts";
    public const string LockMinutesName = "security.lock-minutes";
    public const string IdleMinutesName = "security.idle-minutes";
    public const string PasswordLengthName = "security.password-length";

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
        // 二(三)3 of the plan of 2020: not fewer than 4 a month, 121 children; a plan that states them goes before the second.
        [HomeVisitsName] = "4",
        [HomeChildrenName] = "121",
        // Nobody's number is invented: until one is set the notice leaves room for it.
        [NoticeTelephoneName] = "",
        [WrongAttemptsName] = "5",
        [LockMinutesName] = "15",
        [IdleMinutesName] = "30",
        [PasswordLengthName] = "10",
        [ExclusiveRolesName] = "AidOfficer+AidDirector AidOfficer+Finance AidOfficer+BureauLeader AidDirector+Finance AidDirector+BureauLeader Finance+BureauLeader Auditor+AidOfficer Auditor+AidDirector Auditor+Finance Auditor+BureauLeader",
    };

    private readonly Dictionary<string, string> _values;

    private SettingBook(Dictionary<string, string> values) => _values = values;

    /// <summary>Set by the security administrator, and in force by the real day: a trial's moved clock opens no door.</summary>
    public static bool IsSecurity(string name) => name == ExclusiveRolesName || name.StartsWith("security.", StringComparison.Ordinal);

    /// <summary>Every setting that there is.</summary>
    public static IReadOnlyCollection<string> Names => Shipped.Keys;

    public static Task<SettingBook> LoadAsync(EduAidDbContext db, DateOnly day, CancellationToken stop) => ReadAsync(db.Settings.Where(s => s.From <= day), stop);

    internal static async Task<SettingBook> ReadAsync(IQueryable<Setting> inForce, CancellationToken stop)
    {
        var values = new Dictionary<string, string>(Shipped, StringComparer.Ordinal);
        foreach (var setting in await inForce.OrderBy(s => s.From).ThenBy(s => s.Revision).ToListAsync(stop)) values[setting.Name] = setting.Value;
        return new(values);
    }

    public string this[string name] => _values[name];

    /// <summary>Working days, 5 or more.</summary>
    public int NoticeWorkingDays => Number(NoticeDaysName);

    /// <summary>Working days after which a batch without a return is pointed out.</summary>
    public int ReturnDays => Number(ReturnDaysName);

    /// <summary>A card of more pupils than this is looked at by a second person before it is paid.</summary>
    public int MostPupilsOfACard => Number(CardPupilsName);

    /// <summary>Days after which a finding that nobody has decided is overdue.</summary>
    public int FindingDays => Number(FindingDaysName);

    /// <summary>When tasks of the plan turn amber and red.</summary>
    public PaceRule PlanPace => new(Number(PlanPointsName), Number(PlanSoonDaysName));

    /// <summary>Visits that a home-taught child is owed in a whole month.</summary>
    public int HomeVisitsAMonth => Number(HomeVisitsName);

    /// <summary>Children taught at home whom the county counts on; a target to compare with, no limit.</summary>
    public int HomeTaughtChildren => Number(HomeChildrenName);

    /// <summary>Where objections to a notice are taken, as printed on it; empty where nobody has set it.</summary>
    public string NoticeTelephone => this[NoticeTelephoneName];

    /// <summary>How signing in is guarded.</summary>
    public SecurityPolicy Security => new(Number(WrongAttemptsName), Number(LockMinutesName), Number(IdleMinutesName), Number(PasswordLengthName));

    public IReadOnlyList<ApprovalBand> ApprovalBands => Bands(this[ApprovalBandsName])!;

    /// <summary>Pairs of roles that no one holds both of.</summary>
    public IReadOnlyList<(Role One, Role Other)> ExclusiveRoles => Pairs(this[ExclusiveRolesName])!;

    /// <summary>What is wrong with a value, as a code, or null.</summary>
    public static string? Problem(string name, string value) => name switch
    {
        // The plan's five working days can be lengthened, not shortened.
        NoticeDaysName => Between(value, 5, 60) ? null : "notice-days",
        ReturnDaysName => Between(value, 1, 60) ? null : "return-days",
        CardPupilsName => Between(value, 1, 10) ? null : "card-pupils",
        FindingDaysName => Between(value, 1, 90) ? null : "finding-days",
        PlanPointsName => Between(value, 1, 50) ? null : "plan-points",
        PlanSoonDaysName => Between(value, 0, 90) ? null : "plan-soon-days",
        HomeVisitsName => Between(value, 1, 20) ? null : "home-visits",
        HomeChildrenName => Between(value, 0, 100_000) ? null : "home-children",
        ApprovalBandsName => Bands(value) is null ? "approval-bands" : null,
        NoticeTelephoneName => value.Length <= LongestTelephone && value.All(c => char.IsAsciiDigit(c) || "-+() 、转".Contains(c, StringComparison.Ordinal)) ? null : "telephone",
        // quality.md: at most what ships, so that a setting can tighten the policy and never loosen it.
        WrongAttemptsName => Between(value, 3, 5) ? null : "wrong-attempts",
        LockMinutesName => Between(value, 15, 1440) ? null : "lock-minutes",
        IdleMinutesName => Between(value, 5, 30) ? null : "idle-minutes",
        PasswordLengthName => Between(value, 10, 32) ? null : "password-length",
        ExclusiveRolesName => Pairs(value) is null ? "exclusive-roles" : null,
        _ => "unknown",
    };

    private int Number(string name) => int.Parse(this[name], CultureInfo.InvariantCulture);

    private static bool Between(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most;

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
