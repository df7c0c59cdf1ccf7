namespace EduAid.Domain.Duties;

/// <summary>The days on which something is owed, both ends among them.</summary>
/// <param name="Until">Null while it goes on.</param>
public readonly record struct DutySpan(DateOnly From, DateOnly? Until)
{
    public bool Covers(DateOnly day) => day >= From && !(day > Until);

    /// <summary>Whether the two have a day in common.</summary>
    public bool Meets(DutySpan other) => !(other.From > Until) && !(From > other.Until);

    /// <summary>First and last day of it in a month; null where it has none there.</summary>
    public (DateOnly First, DateOnly Last)? In(Month month)
    {
        var first = From > month.First ? From : month.First;
        var last = Until < month.Last ? Until.Value : month.Last;
        return first <= last ? (first, last) : null;
    }
}
