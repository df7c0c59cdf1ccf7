using System.Globalization;
using EduAid.Domain.Pairing;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Pairing;

public class HouseholdHistoryTests
{
    // Poor by the list that holds to the autumn of 2019, out of poverty by the one from spring 2020, whose semester begins on 1 February.
    private static readonly HouseholdStatus Poor = new(Semester.Always, Semester.Spring(2020).Number, "未脱贫", null);
    private static readonly HouseholdStatus Exited = new(Semester.Spring(2020), int.MaxValue, "已脱贫", 2019);

    [Theory]
    [InlineData("the list of the year before", "2019-12-31", false)]
    [InlineData("January belongs to the autumn", "2020-01-31", false)]
    [InlineData("the first day of the semester of the new list", "2020-02-01", true)]
    [InlineData("years later", "2026-11-30", true)]
    public void The_list_that_holds_on_the_day_decides(string why, string day, bool exited) =>
        new HouseholdHistory([Poor, Exited]).HasExited(DateOnly.Parse(day, CultureInfo.InvariantCulture)).Should().Be(exited, why);

    [Theory]
    [InlineData("已脱贫", null, true, "no year is stated")]
    [InlineData("已脱贫", 2019, true, "the year before")]
    [InlineData("已脱贫", 2020, false, "the year is not over: a year is no day, and the stricter reading is the later")]
    [InlineData("已脱贫", 2021, false, "to come")]
    [InlineData("未脱贫", null, false, "poor")]
    [InlineData("脱贫不稳定户", 2018, false, "it may fall back")]
    [InlineData("边缘易致贫户", null, false, "at risk")]
    [InlineData("建档立卡", null, false, "the list does not say")]
    public void Only_a_household_that_is_surely_out_of_poverty_is_visited_less(string category, int? year, bool exited, string why) =>
        new HouseholdHistory([new(Semester.Always, int.MaxValue, category, year)]).HasExited(new(2020, 6, 30)).Should().Be(exited, why);

    [Fact]
    public void Of_members_who_are_listed_differently_the_poor_one_decides_and_on_no_list_the_household_counts_as_poor()
    {
        new HouseholdHistory([Exited, Exited with { Category = "未脱贫" }]).HasExited(new(2020, 6, 30)).Should().BeFalse();
        new HouseholdHistory([]).HasExited(new(2020, 6, 30)).Should().BeFalse();
        new HouseholdHistory([Exited with { Until = Semester.Autumn(2020).Number }]).HasExited(new(2020, 8, 1)).Should().BeFalse("it is on the list no more");
    }
}
