using EduAid.Domain.Duties;
using EduAid.Domain.Values;

namespace EduAid.Domain.Canteens;

/// <summary>营养膳食资金月报: what one school states of one month's meal money. Whole fen; what it closes with is computed, never typed.</summary>
/// <param name="Opening">上月结余; below nought where the month before was overdrawn.</param>
/// <param name="Received">收到的营养膳食补助.</param>
/// <param name="Food">等值优质食品: what was spent on food.</param>
/// <param name="Other">What was spent on anything else out of the same money.</param>
/// <param name="Meals">供餐人次: meals served in the month.</param>
/// <param name="Pupils">Pupils who eat, at most on one day.</param>
/// <param name="Days">School days with a meal, 0 to 31.</param>
public sealed record MonthStatement(Month Month, Money Opening, Money Received, Money Food, Money Other, int Meals, int Pupils, int Days)
{
    /// <summary>Nothing that a school of a county turns over in a month is more; what is, was typed into the wrong field.</summary>
    public static readonly Money MostMoney = Money.FromYuan(100_000_000);

    public const int MostMeals = 10_000_000;

    public const int MostPupils = 100_000;

    public Money Spent => Food + Other;

    public Money Closing => Opening + Received - Spent;

    /// <summary>Food money for one meal, rounded to the nearest fen; null where no meal was served.</summary>
    public Money? FoodPerMeal => PerMeal(Food, Meals);

    /// <summary>Food money for one of so many meals, rounded to the nearest fen; null where none was served.</summary>
    public static Money? PerMeal(Money food, long meals) => meals == 0 ? null : Money.FromFen((food.Fen + (meals / 2)) / meals);

    /// <summary>Whether every number can be one; whether they agree with each other, the checks say.</summary>
    public bool IsPossible => Impossible is null;

    /// <summary>The name of the first figure that cannot be; null where all can.</summary>
    public string? Impossible =>
        Opening > MostMoney || Opening < -MostMoney ? nameof(Opening)
        : !IsAmount(Received) ? nameof(Received)
        : !IsAmount(Food) ? nameof(Food)
        : !IsAmount(Other) ? nameof(Other)
        : Meals is < 0 or > MostMeals ? nameof(Meals)
        : Pupils is < 0 or > MostPupils ? nameof(Pupils)
        : Days < 0 || Days > Month.Days ? nameof(Days)
        : null;

    private static bool IsAmount(Money money) => money >= Money.Zero && money <= MostMoney;
}
