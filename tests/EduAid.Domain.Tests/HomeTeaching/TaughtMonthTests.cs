using System.Globalization;
using CsCheck;
using EduAid.Domain.Duties;
using EduAid.Domain.HomeTeaching;

namespace EduAid.Domain.Tests.HomeTeaching;

/// <summary>每月不少于4次: September 2020 has 30 days, a visit is due every seven and a half.</summary>
public class TaughtMonthTests
{
    private static readonly Month September = Month.Of(new(2020, 9, 1));
    private static readonly DutySpan Whole = new(new(2020, 1, 1), null);

    [Theory]
    [InlineData("on the register all month", "2020-01-01", null, 4)]
    [InlineData("taken on on the first", "2020-09-01", null, 4)]
    [InlineData("for half of the month, from the sixteenth", "2020-09-16", null, 2)]
    [InlineData("for 12 days: 1.6 visits", "2020-09-19", null, 2)]
    [InlineData("for 11 days: 1.47 visits", "2020-09-20", null, 1)]
    [InlineData("for 4 days: 0.53 of a visit", "2020-09-27", null, 1)]
    [InlineData("for 3 days: 0.4 of a visit", "2020-09-28", null, 0)]
    [InlineData("for the last day alone", "2020-09-30", null, 0)]
    [InlineData("ended on the fifteenth", "2020-01-01", "2020-09-15", 2)]
    [InlineData("ended on the last day", "2020-01-01", "2020-09-30", 4)]
    [InlineData("ended on the third", "2020-01-01", "2020-09-03", 0)]
    [InlineData("taken on and ended within it, for 15 days", "2020-09-08", "2020-09-22", 2)]
    [InlineData("ended before", "2020-01-01", "2020-08-31", 0)]
    [InlineData("taken on after", "2020-10-01", null, 0)]
    public void A_month_in_part_owes_the_proportion_to_the_nearest_visit(string why, string from, string? until, int owed) =>
        TaughtMonth.Of(new(Day(from), until is null ? null : Day(until)), September, [], 4, new(2020, 9, 30)).Owed.Should().Be(owed, why);

    [Theory]
    [InlineData("the first day: nothing is due yet", 1, "", TeachingPace.OnTrack, 30)]
    [InlineData("the eighth: seven days are over, 0.93 visits", 8, "", TeachingPace.OnTrack, 23)]
    [InlineData("the ninth: eight days are over, 1.07 visits", 9, "", TeachingPace.Behind, 22)]
    [InlineData("visited today", 9, "9", TeachingPace.OnTrack, 21)]
    [InlineData("one by the fifteenth: 14 days are over, 1.87 visits", 15, "1", TeachingPace.OnTrack, 16)]
    [InlineData("one by the sixteenth: half of the month is over, 2 are due", 16, "1", TeachingPace.Behind, 15)]
    [InlineData("three on the last day but one, one day and today are left", 29, "1,2,3", TeachingPace.OnTrack, 2)]
    [InlineData("two on the twenty-ninth: both days are needed", 29, "1,2", TeachingPace.Behind, 2)]
    [InlineData("one on the twenty-ninth: two days do not suffice for three", 29, "1", TeachingPace.Missed, 2)]
    [InlineData("three and it is the last day", 30, "1,2,3", TeachingPace.OnTrack, 1)]
    [InlineData("three, the last of them today", 30, "1,2,30", TeachingPace.Missed, 0)]
    [InlineData("four", 30, "1,2,3,30", TeachingPace.Kept, 0)]
    [InlineData("four early", 4, "1,2,3,4", TeachingPace.Kept, 26)]
    [InlineData("more than asked for", 9, "1,2,3,4,5", TeachingPace.Kept, 22)]
    public void A_month_is_held_against_an_even_pace_and_the_days_that_are_left(string why, int today, string visits, TeachingPace pace, int left)
    {
        var month = TaughtMonth.Of(Whole, September, Days(visits), 4, new(2020, 9, today));
        month.Pace.Should().Be(pace, why);
        month.DaysLeft.Should().Be(left, why);
    }

    [Theory]
    [InlineData("over, all done", "2020-10-01", "3,10,17,24", TeachingPace.Kept)]
    [InlineData("over, one lacks", "2020-10-01", "3,10,17", TeachingPace.Missed)]
    [InlineData("not begun", "2020-08-31", "", TeachingPace.OnTrack)]
    public void A_month_that_is_over_is_kept_or_missed(string why, string today, string visits, TeachingPace pace) =>
        TaughtMonth.Of(Whole, September, Days(visits), 4, Day(today)).Pace.Should().Be(pace, why);

