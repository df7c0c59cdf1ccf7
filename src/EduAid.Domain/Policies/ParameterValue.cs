using EduAid.Domain.Values;

namespace EduAid.Domain.Policies;

/// <summary>How the text of a value is to be read.</summary>
public enum Unit
{
    YuanPerYear = 1,
    YuanPerSemester,
    Yuan,
    Percent,
    Numbers,
    Words,
    MonthDay,
    YesNo,
}

/// <summary>One value of one parameter, in force from a semester until a newer one. Values are never overwritten.</summary>
/// <param name="Parameter">Stable name, such as <c>preschool.annual-amount</c>.</param>
/// <param name="From">The first semester in which it holds.</param>
/// <param name="Value">As a person would write it: 800, 1,2 or 未脱贫,已脱贫.</param>
/// <param name="Document">The document that sets it.</param>
/// <param name="CheckedOn">The day on which someone last compared it with the rules in force.</param>
/// <param name="DoubtedFrom">From this semester on it is known that it may be out of date.</param>
/// <param name="Doubt">Why, in a sentence.</param>
public sealed record ParameterValue(
    string Parameter, Semester From, string Value, Unit Unit, string Document, string Clause, DateOnly CheckedOn,
    Semester? DoubtedFrom = null, string? Doubt = null)
{
    /// <summary>
    /// Whether a person should check the value again before the semester is paid: it is doubted,
    /// or more than a year has gone by between the last check and the semester's reference date.
    /// </summary>
    public bool NeedsCheckBy(Semester semester, DateOnly referenceDate) =>
        (DoubtedFrom is { } from && semester >= from) || CheckedOn.AddYears(1) < referenceDate;

    /// <summary>The value as an amount; null where it is none.</summary>
    public Money? Amount => Unit is Unit.Yuan or Unit.YuanPerYear or Unit.YuanPerSemester ? Money.Parse(Value) : null;

    public IReadOnlyList<string> Words => Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
