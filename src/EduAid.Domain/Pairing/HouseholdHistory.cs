using EduAid.Domain.Values;

namespace EduAid.Domain.Pairing;

/// <summary>What one registered list says of a household, and for which semesters it is the list that holds.</summary>
/// <param name="Until">Number of the first semester for which it no longer holds; <see cref="int.MaxValue"/> while open.</param>
/// <param name="Category">In the registered list's standard wording, such as 未脱贫.</param>
/// <param name="ExitedYear">脱贫年度, where stated.</param>
public readonly record struct HouseholdStatus(Semester From, int Until, string Category, int? ExitedYear);

/// <summary>Whether a household had come out of poverty (已脱贫) on a day, by the registered lists as they held then.</summary>
public sealed class HouseholdHistory(IEnumerable<HouseholdStatus> statuses)
{
    /// <summary>The one wording that asks for fewer visits. A household that may fall back (脱贫不稳定户) or is at risk is visited like one that is poor.</summary>
    public const string Exited = "已脱贫";

    private readonly HouseholdStatus[] _statuses = [.. statuses];

    /// <summary>
    /// Every row that holds on the day says 已脱贫, and the year that it names is over: a year is no day, so the household counts as poor to the
    /// end of it. On no list, it counts as poor too.
    /// </summary>
    public bool HasExited(DateOnly day)
    {
        var semester = Semester.Of(day);
        var holding = _statuses.Where(s => s.From <= semester && semester.Number < s.Until).ToList();
        return holding.Count > 0 && holding.TrueForAll(s => s.Category == Exited && !(s.ExitedYear >= day.Year));
    }
}
