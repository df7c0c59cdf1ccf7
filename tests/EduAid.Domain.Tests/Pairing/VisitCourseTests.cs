using System.Globalization;
using CsCheck;
using EduAid.Domain.Duties;
using EduAid.Domain.Pairing;

namespace EduAid.Domain.Tests.Pairing;

/// <summary>未脱贫户每月走访一次,已脱贫户至少每两月一次: months are written as 2020-03; a household that is poor asks for 1, one that is out of poverty for 2.</summary>
public class VisitCourseTests
{
    // One letter a month from the month in which the pairing began: - nothing due, e visited early, k kept, d still due, M missed.
    [Theory]
    [InlineData("poor, visited every month", 1, "2020-01-01", "2020-01-15,2020-02-15,2020-03-31", "2020-03", "kkk")]
    [InlineData("poor, paired on the first: the first month is owed", 1, "2020-01-01", "", "2020-01", "d")]
    [InlineData("poor, paired on the second: the first month is not owed", 1, "2020-01-02", "", "2020-01", "-")]
    [InlineData("poor, paired in mid-month: due by the end of the next", 1, "2020-01-15", "", "2020-02", "-d")]
    [InlineData("poor, paired in mid-month and never visited", 1, "2020-01-15", "", "2020-04", "-MMd")]
    [InlineData("poor, visited in the month in which it was paired", 1, "2020-01-15", "2020-01-20", "2020-02", "ed")]
    [InlineData("poor, the visit of March on the first of April is April's", 1, "2020-01-01", "2020-01-31,2020-02-29,2020-04-01", "2020-04", "kkMk")]
    [InlineData("poor, two visits in a month are no visit in the next", 1, "2020-01-01", "2020-01-02,2020-01-30", "2020-02", "kd")]
    [InlineData("out of poverty, paired on the first: due by the end of the second month", 2, "2020-01-01", "", "2020-02", "-d")]
    [InlineData("out of poverty, paired in mid-month: due by the end of the third", 2, "2020-01-15", "", "2020-03", "--d")]
    [InlineData("out of poverty, every second month", 2, "2020-01-01", "2020-02-10,2020-04-10,2020-06-10", "2020-06", "-k-k-k")]
    [InlineData("out of poverty, a visit ahead of time moves the next one", 2, "2020-01-01", "2020-02-10,2020-03-10", "2020-05", "-ke-d")]
    [InlineData("out of poverty, a period that was missed counts once", 2, "2020-01-01", "", "2020-05", "-M-M-")]
    [InlineData("out of poverty, made good a month late: the next is counted from there", 2, "2020-01-01", "2020-03-10", "2020-05", "-Me-d")]
    [InlineData("out of poverty, over the turn of the year", 2, "2019-11-01", "2019-12-31", "2020-02", "-k-d")]
    [InlineData("out of poverty, over the turn of the year, missed", 2, "2019-11-20", "", "2020-02", "--M-")]
    public void A_month_stands_as_its_visits_say(string why, int interval, string from, string visits, string running, string months) =>
        Letters(VisitCourse.Of(new(Day(from), null), null, Days(visits), _ => interval, M(running), M(running))).Should().Be(months, why);

    [Theory]
    [InlineData("ended in mid-month: by that month's end nobody is asked", "2020-03-30", "kM-")]
    [InlineData("ended on the last day of a month: it was owed", "2020-03-31", "kMM")]
    [InlineData("ended in the month before", "2020-02-15", "k-")]
    public void Nothing_is_due_by_the_end_of_a_month_in_which_the_pairing_had_ended(string why, string until, string months) =>
        Letters(VisitCourse.Of(new(new(2020, 1, 1), Day(until)), null, Days("2020-01-05"), _ => 1, M("2020-06"), M("2020-06"))).Should().Be(months, why);

    [Theory]
    [InlineData("came out of poverty in March: what was due in March then is not", "2020-03", "2020-01-10,2020-02-10", "2020-04", "kk-d")]
    [InlineData("came out in April: March was owed as a poor household's", "2020-04", "2020-01-10,2020-02-10", "2020-04", "kkM-")]
    [InlineData("came out in March, February missed as a poor household's: two months from there", "2020-03", "2020-01-10", "2020-04", "kM-d")]
    public void The_status_on_a_months_last_day_decides_what_it_owes(string why, string exitedIn, string visits, string running, string months) =>
        Letters(VisitCourse.Of(new(new(2020, 1, 1), null), null, Days(visits), m => m < M(exitedIn) ? 1 : 2, M(running), M(running))).Should().Be(months, why);

    [Theory]
    [InlineData("fell back in April, last visited in February: two months without a visit", "2020-02-10", "2020-04", "-k-d")]
    [InlineData("fell back in April, visited in March", "2020-03-10", "2020-04", "-Med")]
    public void A_household_that_falls_back_is_due_every_month_again(string why, string visits, string running, string months) =>
        Letters(VisitCourse.Of(new(new(2020, 1, 1), null), null, Days(visits), m => m < M("2020-04") ? 2 : 1, M(running), M(running))).Should().Be(months, why);

