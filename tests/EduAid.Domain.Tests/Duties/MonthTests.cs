using CsCheck;
using EduAid.Domain.Duties;

namespace EduAid.Domain.Tests.Duties;

public class MonthTests
{
    [Theory]
    [InlineData("2020-02", 29, "2020-01", "2020-03")]
    [InlineData("2021-02", 28, "2021-01", "2021-03")]
    [InlineData("2020-12", 31, "2020-11", "2021-01")]
    [InlineData("2020-01", 31, "2019-12", "2020-02")]
    public void A_month_knows_its_days_and_its_neighbours(string text, int days, string before, string after)
    {
        Month.TryParse(text, out var month).Should().BeTrue();
        month.Days.Should().Be(days);
        month.Last.Day.Should().Be(days);
        month.Previous.ToString().Should().Be(before);
        month.Next.ToString().Should().Be(after);
        month.ToString().Should().Be(text);
    }

    [Theory]
    [InlineData("2020-13")]
    [InlineData("2020-1")]
    [InlineData("2020-01-01")]
    [InlineData("1989-12")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_month_is_not_read_as_one(string? text) => Month.TryParse(text, out _).Should().BeFalse();

    [Fact]
    public void A_month_is_written_as_documents_write_it() => Month.Of(new(2020, 9, 30)).ToChinese().Should().Be("2020年9月");

    [Fact]
    public void Counting_months_and_adding_them_are_each_others_reverse() =>
        Gen.Select(Gen.Int[1990, 2100], Gen.Int[1, 12], Gen.Int[-300, 300]).Sample((year, number, months) =>
        {
            var month = Month.Of(new(year, number, 1));
            var other = month.Plus(months);
            return other.Since(month) == months && month.CompareTo(other) == -Math.Sign(months) && Month.Of(other.Last) == other;
        });

    [Theory]
    [InlineData("within the month", "2020-09-10", "2020-09-20", "2020-09-10", "2020-09-20")]
    [InlineData("over it", "2020-08-10", "2020-10-20", "2020-09-01", "2020-09-30")]
    [InlineData("still going on", "2020-09-30", null, "2020-09-30", "2020-09-30")]
    [InlineData("ended on its first day", "2020-01-01", "2020-09-01", "2020-09-01", "2020-09-01")]
    [InlineData("ended before", "2020-01-01", "2020-08-31", null, null)]
    [InlineData("begins after", "2020-10-01", null, null, null)]
    public void A_span_has_its_days_in_a_month(string why, string from, string? until, string? first, string? last) =>
        new DutySpan(Day(from)!.Value, Day(until)).In(Month.Of(new(2020, 9, 1)))
            .Should().Be(first is null ? null : (Day(first)!.Value, Day(last)!.Value), why);

    [Theory]
    [InlineData("2020-09-01", "2020-09-10", "2020-09-10", null, true)]
    [InlineData("2020-09-01", "2020-09-10", "2020-09-11", null, false)]
    [InlineData("2020-09-11", null, "2020-09-01", "2020-09-10", false)]
    [InlineData("2020-09-11", null, "2020-09-01", null, true)]
    public void Two_spans_meet_where_they_have_a_day_in_common(string from, string? until, string otherFrom, string? otherUntil, bool meet)
    {
        var (one, other) = (new DutySpan(Day(from)!.Value, Day(until)), new DutySpan(Day(otherFrom)!.Value, Day(otherUntil)));
        one.Meets(other).Should().Be(meet);
        other.Meets(one).Should().Be(meet);
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
