using EduAid.Domain.Calendar;

namespace EduAid.Domain.Tests.Calendar;

public sealed class HolidaySeedsTests
{
    public static TheoryData<int> Years => [.. HolidaySeeds.All.Select(seed => seed.Year.Year)];

    [Fact]
    public void Every_year_from_2019_on_has_one_table_in_the_file_of_its_name()
    {
        var years = HolidaySeeds.All.Select(seed => seed.Year.Year).ToList();

        years.Should().Equal(Enumerable.Range(2019, years.Count));
        years.Should().Contain(2026);
        HolidaySeeds.All.Should().OnlyContain(seed => seed.File == $"{seed.Year.Year}.json");
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Each_table_names_its_notice_with_its_number(int year)
    {
        var notices = Table(year).Documents;

        notices.Should().NotBeEmpty();
        notices.Should().OnlyContain(n => n.Number.StartsWith("国办发明电〔", StringComparison.Ordinal) && n.Number.EndsWith('号'));
        notices[0].Title.Should().Be($"国务院办公厅关于{year}年部分节假日安排的通知");
        notices[0].Number.Should().Contain($"〔{year - 1}〕", "the arrangement is published in the year before");
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Holidays_stand_in_order_without_overlap_and_within_the_year_or_the_new_year_before(int year)
    {
        var holidays = Table(year).Holidays;

        holidays.Should().OnlyContain(h => h.From <= h.To && h.To.Year == year);
        holidays.Skip(1).Should().OnlyContain(h => h.From.Year == year);
        holidays[0].From.Should().BeOnOrAfter(new DateOnly(year - 1, 12, 29));
        holidays.Zip(holidays.Skip(1)).Should().OnlyContain(pair => pair.First.To < pair.Second.From);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void The_seven_festivals_all_stand_in_the_table(int year)
    {
        var names = Table(year).Holidays.SelectMany(h => h.Name.Split('、'));

        names.Should().BeEquivalentTo("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节");
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Make_up_days_are_weekend_days_and_no_holidays(int year)
    {
        var table = Table(year);

        table.Workdays.Should().OnlyContain(d => d.DayOfWeek == DayOfWeek.Saturday || d.DayOfWeek == DayOfWeek.Sunday);
        table.Workdays.Should().OnlyContain(d => !table.Holidays.Any(h => h.From <= d && d <= h.To));
        table.Workdays.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        table.Workdays.Should().OnlyContain(d => d >= new DateOnly(year - 1, 12, 28) && d.Year <= year);
    }

    /// <summary>
    /// 全国年节及纪念日放假办法: 11 days until 2024, 13 from 2025. In 2020 the extension gave 31 January and took back
    /// the make-up day of 1 February.
    /// </summary>
    [Theory]
    [InlineData(2019, 11)]
    [InlineData(2020, 13)]
    [InlineData(2021, 11)]
    [InlineData(2022, 11)]
    [InlineData(2023, 11)]
    [InlineData(2024, 11)]
    [InlineData(2025, 13)]
    [InlineData(2026, 13)]
    public void A_year_has_its_weekends_and_its_lawful_days_off(int year, int lawful)
    {
        var days = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365)
            .Select(new DateOnly(year, 1, 1).AddDays).ToList();
        var weekends = days.Count(d => d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);

        days.Count(d => !HolidaySeeds.Calendar.IsWorkingDay(d).Value).Should().Be(weekends + lawful);
    }

    private static HolidayYear Table(int year) => HolidaySeeds.All.Single(seed => seed.Year.Year == year).Year;
}
