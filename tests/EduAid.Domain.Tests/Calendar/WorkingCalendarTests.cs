using System.Globalization;
using EduAid.Domain.Calendar;

namespace EduAid.Domain.Tests.Calendar;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = HolidaySeeds.Calendar;

    [Theory]
    [InlineData("2020-01-19", true, "Sunday worked for the Spring Festival")]
    [InlineData("2020-01-23", true, "the Thursday before")]
    [InlineData("2020-01-24", false, "New Year's Eve")]
    [InlineData("2020-01-31", false, "the extension of 国办发明电〔2020〕1号")]
    [InlineData("2020-02-01", false, "no longer a make-up Saturday after the extension")]
    [InlineData("2020-02-02", false, "last day of the extension")]
    [InlineData("2020-02-03", true, "work begins")]
    [InlineData("2020-09-27", true, "Sunday worked for National Day")]
    [InlineData("2020-10-01", false, "National Day and Mid-Autumn on one day")]
    [InlineData("2020-10-08", false, "the eighth day of both")]
    [InlineData("2020-10-09", true, "the Friday after")]
    [InlineData("2020-10-10", true, "make-up Saturday")]
    [InlineData("2020-10-11", false, "an ordinary Sunday")]
    [InlineData("2019-05-02", false, "the Labour Day of 国办发明电〔2019〕3号")]
    [InlineData("2019-05-05", true, "and its make-up Sunday")]
    [InlineData("2022-12-31", false, "New Year 2023 begins in December")]
    [InlineData("2026-02-28", true, "make-up Saturday")]
    [InlineData("2026-09-20", true, "make-up Sunday before National Day")]
    public void A_day_is_worked_or_not_by_the_notice_of_its_year(string day, bool works, string because) =>
        Calendar.IsWorkingDay(Date(day)).Value.Should().Be(works, because);

    [Theory]
    [InlineData("2020-04-03", 5, "2020-04-13", "the three days of Qingming fall in between")]
    [InlineData("2020-01-22", 2, "2020-02-03", "the extended Spring Festival")]
    [InlineData("2020-09-30", 1, "2020-10-09", "eight days of National Day and Mid-Autumn")]
    [InlineData("2020-09-30", 2, "2020-10-10", "the make-up Saturday counts")]
    [InlineData("2020-12-30", 2, "2021-01-04", "across the turn of the year")]
    [InlineData("2020-06-24", 1, "2020-06-28", "the make-up Sunday after the Dragon Boat Festival")]
    [InlineData("2020-04-04", 0, "2020-04-04", "no day added leaves a holiday as it is")]
    [InlineData("2020-10-09", -1, "2020-09-30", "backwards over National Day")]
    [InlineData("2020-05-30", 1, "2020-06-01", "starting on a Saturday")]
    public void Adding_working_days_reaches(string start, int days, string expected, string because) =>
        Calendar.AddWorkingDays(Date(start), days).Value.Should().Be(Date(expected), because);

    [Theory]
    [InlineData("2020-04-03", "2020-04-13", 5)]
    [InlineData("2020-01-22", "2020-02-03", 2)]
    [InlineData("2020-10-01", "2020-10-08", 0)]
    [InlineData("2020-12-31", "2021-01-08", 5)]
    [InlineData("2020-06-01", "2020-06-01", 0)]
    [InlineData("2020-04-13", "2020-04-03", -5)]
    public void Working_days_between_leave_out_the_start_and_count_the_end(string start, string end, int expected) =>
        Calendar.WorkingDaysBetween(Date(start), Date(end)).Value.Should().Be(expected);

    [Fact]
    public void Counting_and_adding_agree_from_every_day_of_seven_years()
    {
        for (var day = new DateOnly(2019, 1, 1); day.Year < 2026; day = day.AddDays(1))
        {
            var reached = Calendar.AddWorkingDays(day, 5).Value;

            Calendar.WorkingDaysBetween(day, reached).Value.Should().Be(5);
            Calendar.IsWorkingDay(reached).Value.Should().BeTrue();
        }
    }

    [Fact]
    public void A_year_without_a_table_is_refused_by_name()
    {
        var calendar = new WorkingCalendar(HolidaySeeds.All.Select(s => s.Year).Where(y => y.Year is 2019 or 2020));

        calendar.IsWorkingDay(Date("2021-03-01")).MissingYear.Should().Be(2021);
        calendar.AddWorkingDays(Date("2020-12-30"), 5).MissingYear.Should().Be(2021);
        calendar.AddWorkingDays(Date("2019-01-02"), -5).MissingYear.Should().Be(2018);
        calendar.WorkingDaysBetween(Date("2020-12-30"), Date("2021-01-04")).MissingYear.Should().Be(2021);
        calendar.WorkingDaysBetween(Date("2021-01-04"), Date("2020-12-30")).MissingYear.Should().Be(2021);
    }

    [Fact]
    public void A_refusal_has_no_value_to_read()
    {
        var refused = new WorkingCalendar([]).AddWorkingDays(Date("2020-04-01"), 5);

        refused.IsKnown.Should().BeFalse();
        refused.TryGet(out _).Should().BeFalse();
        refused.Invoking(r => r.Value).Should().Throw<InvalidOperationException>().WithMessage("*2020*");
    }

    [Fact]
    public void The_end_of_time_is_refused_and_not_thrown()
    {
        var calendar = new WorkingCalendar([new HolidayYear(9999, [], [], [])]);

        calendar.AddWorkingDays(new DateOnly(9999, 12, 30), 100_000).IsKnown.Should().BeFalse();
        calendar.WorkingDaysBetween(new DateOnly(9999, 12, 30), DateOnly.MaxValue).Value.Should().Be(1);
    }

    [Fact]
    public void The_known_years_are_named() =>
        Calendar.Years.Should().BeInAscendingOrder().And.StartWith(2019).And.Contain(2026);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
