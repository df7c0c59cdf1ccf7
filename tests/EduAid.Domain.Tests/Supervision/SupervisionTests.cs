using EduAid.Domain.Plans;
using EduAid.Domain.Supervision;

namespace EduAid.Domain.Tests.Supervision;

public class SupervisionTests
{
    private static readonly DateOnly Due = new(2020, 6, 30);

    [Fact]
    public void An_order_is_replied_to_closed_and_opened_again()
    {
        var order = Issued();
        order.Number.Should().Be("督办〔2020〕3号");
        order.Close("督查甲").Should().Be(OrderRefusal.WrongState, "nobody has replied");
        order.Reply("单位甲").Should().BeNull();
        order.Reply("单位甲").Should().Be(OrderRefusal.WrongState, "one reply at a time");
        order.Close("督查甲").Should().BeNull();
        order.State.Should().Be(OrderState.Closed);
        order.Reopen(new(2020, 7, 1), new(2020, 7, 2)).Should().Be(OrderRefusal.DayPassed);
        order.Reopen(new(2020, 7, 31), new(2020, 7, 2)).Should().BeNull();
        (order.State, order.Due, order.Reopened, order.RepliedBy, order.Steps).Should().Be((OrderState.Open, new DateOnly(2020, 7, 31), 1, null, 4));
        order.Reopen(new(2020, 7, 31), new(2020, 7, 2)).Should().Be(OrderRefusal.WrongState, "it is open");
    }

    [Fact]
    public void Whoever_replied_does_not_close()
    {
        var order = Issued();
        order.Reply("张三");
        order.Close("张三").Should().Be(OrderRefusal.SamePerson);
        (order.State, order.Steps, order.Version).Should().Be((OrderState.Replied, 2, 1L), "a refusal changes nothing");
    }

    [Theory]
    [InlineData("the day itself", "2020-06-30", false, false)]
    [InlineData("the day after", "2020-07-01", false, true)]
    [InlineData("replied to", "2020-07-01", true, false)]
    public void An_order_is_overdue_after_its_day_until_the_unit_replies(string why, string on, bool replied, bool overdue)
    {
        var order = Issued();
        if (replied) order.Reply("单位甲");
        order.IsOverdue(DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture)).Should().Be(overdue, why);
    }

    public static TheoryData<string, UnitStanding, UnitStanding, int> Pairs => new()
    {
        { "half red is worse than a third", Of("甲", 2, late: 1), Of("乙", 3, late: 1), 1 },
        { "one of one red is worse than nine of ten", Of("甲", 1, late: 1), Of("乙", 10, late: 9), 1 },
        { "with red equal, amber decides", Of("甲", 4, behind: 1), Of("乙", 4, behind: 2), -1 },
        { "then overdue orders", Of("甲", 4, orders: 1), Of("乙", 4), 1 },
        { "then what is finished", Of("甲", 4, done: 3), Of("乙", 8, done: 5), -1 },
        { "equal in everything", Of("甲", 4, done: 2, late: 1), Of("乙", 8, done: 4, late: 2), 0 },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Units_are_ranked_by_share_of_red_then_amber_then_orders_then_finished(string why, UnitStanding one, UnitStanding other, int expected)
    {
        var ranks = UnitRanking.Rank([one, other]).ToDictionary(r => r.Standing.Unit, r => r.Rank);
        ranks[one.Unit].CompareTo(ranks[other.Unit]).Should().Be(expected, why);
    }

    [Fact]
    public void Equal_units_share_a_rank_and_who_has_nothing_to_reach_has_none() =>
        UnitRanking.Rank([Of("丙", 1, late: 1), Of("乙", 1, done: 1), Of("甲", 2, done: 2), Of("丁", 0)]).Select(r => (r.Rank, r.Standing.Unit)).Should()
            .BeEquivalentTo([(1, "乙"), (1, "甲"), (3, "丙")]);

    [Fact]
    public void A_standing_counts_states() => UnitStanding.Of("甲", [PlanState.Done, PlanState.Late, PlanState.Late, PlanState.None, PlanState.OnTrack], 2)
        .Should().Be(new UnitStanding("甲", 4, 1, 1, 0, 2, 2));

    private static UnitStanding Of(string unit, int items, int done = 0, int behind = 0, int late = 0, int orders = 0) => new(unit, items, done, items - done - behind - late, behind, late, orders);

    private static SupervisionOrder Issued() => SupervisionOrder.Issue("341523", Guid.Empty, 2020, 3, "局营养办", 2020, "二(三)1", "加快进度", Due, "督查甲", DateTimeOffset.UnixEpoch);
}
