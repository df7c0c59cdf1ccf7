using System.Globalization;

namespace EduAid.Domain.Values;

/// <summary>An amount in time, as one text: <c>2014-07-25:8000 2021-09-01:12000</c>. Before the first day there is none, which is not nought.</summary>
public sealed class DatedAmounts
{
    private readonly List<(DateOnly From, Money Amount)> _steps;

    private DatedAmounts(List<(DateOnly, Money)> steps) => _steps = steps;

    public IReadOnlyList<(DateOnly From, Money Amount)> Steps => _steps;

    /// <summary>Null for a text that is none; a blank one holds no amount.</summary>
    public static DatedAmounts? Parse(string text)
    {
        var steps = new List<(DateOnly From, Money Amount)>();
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split(':') is not [var from, var yuan] || !DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return null;
            if (Money.Parse(yuan) is not { Fen: > 0 } amount || (steps.Count > 0 && steps[^1].From >= day)) return null;
            steps.Add((day, amount));
        }
        return new(steps);
    }

    /// <summary>What holds on a day; null where nothing is known for it.</summary>
    public Money? On(DateOnly day)
    {
        var held = _steps.FindLastIndex(s => s.From <= day);
        return held < 0 ? null : _steps[held].Amount;
    }
}
