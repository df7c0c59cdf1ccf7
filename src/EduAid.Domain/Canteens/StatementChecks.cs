using EduAid.Domain.Values;

namespace EduAid.Domain.Canteens;

/// <summary>
/// The checks of a month's figures, each by itself: one that fails keeps no other quiet. All arithmetic is in whole fen; shares are compared by
/// multiplying, so that nothing is rounded before it is judged.
/// </summary>
public static class StatementChecks
{
    /// <summary>Months that are looked back over for the usual spending.</summary>
    public const int LookedBack = 12;

    /// <param name="earlier">Statements of months before it, in any order.</param>
    public static IReadOnlyList<CanteenFinding> Of(MonthStatement month, IEnumerable<MonthStatement> earlier, CanteenRule rule)
    {
        List<MonthStatement> before = [.. earlier.Where(e => e.Month < month.Month).OrderByDescending(e => e.Month)];
        return [.. Each(month, before, rule).OfType<CanteenFinding>()];
    }

    private static IEnumerable<CanteenFinding?> Each(MonthStatement month, List<MonthStatement> before, CanteenRule rule)
    {
        yield return Opening(month, before);
        yield return month.Closing < Money.Zero ? new(CanteenCheck.Overdrawn, month.Closing.Fen) : null;
        yield return month.Other > Money.Zero ? new(CanteenCheck.NotForFood, month.Other.Fen) : null;
        yield return Above(month, rule);
        yield return Below(month, rule);
        yield return month is { Meals: 0 } && month.Food > Money.Zero ? new(CanteenCheck.SpentWithoutMeals, month.Food.Fen) : null;
        yield return month is { Meals: > 0 } && month.Food == Money.Zero ? new(CanteenCheck.MealsWithoutSpending, month.Meals) : null;
        var most = (long)month.Pupils * month.Days;
        yield return month.Meals > most ? new(CanteenCheck.TooManyMeals, month.Meals, most) : null;
        yield return Idle(month, before, rule);
    }

    // Against the latest statement there is: money that vanishes in a month nobody stated shows in the month after it.
    private static CanteenFinding? Opening(MonthStatement month, List<MonthStatement> before) =>
        before is [var last, ..] && month.Opening != last.Closing ? new(CanteenCheck.OpeningDiffers, month.Opening.Fen, last.Closing.Fen) : null;

    private static CanteenFinding? Above(MonthStatement month, CanteenRule rule) =>
        rule.Standard is { } standard && month.FoodPerMeal is { } food && month.Food.Fen * 100 > month.Meals * standard.Fen * (100 + rule.TolerancePercent)
            ? new(CanteenCheck.AboveStandard, food.Fen, standard.Fen) : null;

    // Meals without any spending are a check of their own.
    private static CanteenFinding? Below(MonthStatement month, CanteenRule rule) =>
        rule.Standard is { } standard && month.Food > Money.Zero && month.FoodPerMeal is { } food && month.Food.Fen * 100 < month.Meals * standard.Fen * (100 - rule.TolerancePercent)
            ? new(CanteenCheck.BelowStandard, food.Fen, standard.Fen) : null;

    // The usual spending is that of the last months in which anything was spent: a balance carried over the summer is not idle for that alone.
    private static CanteenFinding? Idle(MonthStatement month, List<MonthStatement> before, CanteenRule rule)
    {
        if (month.Closing <= Money.Zero) return null;
        List<MonthStatement> seen = [month, .. before.Where(b => month.Month.Since(b.Month) < LookedBack)];
        var spent = seen.Where(s => s.Spent > Money.Zero).Take(rule.IdleMonths).Select(s => s.Spent.Fen).ToList();
        // Nothing was spent in any of them: idle once the money has lain for so many months.
        if (spent.Count == 0) return seen.Count(s => s.Closing > Money.Zero) >= rule.IdleMonths ? new(CanteenCheck.Idle, month.Closing.Fen) : null;
        var most = spent.Sum() * rule.IdleMonths;
        return month.Closing.Fen * spent.Count > most ? new(CanteenCheck.Idle, month.Closing.Fen, most / spent.Count) : null;
    }
}
