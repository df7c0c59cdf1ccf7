using EduAid.Domain.Duties;

namespace EduAid.Domain.Pairing;

/// <summary>How a month of a paired household stands.</summary>
public enum PairedMonthState
{
    /// <summary>No visit is due by its end, and there was none.</summary>
    Rest = 1,

    /// <summary>Visited though none was due yet: the next one is counted from here.</summary>
    Early,

    /// <summary>Due by its end, and visited.</summary>
    Kept,

    /// <summary>Due by its end, and the month still runs.</summary>
    Due,

    /// <summary>Due by its end, which has passed without a visit.</summary>
    Missed,
}

/// <param name="Interval">Months from one visit to the next that were asked for in the month, 1 or more.</param>
/// <param name="Visits">Days with a visit.</param>
public readonly record struct PairedMonth(Month Month, int Interval, int Visits, PairedMonthState State)
{
    /// <summary>A visit was or is due by its end.</summary>
    public bool WasDue => State is PairedMonthState.Kept or PairedMonthState.Due or PairedMonthState.Missed;
}
