using EduAid.Domain.Duties;

namespace EduAid.Domain.HomeTeaching;

/// <summary>How a child's month stands. Ordered by urgency.</summary>
public enum TeachingPace
{
    /// <summary>Nothing is owed: the child was on the register for too few days of the month, or for none.</summary>
    None = 1,

    /// <summary>As many visits as are owed.</summary>
    Kept,

    OnTrack,

    /// <summary>Fewer visits than an even pace asks for by now; the days that are left suffice.</summary>
    Behind,

    /// <summary>The days that are left no longer suffice, or none is left.</summary>
    Missed,
}

/// <summary>
/// “严格落实每月不少于4次的‘送教上门’任务” — 二(三)3, for one child and one month. The clause says nothing of months of which a child is on the
/// register for a part: it then owes the proportion, rounded to the nearest whole visit. Two visits on one day count once.
/// </summary>
/// <param name="Owed">Visits that are owed in the month.</param>
/// <param name="Done">Days with a visit, up to today, while the child was on the register.</param>
/// <param name="DueByNow">Visits that an even pace asks for by the end of yesterday.</param>
/// <param name="DaysLeft">Days on which a visit would still count, today among them.</param>
public readonly record struct TaughtMonth(int Owed, int Done, int DueByNow, int DaysLeft, TeachingPace Pace)
{
    /// <summary>Visits that are still lacking.</summary>
    public int Lacking => Math.Max(0, Owed - Done);

    /// <summary>Somebody has to go: behind, or too late already.</summary>
    public bool IsBehind => Pace is TeachingPace.Behind or TeachingPace.Missed;

    /// <param name="span">The days on the register.</param>
    /// <param name="days">Days of visits, in any order; others than this month's do not count.</param>
    /// <param name="aMonth">Visits owed in a whole month, 1 or more.</param>
    public static TaughtMonth Of(DutySpan span, Month month, IEnumerable<DateOnly> days, int aMonth, DateOnly today)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(aMonth);
        if (span.In(month) is not var (first, last)) return new(0, 0, 0, 0, TeachingPace.None);
        var length = last.DayNumber - first.DayNumber + 1;
        var owed = ((2 * aMonth * length) + month.Days) / (2 * month.Days);
        var counted = days.Where(d => d >= first && d <= last && d <= today).ToHashSet();
        var over = Math.Clamp(today.DayNumber - first.DayNumber, 0, length);
        var left = length - over - (counted.Contains(today) ? 1 : 0);
        var due = owed * over / length;
        var pace = owed == 0 ? TeachingPace.None
            : counted.Count >= owed ? TeachingPace.Kept
            : counted.Count + left < owed ? TeachingPace.Missed
            : counted.Count < due ? TeachingPace.Behind : TeachingPace.OnTrack;
        return new(owed, counted.Count, due, left, pace);
    }
}
