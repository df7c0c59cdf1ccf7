using EduAid.Domain.Payments.Sampling;

namespace EduAid.Domain.Tests.Payments.Sampling;

public sealed class ErrorEstimateTests
{
    private const int VeryMany = 1_000_000_000;

    /// <summary>Newcombe, Two-sided confidence intervals for the single proportion (1998), table I, method 3 (Wilson's).</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void One_school_of_very_many_has_the_published_interval(int errors, int read, double low, double high)
    {
        var estimate = Of((VeryMany, read, errors));

        (Math.Round(estimate.Low, 4), Math.Round(estimate.High, 4)).Should().Be((low, high));
        estimate.Rate.Should().Be((double)errors / read);
    }

    [Theory]
    [InlineData(300, 30, 3, 100, 10, 5, 0.2)]
    [InlineData(900, 10, 1, 100, 30, 15, 0.14)]
    [InlineData(50, 5, 0, 50, 5, 5, 0.5)]
    public void A_school_weighs_as_much_as_it_has_entries(int n1, int read1, int wrong1, int n2, int read2, int wrong2, double rate) =>
        Of((n1, read1, wrong1), (n2, read2, wrong2)).Rate.Should().BeApproximately(rate, 1e-12);

    [Fact]
    public void Two_schools_that_are_alike_say_the_same_as_one()
    {
        var (one, two) = (Of((2_000, 200, 20)), Of((1_000, 100, 10), (1_000, 100, 10)));

        two.Rate.Should().BeApproximately(one.Rate, 1e-12);
        two.Low.Should().BeApproximately(one.Low, 0.0005);
        two.High.Should().BeApproximately(one.High, 0.0005);
    }

    [Fact]
    public void A_part_checked_narrows_the_interval_and_all_checked_leaves_none()
    {
        var (few, half, all) = (Of((VeryMany, 100, 10)), Of((200, 100, 10)), Of((100, 100, 10)));

        (half.High - half.Low).Should().BeLessThan((few.High - few.Low) * 0.75);
        (all.Low, all.High).Should().Be((0.1, 0.1));
        // With 199/100 times the checked: n(N−1)/(N−n) = 199.
        (half.Low, half.High).Should().Be(ErrorEstimate.Wilson(0.1, 199, 1.959963985));
    }

    [Fact]
    public void An_uneven_sample_widens_the_interval()
    {
        // A tenth of the entries makes three quarters of the sample: it counts for less than forty.
        var uneven = Of((9_000, 10, 1), (1_000, 30, 3));
        var even = Of((9_000, 36, 4), (1_000, 4, 0));

        (uneven.High - uneven.Low).Should().BeGreaterThan((even.High - even.Low) * 1.3);
    }

    [Fact]
    public void No_error_found_is_not_no_error()
    {
        var estimate = Of((400, 40, 0), (100, 10, 0));

        (estimate.Rate, estimate.Low).Should().Be((0, 0));
        estimate.High.Should().BeInRange(0.05, 0.08);
        Of((400, 40, 40), (100, 10, 10)).Low.Should().BeApproximately(1 - estimate.High, 1e-12);
    }

    [Fact]
    public void Higher_confidence_is_wider()
    {
        SchoolFindings[] found = [new(Schools.School(1), 1_000, 100, 7)];
        var widths = Enum.GetValues<Confidence>().Order().Select(c => ErrorEstimate.Of(found, c)!).Select(e => e.High - e.Low).ToList();

        widths.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void Schools_where_nobody_was_checked_are_counted_and_shown_as_not_covered()
    {
        var estimate = Of((300, 30, 3), (100, 0, 0));

        (estimate.Population, estimate.Covered, estimate.Checked, estimate.Errors).Should().Be((400, 300, 30, 3));
        estimate.Rate.Should().BeApproximately(0.1, 1e-12);
        ErrorEstimate.Of([new(Schools.School(1), 10, 0, 0)], Confidence.NinetyFive).Should().BeNull();
    }

    [Theory]
    [InlineData(10, 5, 6)]
    [InlineData(10, 11, 0)]
    [InlineData(10, 5, -1)]
    public void Counts_that_cannot_be_are_a_broken_promise(int population, int read, int errors) =>
        FluentActions.Invoking(() => Of((population, read, errors))).Should().Throw<ArgumentException>();

    [Fact]
    public void The_interval_holds_the_truth_about_as_often_as_it_says()
    {
        // A county with an error of 6 % that lies mostly at two schools.
        int[] entries = [400, 300, 150, 80, 40, 20, 10];
        int[] wrong = [8, 6, 3, 27, 16, 0, 0];
        var candidates = Schools.Candidates(entries);
        var bad = candidates.GroupBy(c => c.School).SelectMany((g, i) => g.Take(wrong[i])).Select(c => c.Entry).ToHashSet();
        var truth = (double)wrong.Sum() / entries.Sum();
        var size = SampleSize.For(entries.Sum(), Confidence.NinetyFive, 0.05m, 0.1m);

        var held = Enumerable.Range(0, 400).Count(i =>
        {
            var drawn = SampleDraw.Draw($"draw {i}", candidates, size);
            var estimate = ErrorEstimate.Of(
                [.. drawn.GroupBy(c => c.School).Select(g => new SchoolFindings(g.Key, candidates.Count(c => c.School == g.Key), g.Count(), g.Count(c => bad.Contains(c.Entry))))],
                Confidence.NinetyFive)!;
            return estimate.Low <= truth && truth <= estimate.High;
        });

        held.Should().BeInRange(372, 400, "93 % of 400 at the least");
    }

    private static ErrorEstimate Of(params IEnumerable<(int Population, int Checked, int Errors)> schools) =>
        ErrorEstimate.Of([.. schools.Select((s, i) => new SchoolFindings(Schools.School(i + 1), s.Population, s.Checked, s.Errors))], Confidence.NinetyFive)!;
}
