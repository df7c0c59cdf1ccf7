using EduAid.Domain.Duties;

namespace EduAid.Domain.Pairing;

/// <summary>
/// “参与结对帮扶的教师要每月对未脱贫户开展一次走访活动,对已脱贫户至少每两月开展一次走访活动” — 二(三)4, for one household, month by month.
/// A visit is due by the end of the first month that is at least the interval after the month of the last visit or, before the first one, of the
/// day before the pairing began. A period that was missed is counted once, and the next one begins with the month by whose end it was missed.
/// </summary>
public sealed class VisitCourse
{
    private readonly Month _clock;
    private readonly Func<Month, int> _interval;
    private readonly DutySpan _span;

    private VisitCourse(IReadOnlyList<PairedMonth> months, Month clock, Func<Month, int> interval, DutySpan span) => (Months, _clock, _interval, _span) = (months, clock, interval, span);

    /// <summary>From the month in which the pairing began, or the one after the last visit before those that are asked for, in order.</summary>
    public IReadOnlyList<PairedMonth> Months { get; }

    /// <summary>How the last of them stands; null where the pairing has none of them.</summary>
    public PairedMonthState? Last => Months.Count > 0 ? Months[^1].State : null;

    /// <summary>Periods that were missed since the last visit; the household is overdue where there is any.</summary>
    public int Overdue => Months.Reverse().TakeWhile(m => m.Visits == 0).Count(m => m.State == PairedMonthState.Missed);

    /// <summary>The month by whose end the first of them was due; null where none is.</summary>
    public Month? OverdueSince => Overdue == 0 ? null : Months.Reverse().TakeWhile(m => m.Visits == 0).Last(m => m.State == PairedMonthState.Missed).Month;

    /// <summary>The next month by whose end a visit is due after what has been; null where the pairing ends before it.</summary>
    public Month? Next
    {
        get
        {
            if (Months is [.., { State: PairedMonthState.Due } running]) return running.Month;
            // No interval is longer than the settings allow, so a month is found.
            var month = (Months.Count > 0 && Months[^1].Month > _clock ? Months[^1].Month : _clock).Next;
            while (month.Since(_clock) < _interval(month)) month = month.Next;
            return _span.Until < month.Last ? null : month;
        }
    }

    /// <param name="span">The days on which the household is paired.</param>
    /// <param name="lastBefore">The last visit before <paramref name="days"/> begin, where not all of them are given.</param>
    /// <param name="days">Days of visits, in any order; others than the span's do not count.</param>
    /// <param name="interval">Months from one visit to the next, 1 or more, as asked for in a month: by the household's status on its last day.</param>
    /// <param name="through">The last month to look at; no later than <paramref name="running"/>.</param>
    /// <param name="running">The month of today: its end has not come.</param>
    public static VisitCourse Of(DutySpan span, DateOnly? lastBefore, IEnumerable<DateOnly> days, Func<Month, int> interval, Month through, Month running)
    {
        ArgumentNullException.ThrowIfNull(interval);
        var visits = days.Where(span.Covers).Distinct().GroupBy(Month.Of).ToDictionary(g => g.Key, g => g.Count());
        var clock = Month.Of(lastBefore ?? span.From.AddDays(-1));
        var months = new List<PairedMonth>();
        for (var month = lastBefore is null ? Month.Of(span.From) : clock.Next; month <= through && span.In(month) is not null; month = month.Next)
        {
            var asked = interval(month);
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(asked, nameof(interval));
            var visited = visits.GetValueOrDefault(month);
            // By the end of a month in which the pairing ended nobody is there to be asked for a visit.
            var due = month.Since(clock) >= asked && span.Covers(month.Last);
            var state = (due, visited > 0) switch
            {
                (true, true) => PairedMonthState.Kept,
                (false, true) => PairedMonthState.Early,
                (true, false) => month < running ? PairedMonthState.Missed : PairedMonthState.Due,
                _ => PairedMonthState.Rest,
            };
            if (visited > 0 || state == PairedMonthState.Missed) clock = month;
            months.Add(new(month, asked, visited, state));
        }
        return new(months, clock, interval, span);
    }
}
