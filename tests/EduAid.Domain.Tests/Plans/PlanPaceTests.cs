using EduAid.Domain.Plans;

namespace EduAid.Domain.Tests.Plans;

public class PlanPaceTests
{
    private static readonly DateOnly Begins = new(2020, 1, 1);
    private static readonly PaceRule Rule = new(Points: 10, SoonDays: 14);

    // 2020 is a leap year: from 1 January to 30 September 273 days, to 31 December 365.
    [Theory]
    [InlineData("reached before its day", 4L, "2020-05-01", 4L, PlanState.Done)]
    [InlineData("more than asked for", 4L, "2020-05-01", 5L, PlanState.Done)]
    [InlineData("reached after its day", 4L, "2021-02-01", 4L, PlanState.Done)]
    [InlineData("nothing on the first day", 4L, "2020-01-01", null, PlanState.OnTrack)]
    [InlineData("half of the year, half done", 4L, "2020-07-01", 2L, PlanState.OnTrack)]
    [InlineData("exactly ten points behind: 36.5 of 365 days", 100L, "2020-02-06", 0L, PlanState.OnTrack)]
    [InlineData("a day later", 100L, "2020-02-07", 0L, PlanState.Behind)]
    [InlineData("exactly twenty points behind: 73 days", 100L, "2020-03-14", 0L, PlanState.Behind)]
    [InlineData("a day more", 100L, "2020-03-15", 0L, PlanState.Late)]
    [InlineData("the last day still counts", 100L, "2020-12-31", 95L, PlanState.OnTrack)]
    [InlineData("the day after", 100L, "2021-01-01", 99L, PlanState.Late)]
    [InlineData("no target yet", null, "2020-12-31", 5L, PlanState.None)]
    [InlineData("a target of nought is reached", 0L, "2020-02-01", null, PlanState.Done)]
    public void A_count_is_held_against_an_even_pace(string why, long? target, string on, long? figure, PlanState expected) =>
        PlanPace.Of(new(MeasureKind.Count, target, null, new(2020, 12, 31), figure, null, []), Begins, Day(on), Rule).Should().Be(expected, why);

    [Theory]
    [InlineData("exactly the threshold", 8000L, null, 80L, 100L, "2020-06-01", PlanState.Done)]
    [InlineData("79.9999 % is not 80 %", 8000L, null, 799_999L, 1_000_000L, "2021-01-01", PlanState.Late)]
    [InlineData("thirds are compared exactly", 6667L, null, 2L, 3L, "2021-01-01", PlanState.Late)]
    [InlineData("and reach what they reach", 6666L, null, 2L, 3L, "2021-01-01", PlanState.Done)]
    [InlineData("nearly there in autumn", 8000L, null, 78L, 100L, "2020-10-01", PlanState.OnTrack)]
    [InlineData("60 of 80 % on the first of October", 8000L, null, 50L, 100L, "2020-10-01", PlanState.Behind)]
    [InlineData("40 of 80 %", 8000L, null, 40L, 100L, "2020-10-01", PlanState.Late)]
    [InlineData("nothing reported counts as nought", 8000L, null, null, null, "2020-10-01", PlanState.Late)]
    [InlineData("nothing to divide by", 8000L, null, 0L, 0L, "2020-10-01", PlanState.Late)]
    [InlineData("the floor keeps it green, even afterwards", 10000L, 9400L, 94L, 100L, "2021-01-01", PlanState.OnTrack)]
    [InlineData("below the floor it is judged like any other", 10000L, 9400L, 93L, 100L, "2021-01-01", PlanState.Late)]
    public void A_share_is_held_against_its_threshold(string why, long target, long? floor, long? part, long? whole, string on, PlanState expected) =>
        PlanPace.Of(new(MeasureKind.Percentage, target, floor, new(2020, 12, 31), part, whole, []), Begins, Day(on), Rule).Should().Be(expected, why);

    [Theory]
    [InlineData("long before the first", "2020-06-01", false, false, PlanState.OnTrack)]
    [InlineData("fifteen days before", "2020-06-15", false, false, PlanState.OnTrack)]
    [InlineData("fourteen days before", "2020-06-16", false, false, PlanState.Behind)]
    [InlineData("on the day", "2020-06-30", false, false, PlanState.Behind)]
    [InlineData("the day after", "2020-07-01", false, false, PlanState.Late)]
    [InlineData("the first done, the next far away", "2020-07-01", true, false, PlanState.OnTrack)]
    [InlineData("the second done, the first not", "2020-07-01", false, true, PlanState.Late)]
    [InlineData("all done", "2021-07-01", true, true, PlanState.Done)]
    public void A_milestone_has_its_own_day(string why, string on, bool first, bool second, PlanState expected) =>
        PlanPace.Of(new(MeasureKind.Milestones, null, null, new(2020, 12, 31), null, null, [new("上半年", new(2020, 6, 30), first), new("全年", new(2020, 12, 15), second)]), Begins, Day(on), Rule)
            .Should().Be(expected, why);

    [Fact]
    public void A_checklist_goes_at_an_even_pace()
    {
        MeasureStanding Of(int done) => new(MeasureKind.Checklist, null, null, new(2020, 12, 31), null, null, [.. Enumerable.Range(0, 10).Select(n => new StepStanding($"{n}", new(2020, 12, 31), n < done))]);
        PlanPace.Of(Of(5), Begins, new(2020, 7, 1), Rule).Should().Be(PlanState.OnTrack);
        PlanPace.Of(Of(3), Begins, new(2020, 7, 1), Rule).Should().Be(PlanState.Behind);
        PlanPace.Of(Of(2), Begins, new(2020, 7, 1), Rule).Should().Be(PlanState.Late);
    }

    [Theory]
    [InlineData(MeasureKind.Ratio)]
    [InlineData(MeasureKind.Stated)]
    public void What_has_nothing_to_reach_has_no_colour(MeasureKind kind) =>
        PlanPace.Of(new(kind, 5, null, new(2020, 12, 31), 1, 2, []), Begins, new(2021, 1, 1), Rule).Should().Be(PlanState.None);

    [Theory]
    [InlineData(PlanState.Done, PlanState.Done, PlanState.None)]
    [InlineData(PlanState.OnTrack, PlanState.Done, PlanState.OnTrack)]
    [InlineData(PlanState.Late, PlanState.Behind, PlanState.Late)]
    [InlineData(PlanState.None)]
    public void The_worst_measure_is_the_items_state(PlanState expected, params PlanState[] states) => PlanPace.Worst(states).Should().Be(expected);

    [Fact]
    public void The_points_and_days_are_those_of_the_setting()
    {
        var strict = new PaceRule(Points: 5, SoonDays: 30);
        PlanPace.Of(new(MeasureKind.Count, 100, null, new(2020, 12, 31), 0, null, []), Begins, new(2020, 2, 1), strict).Should().Be(PlanState.Behind);
        PlanPace.Of(new(MeasureKind.Milestones, null, null, new(2020, 12, 31), null, null, [new("上半年", new(2020, 6, 30), false)]), Begins, new(2020, 6, 1), strict).Should().Be(PlanState.Behind);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
