using EduAid.Domain.Duties;

namespace EduAid.Domain.Canteens;

/// <summary>How a school stands with a month's statement on a day. Ordered by urgency.</summary>
public enum StatementState
{
    /// <summary>Nothing is owed: the school was not on the programme in that month.</summary>
    NotOwed = 1,

    /// <summary>已报, by the due day.</summary>
    Done,

    /// <summary>迟报: stated after it.</summary>
    DoneLate,

    /// <summary>待报: not stated, and not due yet.</summary>
    Open,

    /// <summary>逾期未报.</summary>
    Missing,
}

/// <summary>By when a month is stated, and who is behind with it. Every month with a day on the programme is owed, a holiday month too: its balance goes on.</summary>
public static class StatementDuty
{
    /// <summary>The last day on which a month's statement is in time.</summary>
    /// <param name="dueDay">1 to 28, so that every month has it.</param>
    public static DateOnly DueOn(Month month, int dueDay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dueDay, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dueDay, 28);
        return month.Next.First.AddDays(dueDay - 1);
    }

    /// <param name="statedOn">The day of the first statement: a correction makes nothing late.</param>
    public static StatementState Of(bool owed, DateOnly? statedOn, DateOnly dueOn, DateOnly today) =>
        statedOn is { } stated ? stated <= dueOn ? StatementState.Done : StatementState.DoneLate
        : !owed ? StatementState.NotOwed
        : today > dueOn ? StatementState.Missing : StatementState.Open;
}
