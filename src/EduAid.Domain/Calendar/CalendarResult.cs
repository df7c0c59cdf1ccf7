using System.Diagnostics.CodeAnalysis;

namespace EduAid.Domain.Calendar;

/// <summary>What the calendar answers: a value, or the year for which no holiday table is known.</summary>
public readonly record struct CalendarResult<T> where T : struct
{
    private readonly T value;

    internal CalendarResult(T value) => this.value = value;

    internal CalendarResult(int missingYear)
    {
        value = default;
        MissingYear = missingYear;
    }

    /// <summary>The first year that counting met without a table; null when there is a value.</summary>
    public int? MissingYear { get; }

    /// <summary>Whether there is a value.</summary>
    public bool IsKnown => MissingYear is null;

    /// <summary>The value. Asking for it without one is a broken promise and throws.</summary>
    public T Value => IsKnown
        ? value
        : throw new InvalidOperationException($"No holiday table for {MissingYear}.");

    /// <summary>Gives the value, or says no and leaves <see cref="MissingYear"/> to explain.</summary>
    public bool TryGet([NotNullWhen(true)] out T? result)
    {
        result = IsKnown ? value : null;
        return IsKnown;
    }
}
