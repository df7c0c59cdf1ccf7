using System.Globalization;

namespace EduAid.Domain.Policies;

/// <summary>What a value must be like before it may come into force.</summary>
public static class PolicyRules
{
    /// <summary>What is wrong with a value, in a sentence, or null. A value that would yield a part of a fen is refused.</summary>
    public static string? Problem(ParameterValue value) => value.Unit switch
    {
        Unit.YuanPerYear => value.Amount is not { Fen: > 0 } amount ? "the amount must be more than 0"
            : amount.DivideExactly(2) is null ? "half of it is no whole fen" : null,
        Unit.YuanPerSemester or Unit.Yuan => value.Amount is { Fen: > 0 } ? null : "the amount must be more than 0",
        Unit.Percent => int.TryParse(value.Value, out var percent) && percent is > 0 and <= 100 ? null : "a percentage is a whole number from 1 to 100",
        Unit.Numbers => value.Words.Count > 0 && value.Words.All(w => int.TryParse(w, out _)) ? null : "whole numbers separated by commas are needed",
        Unit.Words => value.Words.Count > 0 ? null : "at least one word is needed",
        Unit.MonthDay => DateOnly.TryParseExact($"2001-{value.Value}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? null : "a day is written 04-01",
        Unit.YesNo => value.Value is "yes" or "no" ? null : "yes or no is needed",
        _ => "its unit is unknown",
    };

    /// <summary>
    /// What is wrong with values that stand beside each other, or null: a percentage of a programme, taken of the half of any of its
    /// annual amounts that is in force at the same time, must leave no part of a fen.
    /// </summary>
    public static string? ProblemTogether(IReadOnlyCollection<ParameterValue> values)
    {
        foreach (var programme in values.GroupBy(v => v.Parameter.Split('.')[0]))
            foreach (var from in programme.Select(v => v.From).Distinct())
            {
                var inForce = programme.Where(v => v.From <= from).GroupBy(v => v.Parameter).Select(p => p.MaxBy(v => v.From)!).ToList();
                foreach (var percent in inForce.Where(v => v.Unit == Unit.Percent))
                    foreach (var amount in inForce.Where(v => v.Unit == Unit.YuanPerYear))
                        if (amount.Amount?.DivideExactly(2)?.PercentExactly(int.Parse(percent.Value, CultureInfo.InvariantCulture)) is null)
                            return $"{percent.Value} % of half of {amount.Parameter} ({amount.Value}) is no whole fen";
            }
        return null;
    }
}