    [Fact]
    public void Two_visits_on_one_day_count_once() =>
        TaughtMonth.Of(Whole, September, Days("3,3,10,10"), 4, new(2020, 9, 30)).Should().Match<TaughtMonth>(m => m.Done == 2 && m.Lacking == 2);

    [Fact]
    public void Visits_of_other_months_of_days_off_the_register_and_of_days_to_come_do_not_count()
    {
        var span = new DutySpan(new(2020, 9, 10), new(2020, 9, 20));
        DateOnly[] days = [new(2020, 8, 31), new(2020, 9, 9), new(2020, 9, 10), new(2020, 9, 18), new(2020, 9, 19), new(2020, 9, 21), new(2020, 10, 1)];
        TaughtMonth.Of(span, September, days, 4, new(2020, 9, 18)).Done.Should().Be(2);
    }

    [Fact]
    public void Nothing_is_owed_where_too_few_days_are_left_of_a_month() =>
        TaughtMonth.Of(new(new(2020, 9, 28), null), September, [], 4, new(2020, 9, 30)).Should().Match<TaughtMonth>(m => m.Pace == TeachingPace.None && !m.IsBehind);

    private static readonly Gen<(DutySpan Span, DateOnly[] Days, int AMonth, DateOnly Today)> Any =
        from begins in Gen.Int[-40, 40]
        from length in Gen.Int[0, 80]
        from open in Gen.Bool
        from days in Gen.Int[-10, 40].Array[0, 12]
        from aMonth in Gen.Int[1, 20]
        from today in Gen.Int[-5, 40]
        let first = September.First
        select (new DutySpan(first.AddDays(begins), open ? null : first.AddDays(begins + length)), days.Select(d => first.AddDays(d)).ToArray(), aMonth, first.AddDays(today));

    [Fact]
    public void Nobody_owes_more_than_a_whole_month_nor_more_than_there_are_days() => Any.Sample(c =>
    {
        var month = TaughtMonth.Of(c.Span, September, c.Days, c.AMonth, c.Today);
        return month.Owed <= c.AMonth && month.Owed <= September.Days && month.DueByNow <= month.Owed && month.Done + month.DaysLeft <= September.Days && month.DaysLeft >= 0;
    });

    [Fact]
    public void A_further_visit_never_makes_a_month_worse() => Gen.Select(Any, Gen.Int[0, 29]).Sample((c, more) =>
    {
        var further = September.First.AddDays(more);
        // A day that is over or today: one to come cannot be recorded.
        if (further > c.Today) return true;
        return TaughtMonth.Of(c.Span, September, [.. c.Days, further], c.AMonth, c.Today).Pace <= TaughtMonth.Of(c.Span, September, c.Days, c.AMonth, c.Today).Pace;
    });

    [Fact]
    public void What_is_missed_stays_missed_however_often_somebody_goes_from_then_on() => Any.Sample(c =>
    {
        if (TaughtMonth.Of(c.Span, September, c.Days, c.AMonth, c.Today).Pace != TeachingPace.Missed) return true;
        var every = Enumerable.Range(0, 31).Select(c.Today.AddDays).Where(d => d >= c.Today);
        return TaughtMonth.Of(c.Span, September, [.. c.Days.Where(d => d <= c.Today), .. every], c.AMonth, September.Last.AddDays(1)).Pace == TeachingPace.Missed;
    });

    [Fact]
    public void A_child_that_changes_its_school_within_a_month_owes_what_a_whole_month_owes_but_for_rounding() =>
        Gen.Select(Gen.Int[1, 29], Gen.Int[1, 20]).Sample((cut, aMonth) =>
        {
            var (before, after) = (new DutySpan(new(2020, 1, 1), September.First.AddDays(cut - 1)), new DutySpan(September.First.AddDays(cut), null));
            var sum = TaughtMonth.Of(before, September, [], aMonth, September.Last).Owed + TaughtMonth.Of(after, September, [], aMonth, September.Last).Owed;
            return Math.Abs(sum - aMonth) <= 1;
        });

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly[] Days(string days) => [.. days.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(d => new DateOnly(2020, 9, int.Parse(d, CultureInfo.InvariantCulture)))];
}
