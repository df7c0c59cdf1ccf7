using CsCheck;
using EduAid.Domain.Payments.Sampling;

namespace EduAid.Domain.Tests.Payments.Sampling;

public sealed class AllocationTests
{
    public static TheoryData<int[], int, int[]> Cases => new()
    {
        // entries by school, to check, given
        { [500, 300, 200], 10, [5, 3, 2] },
        { [500, 300, 200], 7, [4, 2, 1] }, // quotas 3.5, 2.1, 1.4: the largest remainder is the first's
        { [900, 90, 10], 10, [8, 1, 1] }, // 9.0, 0.9, 0.1: the last would get none and gets the one above the first's share
        { [100, 100, 100], 2, [1, 1, 0] }, // fewer than schools: somebody is left out
        { [1, 1, 1], 3, [1, 1, 1] },
        { [997, 1, 1, 1], 4, [1, 1, 1, 1] },
        { [53_000, 24_000, 23_000], 1_000, [530, 240, 230] },
        { [4, 0, 6], 5, [2, 0, 3] },
        { [4, 6], 0, [0, 0] },
        { [4, 6], 10, [4, 6] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Schools_get_their_share_and_none_is_left_out_where_there_is_enough(int[] entries, int size, int[] given) =>
        Allocation.Proportional(Schools.Of(entries), size).In(entries.Length).Should().Equal(given);

    [Fact]
    public void Whatever_the_schools_all_is_given_nobody_more_than_it_has_and_nobody_nothing()
    {
        (from entries in Gen.Int[0, 400].List[1, 40]
         from part in Gen.Int[0, 1000]
         select (entries, size: (int)((long)entries.Sum() * part / 1000))).Sample(
            c =>
            {
                var given = Allocation.Proportional(Schools.Of(c.entries), c.size).In(c.entries.Count);
                given.Sum().Should().Be(c.size);
                for (var i = 0; i < given.Count; i++)
                {
                    given[i].Should().BeInRange(0, c.entries[i]);
                    if (c.entries[i] > 0 && c.size >= c.entries.Count(e => e > 0)) given[i].Should().BePositive();
                    // Giving one to those left out costs others at most what they were given beyond their share, and then some.
                    if (c.size >= 20 * c.entries.Count && c.entries[i] > 0)
                        given[i].Should().BeInRange((int)((double)c.size * c.entries[i] / c.entries.Sum()) - c.entries.Count, (int)((double)c.size * c.entries[i] / c.entries.Sum()) + 1);
                }
            },
            iter: 500);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public void More_than_there_are_is_a_broken_promise(int size) =>
        FluentActions.Invoking(() => Allocation.Proportional(Schools.Of(4, 6), size)).Should().Throw<ArgumentOutOfRangeException>();
}
