using System.Globalization;
using CsCheck;
using EduAid.Domain.Canteens;
using EduAid.Domain.Duties;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Canteens;

/// <summary>
/// One school in September 2020: 100 pupils, 20 school days, 4 yuan a meal, so 2 000 meals and 8 000 yuan of food. August closed with 1 000 yuan. A
/// meal may differ by 10 % from the standard (3.60 to 4.40 yuan), a balance be two months' spending.
/// </summary>
public class StatementChecksTests
{
    private static readonly Month September = Month.Of(new(2020, 9, 1));
    private static readonly CanteenRule Rule = new(10, Money.FromYuan(4), 10, 2);
    private static readonly MonthStatement August = new(September.Previous, Money.FromYuan(1000), Money.Zero, Money.Zero, Money.Zero, 0, 0, 0);
    private static readonly MonthStatement Right = new(September, Money.FromYuan(1000), Money.FromYuan(8000), Money.FromYuan(8000), Money.Zero, 2000, 100, 20);

    [Fact]
    public void A_month_in_order_is_told_nothing()
    {
        Check(Right).Should().BeEmpty();
        (Right.Spent, Right.Closing, Right.FoodPerMeal).Should().Be((Money.FromYuan(8000), Money.FromYuan(1000), Money.FromYuan(4)));
    }

    [Theory]
    [InlineData("opens with what August closed with", 1000, null)]
    [InlineData("a hundred yuan are gone between the months", 900, 1000L)]
    [InlineData("a hundred yuan have come from nowhere", 1100, 1000L)]
    public void A_month_opens_with_what_the_one_before_closed_with(string why, int opening, long? closedWith) =>
        Found(Right with { Opening = Money.FromYuan(opening) }, CanteenCheck.OpeningDiffers).Should().Be(closedWith is { } yuan ? (opening * 100L, yuan * 100) : null, why);

    [Fact]
    public void The_first_month_of_a_school_may_open_with_any_balance() =>
        StatementChecks.Of(Right with { Opening = Money.FromYuan(777) }, [], Rule).Should().BeEmpty();

    [Fact]
    public void After_a_month_that_nobody_stated_the_latest_statement_is_held_against_it()
    {
        var october = Right with { Month = September.Plus(2), Opening = Money.FromYuan(400) };
        StatementChecks.Of(october, [August, Right], Rule).Should().ContainSingle().Which.Should().Be(new CanteenFinding(CanteenCheck.OpeningDiffers, 40000, 100000), "600 yuan went in a month without a statement");
    }

    [Fact]
    public void Statements_of_later_months_do_not_matter() =>
        StatementChecks.Of(Right, [August, Right with { Month = September.Next, Opening = Money.FromYuan(5) }], Rule).Should().BeEmpty();

    [Theory]
    [InlineData("all is spent to the last fen", 900000, null)]
    [InlineData("one fen more than there is", 900001, -1L)]
    public void A_balance_is_never_below_nought(string why, int foodFen, long? closing) =>
        Found(Right with { Food = Money.FromFen(foodFen), Meals = 2200, Pupils = 110 }, CanteenCheck.Overdrawn).Should().Be(closing is { } fen ? (fen, 0L) : null, why);

    [Theory]
    [InlineData("food alone", 0, null)]
    [InlineData("one fen for anything else", 1, 1L)]
    [InlineData("the cook's wage", 100000, 100000L)]
    public void Meal_money_is_for_food(string why, int otherFen, long? found) =>
        Found(Right with { Other = Money.FromFen(otherFen) }, CanteenCheck.NotForFood).Should().Be(found is { } fen ? (fen, 0L) : null, why);

    [Theory]
    [InlineData("the standard", 8000_00, null)]
    [InlineData("4.40 a meal: ten percent above, which may be", 8800_00, null)]
    [InlineData("a fen more than that in all", 8800_01, CanteenCheck.AboveStandard)]
    [InlineData("5.00 a meal", 10000_00, CanteenCheck.AboveStandard)]
    [InlineData("3.60 a meal: ten percent below, which may be", 7200_00, null)]
    [InlineData("a fen less than that in all", 7199_99, CanteenCheck.BelowStandard)]
    [InlineData("2.00 a meal", 4000_00, CanteenCheck.BelowStandard)]
    public void The_food_of_a_meal_is_held_against_the_standard(string why, int foodFen, CanteenCheck? check)
    {
        var month = Right with { Opening = Money.FromYuan(1000), Received = Money.FromYuan(10000), Food = Money.FromFen(foodFen) };
        Check(month).Where(f => f.Check is CanteenCheck.AboveStandard or CanteenCheck.BelowStandard).Select(f => (CanteenCheck?)f.Check).SingleOrDefault().Should().Be(check, why);
    }

