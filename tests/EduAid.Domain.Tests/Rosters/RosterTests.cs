using EduAid.Domain.Rosters;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Rosters;

public sealed class RosterTests
{
    private static readonly DateTimeOffset At = new(2020, 4, 3, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public void A_draft_takes_over_the_sums_of_a_new_computation_and_is_fresh_again()
    {
        var roster = Draft();
        roster.MarkStale();

        roster.Rewrite(23, Money.FromYuan(9200), 2, 1, At);

        (roster.Entries, roster.Fen, roster.Flagged, roster.Held, roster.Stale, roster.GeneratedAt).Should().Be((23, 920_000, 2, 1, false, At));
    }

    [Fact]
    public void Turning_stale_twice_changes_nothing_the_second_time()
    {
        var roster = Draft();
        roster.MarkStale();
        var version = roster.Version;

        roster.MarkStale();

        (roster.Stale, roster.Version).Should().Be((true, version));
    }

    [Fact]
    public void Each_change_has_a_version_of_its_own()
    {
        var roster = Draft();
        var versions = new List<long> { roster.Version };
        roster.MarkStale();
        versions.Add(roster.Version);
        roster.Rewrite(1, Money.FromYuan(400), 0, 0, At);
        versions.Add(roster.Version);

        versions.Should().OnlyHaveUniqueItems().And.BeInAscendingOrder();
    }

    private static Roster Draft() => Roster.Draft("341523", new RosterId(Keys.New(At)), Semester.Spring(2020), "preschool", new SchoolId(Keys.New(At)));
}
