using EduAid.Domain.Payments.Sampling;

namespace EduAid.Domain.Tests.Payments.Sampling;

public sealed class SampleDrawTests
{
    private const string Seed = "2020-07-15 福彩3D 417";

    private static readonly IReadOnlyList<Candidate> County = Schools.Candidates(120, 60, 20, 1);

    /// <summary>Computed apart from the product: SHA-256 of 00 00 00 17, the 23 bytes of the seed and the 32 digits of the key.</summary>
    [Fact]
    public void A_ticket_is_what_the_description_says() =>
        SampleDraw.Ticket(Seed, new Guid("0190d3f0-a1b2-7c3d-8e4f-5a6b7c8d9e0f")).Should().Be("6a87424057c088559f2fc5d810454d5b85b4d70462496df6c47224035beebe84");

    [Fact]
    public void The_same_seed_draws_the_same_in_whatever_order_the_list_comes()
    {
        var drawn = SampleDraw.Draw(Seed, County, 30);
        var shuffled = County.ToArray();
        new Random(1).Shuffle(shuffled);

        SampleDraw.Draw(Seed, shuffled, 30).Should().Equal(drawn);
        drawn.Should().HaveCount(30).And.OnlyHaveUniqueItems().And.BeSubsetOf(County);
        drawn.GroupBy(c => c.School).ToDictionary(g => g.Key, g => g.Count()).In(4).Should().Equal(17, 9, 3, 1);
        SampleDraw.Draw(Seed + "8", County, 30).Should().NotEqual(drawn);
    }

    [Fact]
    public void Everybody_is_drawn_about_as_often_as_anybody_else()
    {
        const int Draws = 2_000;
        var candidates = Schools.Candidates(50);
        var times = candidates.ToDictionary(c => c.Entry, _ => 0);
        for (var i = 0; i < Draws; i++)
            foreach (var drawn in SampleDraw.Draw($"seed {i}", candidates, 10)) times[drawn.Entry]++;

        // Chi-squared with 49 degrees of freedom, over 50 counts of a fifth each; 85.35 is passed once in a thousand.
        var expected = Draws / 5.0;
        times.Values.Sum(t => (t - expected) * (t - expected) / (expected * 0.8)).Should().BeLessThan(85.35);
    }

    [Fact]
    public void Asking_for_more_keeps_those_already_drawn() =>
        SampleDraw.Draw(Seed, County, 30).Should().BeSubsetOf(SampleDraw.Draw(Seed, County, 60));

    [Fact]
    public void Nothing_asked_draws_nothing_and_all_draws_all()
    {
        SampleDraw.Draw(Seed, County, 0).Should().BeEmpty();
        SampleDraw.Draw(Seed, County, County.Count).Should().BeEquivalentTo(County);
        SampleDraw.Draw(Seed, [], 0).Should().BeEmpty();
    }

    [Fact]
    public void A_blank_seed_a_repeated_entry_or_too_many_are_broken_promises()
    {
        FluentActions.Invoking(() => SampleDraw.Draw(" ", County, 1)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => SampleDraw.Draw(Seed, [.. County, County[0]], 1)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => SampleDraw.Draw(Seed, County, County.Count + 1)).Should().Throw<ArgumentException>();
    }
}
