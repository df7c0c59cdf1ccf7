using EduAid.Domain.Duties;
using EduAid.Domain.Pairing;
using EduAid.Domain.Values;

namespace EduAid.Application.Pairing;

/// <summary>Figures of some pairs over some months. <see cref="Due"/> is what was kept, missed and is still open.</summary>
/// <param name="Pairs">Pairs of somebody and a household on some day of the time.</param>
/// <param name="Due">Visits that were or are due by the end of one of the months.</param>
/// <param name="OnTime">Of them, months with a visit.</param>
/// <param name="Missed">Of them, months that ended without one.</param>
/// <param name="Visits">Days with a visit, whether one was due or not.</param>
/// <param name="Overdue">Households that stand overdue at the end of the time; they belong to who has them then.</param>
public readonly record struct PairTally(int Pairs, int Due, int OnTime, int Missed, int Visits, int Overdue)
{
    /// <summary>Due by the end of the month that runs, and not done yet.</summary>
    public int Open => Due - OnTime - Missed;

    /// <summary>Whole percent of what is decided; null where nothing is.</summary>
    public int? OnTimePercent => OnTime + Missed == 0 ? null : 100 * OnTime / (OnTime + Missed);

    public static PairTally operator +(PairTally a, PairTally b) =>
        new(a.Pairs + b.Pairs, a.Due + b.Due, a.OnTime + b.OnTime, a.Missed + b.Missed, a.Visits + b.Visits, a.Overdue + b.Overdue);

    public static PairTally Sum(IEnumerable<PairTally> tallies) => tallies.Aggregate(default(PairTally), (sum, tally) => sum + tally);
}

/// <summary>Somebody of a school's staff over some months.</summary>
public sealed record StaffTally(SchoolId School, string SchoolName, string Township, string Staff, PairTally Tally);

/// <summary>结对帮扶开展情况: who had how many households, what was due, done on time and missed.</summary>
/// <param name="On">The last day looked at: today, or the end of the time.</param>
/// <param name="Staff">By township, school and name.</param>
public sealed record PairingReport(Month First, Month Last, DateOnly On, IReadOnlyList<StaffTally> Staff)
{
    public PairTally Total => PairTally.Sum(Staff.Select(s => s.Tally));

    /// <summary>A school with the sum of its staff, in their order.</summary>
    public IReadOnlyList<StaffTally> Schools =>
        [.. Staff.GroupBy(s => s.School).Select(g => g.First() with { Staff = "", Tally = PairTally.Sum(g.Select(s => s.Tally)) })];

    /// <summary>A month belongs to whoever had the household on its last day, a visit to whoever had it on its day.</summary>
    public static PairingReport Of(IEnumerable<PairedLine> lines, Month first, Month last, DateOnly today)
    {
        var (span, on) = (new DutySpan(first.First, last.Last), today < last.Last ? today : last.Last);
        var staff = lines.SelectMany(line => line.Household.Holders.Where(h => h.Span.Meets(span)).Select(h => (Line: line, Holder: h)))
            .GroupBy(p => (p.Line.Household.School, p.Holder.Staff)).Select(g =>
            {
                var one = g.First().Line;
                return new StaffTally(one.Household.School, one.SchoolName, one.Township, g.Key.Staff, PairTally.Sum(g.Select(p => Of(p.Line, p.Holder, first, on))));
            });
        return new(first, last, on,
        [
            .. staff.OrderBy(s => s.Township, StringComparer.Ordinal).ThenBy(s => s.SchoolName, StringComparer.Ordinal).ThenBy(s => s.School.Value).ThenBy(s => s.Staff, StringComparer.Ordinal),
        ]);
    }

    private static PairTally Of(PairedLine line, PairHolder holder, Month first, DateOnly on)
    {
        var months = line.Course.Months.Where(m => m.Month >= first && holder.Span.Covers(m.Month.Last)).ToList();
        return new(
            1, months.Count(m => m.WasDue), months.Count(m => m.State == PairedMonthState.Kept), months.Count(m => m.State == PairedMonthState.Missed),
            line.Days.Count(holder.Span.Covers), holder.Span.Covers(on) && line.Course.Overdue > 0 ? 1 : 0);
    }
}