    [Theory]
    [InlineData("nothing missed", "2020-01-05,2020-02-05", "2020-03", 0, null, "2020-03")]
    [InlineData("February missed, it is March", "2020-01-05", "2020-03", 1, "2020-02", "2020-03")]
    [InlineData("February and March missed", "2020-01-05", "2020-04", 2, "2020-02", "2020-04")]
    [InlineData("February missed and visited in March: no longer overdue", "2020-01-05,2020-03-01", "2020-03", 0, null, "2020-04")]
    [InlineData("visited in March, missed in April", "2020-01-05,2020-03-01", "2020-05", 1, "2020-04", "2020-05")]
    public void Overdue_is_what_was_missed_since_the_last_visit(string why, string visits, string running, int overdue, string? since, string next)
    {
        var course = VisitCourse.Of(new(new(2020, 1, 1), null), null, Days(visits), _ => 1, M(running), M(running));
        (course.Overdue, course.OverdueSince?.ToString(), course.Next?.ToString()).Should().Be((overdue, since, next), why);
    }

    [Fact]
    public void The_next_visit_of_a_household_out_of_poverty_is_two_months_after_the_last()
    {
        VisitCourse.Of(new(new(2020, 1, 1), null), null, Days("2020-11-20"), _ => 2, M("2020-11"), M("2020-11")).Next.Should().Be(M("2021-01"));
        VisitCourse.Of(new(new(2020, 1, 1), new(2020, 12, 31)), null, Days("2020-11-20"), _ => 2, M("2020-11"), M("2020-11")).Next.Should().BeNull("it ends before");
    }

    [Fact]
    public void Days_outside_the_pairing_do_not_count() =>
        Letters(VisitCourse.Of(new(new(2020, 1, 10), new(2020, 3, 31)), null, Days("2020-01-09,2020-04-01"), _ => 1, M("2020-03"), M("2020-05"))).Should().Be("-MM");

    private static readonly Gen<(DutySpan Span, DateOnly[] Days, int[] Asked, Month Running)> Any =
        from begins in Gen.Int[0, 60]
        from length in Gen.Int[0, 700]
        from open in Gen.Bool
        from days in Gen.Int[0, 700].Array[0, 14]
        from asked in Gen.Int[1, 3].Array[26]
        from running in Gen.Int[0, 24]
        let first = new DateOnly(2019, 1, 1)
        select (new DutySpan(first.AddDays(begins), open ? null : first.AddDays(begins + length)), days.Select(d => first.AddDays(d)).ToArray(), asked, M("2019-01").Plus(running));

    private static VisitCourse Course((DutySpan Span, DateOnly[] Days, int[] Asked, Month Running) c, IEnumerable<DateOnly>? days = null) =>
        VisitCourse.Of(c.Span, null, days ?? c.Days, m => c.Asked[m.Since(M("2019-01"))], c.Running, c.Running);

    [Fact]
    public void A_further_visit_never_makes_more_periods_missed_nor_a_household_overdue() => Gen.Select(Any, Gen.Int[0, 700]).Sample((c, more) =>
    {
        var (without, with) = (Course(c), Course(c, [.. c.Days, new DateOnly(2019, 1, 1).AddDays(more)]));
        return Missed(with) <= Missed(without) && with.Overdue <= without.Overdue;
    });

    [Fact]
    public void A_visit_in_every_month_leaves_nothing_missed() => Any.Sample(c =>
        Missed(Course(c, Enumerable.Range(0, 25).Select(m => M("2019-01").Plus(m)).Select(m => c.Span.In(m)?.First).OfType<DateOnly>())) == 0);

    [Fact]
    public void Nothing_is_due_sooner_after_a_visit_than_the_interval() => Any.Sample(c =>
    {
        var months = Course(c).Months;
        return months.Index().All(m => !m.Item.WasDue || !months.Take(m.Index).TakeLast(m.Item.Interval - 1).Any(before => before.Visits > 0 || before.State == PairedMonthState.Missed));
    });

    [Fact]
    public void Begun_again_at_the_last_visit_before_a_month_the_course_is_the_same_from_there() => Gen.Select(Any, Gen.Int[0, 24]).Sample((c, cut) =>
    {
        var first = M("2019-01").Plus(cut);
        var before = c.Days.Where(d => d < first.First && c.Span.Covers(d)).Select(d => (DateOnly?)d).Max();
        var whole = Course(c).Months.Where(m => m.Month >= first);
        var part = VisitCourse.Of(c.Span, before, c.Days.Where(d => d >= first.First), m => c.Asked[m.Since(M("2019-01"))], c.Running, c.Running).Months.Where(m => m.Month >= first);
        return whole.SequenceEqual(part);
    });

    private static int Missed(VisitCourse course) => course.Months.Count(m => m.State == PairedMonthState.Missed);

    private static string Letters(VisitCourse course) => string.Concat(course.Months.Select(m => m.State switch
    {
        PairedMonthState.Rest => '-',
        PairedMonthState.Early => 'e',
        PairedMonthState.Kept => 'k',
        PairedMonthState.Due => 'd',
        _ => 'M',
    }));

    private static Month M(string text) => Month.TryParse(text, out var month) ? month : throw new ArgumentException(text);

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly[] Days(string days) => [.. days.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Day)];
}