    [Theory]
    [InlineData("4 yuan a meal in August 2021", "2021-08-01", null)]
    [InlineData("5 yuan are the standard from September 2021 on, so 4 are too few", "2021-09-01", CanteenCheck.BelowStandard)]
    public void The_standard_is_the_one_of_the_month(string why, string month, CanteenCheck? check)
    {
        var standards = DatedAmounts.Parse("2014-11-01:4 2021-09-01:5")!;
        var first = DateOnly.Parse(month, CultureInfo.InvariantCulture);
        StatementChecks.Of(Right with { Month = Month.Of(first) }, [], Rule with { Standard = standards.On(first) }).Select(f => (CanteenCheck?)f.Check).SingleOrDefault().Should().Be(check, why);
    }

    [Fact]
    public void Where_no_standard_is_known_none_is_held_against_it() =>
        StatementChecks.Of(Right with { Food = Money.FromYuan(1), Received = Money.Zero }, [August], Rule with { Standard = null, IdleMonths = 12 }).Select(f => f.Check).Should().NotContain([CanteenCheck.AboveStandard, CanteenCheck.BelowStandard]);

    [Theory]
    [InlineData("100 pupils on 20 days", 2000, 100, 20, null)]
    [InlineData("one meal more", 2001, 100, 20, 2000L)]
    [InlineData("meals on no day", 5, 100, 0, 0L)]
    [InlineData("meals for nobody", 5, 0, 20, 0L)]
    public void There_are_not_more_meals_than_pupils_on_the_days(string why, int meals, int pupils, int days, long? most) =>
        Found(Right with { Meals = meals, Pupils = pupils, Days = days }, CanteenCheck.TooManyMeals).Should().Be(most is { } number ? ((long)meals, number) : null, why);

    [Theory]
    [InlineData("neither", 0, 0, null)]
    [InlineData("food and no meal", 100, 0, CanteenCheck.SpentWithoutMeals)]
    [InlineData("meals and no food", 0, 25, CanteenCheck.MealsWithoutSpending)]
    [InlineData("both", 100, 25, null)]
    public void Meals_and_spending_come_together(string why, int foodYuan, int meals, CanteenCheck? check) =>
        Check(Right with { Food = Money.FromYuan(foodYuan), Meals = meals, Received = Money.FromYuan(foodYuan) }).Where(f => f.Check is CanteenCheck.SpentWithoutMeals or CanteenCheck.MealsWithoutSpending)
            .Select(f => (CanteenCheck?)f.Check).SingleOrDefault().Should().Be(check, why);

    [Theory]
    [InlineData("two months' spending of 8 000 lie there", 16000_00, null)]
    [InlineData("a fen more than that", 16000_01, 16000_00L)]
    public void More_than_two_months_of_spending_lies_idle(string why, int closingFen, long? most) =>
        Found(Right with { Received = Money.FromFen(closingFen + 8000_00 - 1000_00) }, CanteenCheck.Idle, [August, Right with { Month = September.Plus(-3) }])
            .Should().Be(most is { } fen ? ((long)closingFen, fen) : null, why);

    [Fact]
    public void The_usual_spending_is_that_of_the_last_months_in_which_anything_was_spent()
    {
        // June and July spent 8 000 and 4 000; nothing is spent in the holidays.
        var (june, july) = (Right with { Month = September.Plus(-3) }, Right with { Month = September.Plus(-2), Food = Money.FromYuan(4000) });
        var holiday = August with { Opening = Money.FromYuan(12_000) };
        StatementChecks.Of(holiday, [june, july], Rule).Select(f => f.Check).Should().NotContain(CanteenCheck.Idle, "two months at 6 000 are 12 000");
        StatementChecks.Of(holiday with { Received = Money.FromFen(1) }, [june, july], Rule).Should().Contain(new CanteenFinding(CanteenCheck.Idle, 12_000_01, 12_000_00));
        // Thirteen months after July none of it is within a year, and the money has lain for one month that was stated.
        StatementChecks.Of(holiday with { Month = july.Month.Plus(13) }, [june, july], Rule).Select(f => f.Check).Should().NotContain(CanteenCheck.Idle);
    }

