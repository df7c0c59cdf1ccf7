using System.Globalization;
using EduAid.Domain.Canteens;

namespace EduAid.Domain.Tests.Canteens;

/// <summary>Dated facts: the latest day holds, of one day the later entry, and what was taken back holds no more.</summary>
public class CanteenHistoryTests
{
    [Theory]
    [InlineData("before it was named", "2020-05-31", CanteenRating.None)]
    [InlineData("on the day", "2020-06-01", CanteenRating.County)]
    [InlineData("the day before the city named it", "2020-08-31", CanteenRating.County)]
    [InlineData("then of the city", "2020-09-01", CanteenRating.City)]
    [InlineData("it was struck off", "2020-12-01", CanteenRating.None)]
    public void A_rating_holds_from_its_day(string why, string day, CanteenRating rating) =>
        new CanteenHistory([Rated(1, "2020-06-01", CanteenRating.County), Rated(2, "2020-09-01", CanteenRating.City), Rated(3, "2020-12-01", CanteenRating.None)]).RatingOn(Day(day)).Should().Be(rating, why);

    [Fact]
    public void An_earlier_day_that_is_entered_later_does_not_overrule_what_came_after() =>
        new CanteenHistory([Rated(1, "2020-09-01", CanteenRating.City), Rated(2, "2020-06-01", CanteenRating.County)]).RatingOn(Day("2020-10-01")).Should().Be(CanteenRating.City);

    [Fact]
    public void Of_one_day_the_later_entry_holds_and_taking_it_back_brings_the_first_again()
    {
        CanteenFact[] facts = [Rated(1, "2020-06-01", CanteenRating.City), Rated(2, "2020-06-01", CanteenRating.County)];
        new CanteenHistory(facts).Standing.Select(f => f.Number).Should().Equal(2);
        var mended = new CanteenHistory([.. facts, facts[1] with { Number = 3, Withdraws = 2 }]);
        mended.Standing.Select(f => f.Number).Should().Equal(1);
        mended.RatingOn(Day("2020-06-01")).Should().Be(CanteenRating.City);
        mended.All.Should().HaveCount(3, "nothing is lost");
        mended.IsWithdrawn(facts[1]).Should().BeTrue();
    }

    [Fact]
    public void Two_trainings_of_one_day_both_stand() =>
        new CanteenHistory([new(1, CanteenFactKind.Training, Day("2020-06-01"), "配餐"), new(2, CanteenFactKind.Training, Day("2020-06-01"), "财务"), new(3, CanteenFactKind.Training, Day("2020-06-01"), "配餐")])
            .Standing.Select(f => f.Number).Should().Equal(2, 3);

    [Theory]
    [InlineData("no licence on record", SupplyMode.Canteen, "", "2020-09-30", true)]
    [InlineData("valid to the day itself", SupplyMode.Canteen, "2020-09-30", "2020-09-30", false)]
    [InlineData("the day after", SupplyMode.Canteen, "2020-09-30", "2020-10-01", true)]
    [InlineData("a company cooks", SupplyMode.Company, "2020-09-30", "2020-10-01", true)]
    [InlineData("packed food needs none", SupplyMode.Packed, "", "2020-10-01", false)]
    [InlineData("the school has left", SupplyMode.Left, "", "2020-10-01", false)]
    public void Where_meals_are_cooked_the_licence_is_valid(string why, SupplyMode mode, string until, string day, bool amiss)
    {
        List<CanteenFact> facts = [new(1, CanteenFactKind.Supply, Day("2020-01-01"), "Packed"), new(2, CanteenFactKind.Supply, Day("2020-02-01"), $"{mode}"), new(3, CanteenFactKind.FinanceStaff, Day("2020-01-01"), "钱会甲")];
        if (until.Length > 0) facts.Add(new(4, CanteenFactKind.Licence, Day("2020-01-01"), until));
        new CanteenHistory(facts).ChecksOn(Day(day)).Any(f => f.Check == CanteenCheck.Licence).Should().Be(amiss, why);
    }

    [Theory]
    [InlineData(SupplyMode.Canteen, "2020-08-31", true)]
    [InlineData(SupplyMode.Canteen, "2020-09-01", false)]
    [InlineData(SupplyMode.Company, "2020-08-31", false)]
    public void A_canteen_of_its_own_has_somebody_for_the_money(SupplyMode mode, string day, bool amiss) =>
        new CanteenHistory([new(1, CanteenFactKind.Supply, Day("2020-01-01"), $"{mode}"), new(2, CanteenFactKind.FinanceStaff, Day("2020-09-01"), "钱会甲")])
            .ChecksOn(Day(day)).Any(f => f.Check == CanteenCheck.NoFinanceStaff).Should().Be(amiss);

    [Theory]
    [InlineData(CanteenFactKind.Supply, "Canteen", true)]
    [InlineData(CanteenFactKind.Supply, "1", false)]
    [InlineData(CanteenFactKind.Supply, "canteen", false)]
    [InlineData(CanteenFactKind.Rating, "City", true)]
    [InlineData(CanteenFactKind.Rating, "Canteen", false)]
    [InlineData(CanteenFactKind.OpenKitchen, "yes", true)]
    [InlineData(CanteenFactKind.OpenKitchen, "", false)]
    [InlineData(CanteenFactKind.Licence, "2021-03-31", true)]
    [InlineData(CanteenFactKind.Licence, "2021-02-30", false)]
    [InlineData(CanteenFactKind.FinanceStaff, "钱会甲", true)]
    [InlineData(CanteenFactKind.FinanceStaff, " ", false)]
    [InlineData((CanteenFactKind)99, "x", false)]
    public void Each_kind_has_values_of_its_own(CanteenFactKind kind, string value, bool allowed) => CanteenFact.Allows(kind, value).Should().Be(allowed);

    private static CanteenFact Rated(int number, string from, CanteenRating rating) => new(number, CanteenFactKind.Rating, Day(from), $"{rating}");

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
