using EduAid.Domain.Payments.Sampling;

namespace EduAid.Domain.Tests.Payments.Sampling;

public sealed class SampleSizeTests
{
    /// <summary>Krejcie and Morgan, Determining sample size for research activities (1970), table 1; they round to the nearest, we round up.</summary>
    [Theory]
    [InlineData(10, 10)]
    [InlineData(15, 14)]
    [InlineData(20, 19)]
    [InlineData(50, 44)]
    [InlineData(75, 63)]
    [InlineData(100, 80)]
    [InlineData(150, 108)]
    [InlineData(200, 132)]
    [InlineData(300, 169)]
    [InlineData(500, 217)]
    [InlineData(1_000, 278)]
    [InlineData(2_000, 322)]
    [InlineData(3_000, 341)]
    [InlineData(5_000, 357)]
    [InlineData(10_000, 370)]
    [InlineData(50_000, 381)]
    public void Five_points_at_ninety_five_per_cent_need_what_the_published_table_says(int population, int published) =>
        SampleSize.For(population, Confidence.NinetyFive, 0.05m).Should().BeInRange(published, published + 1);

    [Theory]
    [InlineData(Confidence.Ninety, "0.05", 271)]
    [InlineData(Confidence.NinetyFive, "0.05", 385)]
    [InlineData(Confidence.NinetyNine, "0.05", 664)]
    [InlineData(Confidence.NinetyFive, "0.03", 1_068)]
    [InlineData(Confidence.NinetyFive, "0.10", 97)]
    [InlineData(Confidence.NinetyFive, "0.01", 9_604)]
    [InlineData(Confidence.NinetyNine, "0.01", 16_587)]
    public void Of_very_many_it_needs_the_well_known_numbers(Confidence confidence, string margin, int needed) =>
        SampleSize.For(1_000_000_000, confidence, decimal.Parse(margin, System.Globalization.CultureInfo.InvariantCulture)).Should().Be(needed);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(1_000, 278)]
    [InlineData(21_000, 378)]
    public void It_is_exact_to_one(int population, int needed) => SampleSize.For(population, Confidence.NinetyFive, 0.05m).Should().Be(needed);

    [Fact]
    public void Expecting_few_errors_needs_fewer() => SampleSize.For(1_000_000_000, Confidence.NinetyFive, 0.02m, 0.05m).Should().Be(457);

    [Fact]
    public void It_never_asks_for_more_than_there_are_and_grows_with_them()
    {
        var sizes = Enumerable.Range(0, 3_000).Select(n => SampleSize.For(n, Confidence.NinetyNine, 0.001m)).ToList();

        sizes.Should().BeInAscendingOrder();
        for (var n = 0; n < sizes.Count; n++) sizes[n].Should().BeInRange(Math.Min(n, 1), n);
    }

    [Theory]
    [InlineData(-1, "0.05", "0.5")]
    [InlineData(10, "0", "0.5")]
    [InlineData(10, "1", "0.5")]
    [InlineData(10, "0.05", "0")]
    [InlineData(10, "0.05", "1")]
    public void Senseless_wishes_are_a_broken_promise(int population, string margin, string expected) =>
        FluentActions.Invoking(() => SampleSize.For(population, Confidence.NinetyFive, Number(margin), Number(expected))).Should().Throw<ArgumentOutOfRangeException>();

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