    [Fact]
    public void Money_of_which_nothing_was_ever_spent_is_idle_after_so_many_months()
    {
        var first = new MonthStatement(September, Money.Zero, Money.FromYuan(500), Money.Zero, Money.Zero, 0, 0, 0);
        StatementChecks.Of(first, [], Rule).Should().BeEmpty("it has only come");
        var second = first with { Month = September.Next, Opening = Money.FromYuan(500), Received = Money.Zero };
        StatementChecks.Of(second, [first], Rule).Should().ContainSingle().Which.Check.Should().Be(CanteenCheck.Idle);
    }

    [Theory]
    [InlineData("as it stands", null)]
    [InlineData("a deficit carried on", null, -500)]
    [InlineData("a balance that no school has", "Opening", 100_000_001)]
    [InlineData("received less than nought", "Received", 1000, -1)]
    [InlineData("more days than September has", "Days", 1000, 8000, 31)]
    [InlineData("no day", null, 1000, 8000, 0)]
    [InlineData("more pupils than a county has", "Pupils", 1000, 8000, 20, 100_001)]
    public void A_number_that_cannot_be_is_no_statement_and_is_named(string why, string? impossible, int opening = 1000, int received = 8000, int days = 20, int pupils = 100)
    {
        var stated = Right with { Opening = Money.FromYuan(opening), Received = Money.FromYuan(received), Days = days, Pupils = pupils };
        (stated.Impossible, stated.IsPossible).Should().Be((impossible, impossible is null), why);
    }

    private static readonly Gen<MonthStatement> Any =
        from opening in Gen.Long[0, 5_000_00]
        from received in Gen.Long[0, 20_000_00]
        from food in Gen.Long[0, 20_000_00]
        from other in Gen.Long[0, 100]
        from meals in Gen.Int[0, 4000]
        from pupils in Gen.Int[0, 200]
        from days in Gen.Int[0, 23]
        select new MonthStatement(September, Money.FromFen(opening), Money.FromFen(received), Money.FromFen(food), Money.FromFen(other), meals, pupils, days);

    [Fact]
    public void A_chain_of_months_that_carry_on_loses_no_fen() => Any.Array[1, 12].Sample(months =>
    {
        var chain = new List<MonthStatement>();
        foreach (var (month, n) in months.Select((m, n) => (m, n)))
            chain.Add(month with { Month = September.Plus(n), Opening = n == 0 ? month.Opening : chain[^1].Closing });
        foreach (var month in chain) StatementChecks.Of(month, chain, Rule).Select(f => f.Check).Should().NotContain(CanteenCheck.OpeningDiffers);
        var (received, spent) = (chain.Aggregate(Money.Zero, (s, m) => s + m.Received), chain.Aggregate(Money.Zero, (s, m) => s + m.Spent));
        chain[^1].Closing.Should().Be(chain[0].Opening + received - spent);
    });

    [Fact]
    public void A_check_says_a_thing_once_and_never_both_above_and_below() => Any.Sample(month =>
    {
        var checks = StatementChecks.Of(month, [August], Rule).Select(f => f.Check).ToList();
        checks.Should().OnlyHaveUniqueItems().And.BeInAscendingOrder();
        checks.Should().OnlyContain(c => new CanteenFinding(c).IsOfFigures);
        (checks.Contains(CanteenCheck.AboveStandard) && checks.Contains(CanteenCheck.BelowStandard)).Should().BeFalse();
    });

    private static IReadOnlyList<CanteenFinding> Check(MonthStatement month) => StatementChecks.Of(month, [August], Rule);

    private static (long Found, long Expected)? Found(MonthStatement month, CanteenCheck check, IReadOnlyList<MonthStatement>? earlier = null) =>
        StatementChecks.Of(month, earlier ?? [August], Rule).Where(f => f.Check == check).Select(f => ((long, long)?)(f.Found, f.Expected)).SingleOrDefault();
}
