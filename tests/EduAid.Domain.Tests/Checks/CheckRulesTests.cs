using EduAid.Domain.Checks;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Checks;

public class CheckRulesTests
{
    [Theory]
    [InlineData("preschool", "compulsory-living", true)]
    [InlineData("compulsory-living", "senior-high-grant", true)]
    [InlineData("senior-high-grant", "vocational-grant", true)]
    [InlineData("senior-high-tuition", "vocational-tuition", true)]
    [InlineData("senior-high-grant", "senior-high-tuition", false)]
    [InlineData("vocational-grant", "vocational-tuition", false)]
    [InlineData("senior-high-grant", "university-travel", true)]
    [InlineData("compulsory-living", "compulsory-living", false)]
    public void Programmes_of_different_stages_exclude_each_other(string one, string other, bool excludes)
    {
        CheckRules.Excludes(Programme.Find(one)!, Programme.Find(other)!).Should().Be(excludes);
        CheckRules.Excludes(Programme.Find(other)!, Programme.Find(one)!).Should().Be(excludes, "it is so in both directions");
    }

    [Theory]
    [InlineData("2020-spring", 0, "2020-07-31")]
    [InlineData("2020-spring", 30, "2020-08-30")]
    [InlineData("2020-autumn", 0, "2021-01-31")]
    [InlineData("2020-autumn", 30, "2021-03-02")]
    [InlineData("2023-autumn", 29, "2024-02-29")]
    public void Money_of_a_semester_is_late_after_its_last_day_and_the_days_that_are_set(string semester, int days, string last)
    {
        Semester.TryParse(semester, out var of).Should().BeTrue();
        CheckRules.LastDayToPay(of, days).Should().Be(DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(100, 120, true)]
    [InlineData(100, 119, false)]
    [InlineData(10, 19, false)]
    [InlineData(10, 20, true)]
    [InlineData(0, 9, false)]
    [InlineData(0, 10, true)]
    [InlineData(200, 100, false)]
    public void Boarders_jump_when_they_grow_by_a_fifth_and_by_ten_children(int before, int now, bool jumps) =>
        CheckRules.Jumps(before, now, percent: 20, children: 10).Should().Be(jumps);

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    [InlineData(false, false, false)]
    public void A_pupil_appears_only_when_paid_where_both_neighbouring_lists_are_there_and_neither_has_it(bool bothSent, bool listed, bool only) =>
        CheckRules.OnlyWhenPaid(bothSent, listed).Should().Be(only);

    [Theory]
    [InlineData("2020-05-01", "2020-05-11", true)]
    [InlineData("2020-05-01", "2020-05-12", false)]
    [InlineData("2020-05-11", "2020-05-11", true)]
    [InlineData("2020-05-12", "2020-05-11", false)]
    public void A_card_is_changed_late_in_the_ten_days_before_it_is_paid(string changed, string paid, bool late) =>
        CheckRules.ChangedLate(Day(changed), Day(paid), 10).Should().Be(late);

    [Fact]
    public void Every_check_has_one_code() => CheckCodes.All.Should().OnlyHaveUniqueItems().And.HaveCount(18, "domain.md section 4 names so many");

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
