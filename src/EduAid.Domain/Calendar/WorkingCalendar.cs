namespace EduAid.Domain.Calendar;

/// <summary>
/// Counts working days (工作日) by the State Council's yearly arrangements. Every day counted must lie in a year
/// whose table is known: a weekend rule alone would be wrong by days around the Spring Festival.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly HashSet<int> years = [];
    private readonly HashSet<DateOnly> daysOff = [];
    private readonly HashSet<DateOnly> workdays = [];

    /// <summary>The later of two tables for a year adds to the earlier one; callers pass one a year.</summary>
    public WorkingCalendar(IEnumerable<HolidayYear> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        foreach (var table in tables)
        {
            years.Add(table.Year);
            workdays.UnionWith(table.Workdays);
            foreach (var holiday in table.Holidays)
                for (var day = holiday.From; day <= holiday.To; day = day.AddDays(1))
                    daysOff.Add(day);
        }
    }

    /// <summary>The years whose table is known, ascending.</summary>
    public IReadOnlyList<int> Years => [.. years.Order()];

    /// <summary>Whether people work on that day: make-up days yes, holidays no, else Monday to Friday.</summary>
    public CalendarResult<bool> IsWorkingDay(DateOnly day) =>
        years.Contains(day.Year) ? new(Works(day)) : new(missingYear: day.Year);

    /// <summary>
    /// The day on which the given number of working days after <paramref name="start"/> is reached. The start itself
    /// does not count; 0 gives the start back; a negative number goes back in time.
    /// </summary>
    public CalendarResult<DateOnly> AddWorkingDays(DateOnly start, int days)
    {
        var step = Math.Sign(days);
        var day = start;
        for (var left = days; left != 0;)
        {
            if (day == (step > 0 ? DateOnly.MaxValue : DateOnly.MinValue))
                return new(missingYear: day.Year);
            day = day.AddDays(step);
            if (!years.Contains(day.Year))
                return new(missingYear: day.Year);
            if (Works(day))
                left -= step;
        }

        return new(day);
    }

    /// <summary>
    /// The working days after <paramref name="start"/> up to and including <paramref name="end"/>; negative when the
    /// end lies before the start. So the days between a day and that day plus n working days are n.
    /// </summary>
    public CalendarResult<int> WorkingDaysBetween(DateOnly start, DateOnly end)
    {
        if (end < start)
        {
            var back = WorkingDaysBetween(end, start);
            return back.TryGet(out var count) ? new CalendarResult<int>(value: -count.Value) : back;
        }

        var total = 0;
        for (var day = start; day < end;)
        {
            day = day.AddDays(1);
            if (!years.Contains(day.Year))
                return new(missingYear: day.Year);
            if (Works(day))
                total++;
        }

        return new(value: total);
    }

    private bool Works(DateOnly day) =>
        workdays.Contains(day)
        || (!daysOff.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
}
