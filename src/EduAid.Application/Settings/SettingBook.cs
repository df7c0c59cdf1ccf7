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

    /// <summary>Visits that a home-taught child is owed in a whole month.</summary>
    public int HomeVisitsAMonth => HomeVisitsOf(this[HomeVisitsName]);

    /// <summary>What a value of the setting says; null is the shipped one.</summary>
    public static int HomeVisitsOf(string? value) => int.Parse(value ?? Shipped[HomeVisitsName], CultureInfo.InvariantCulture);

    /// <summary>Children taught at home whom the county counts on; a target to compare with, no limit.</summary>
    public int HomeTaughtChildren => int.Parse(this[HomeChildrenName], CultureInfo.InvariantCulture);

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
        HomeVisitsName => int.TryParse(value, CultureInfo.InvariantCulture, out var visits) && visits is >= 1 and <= 20 ? null : "home-visits",
        HomeChildrenName => int.TryParse(value, CultureInfo.InvariantCulture, out var children) && children is >= 0 and <= 100_000 ? null : "home-children",
        ApprovalBandsName => Bands(value) is null ? "approval-bands" : null,
        NoticeTelephoneName => value.Length <= LongestTelephone && value.All(c => char.IsAsciiDigit(c) || "-+() 、转".Contains(c, StringComparison.Ordinal)) ? null : "telephone",
        ExclusiveRolesName => Pairs(value) is null ? "exclusive-roles" : null,
        _ => "unknown",
    };

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
