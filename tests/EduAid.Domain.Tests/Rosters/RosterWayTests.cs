using EduAid.Domain.Rosters;
using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Rosters;

public sealed class RosterWayTests
{
    private static readonly DateTimeOffset At = new(2020, 4, 3, 9, 30, 0, TimeSpan.Zero);
    private static readonly DateOnly First = new(2020, 4, 3), Last = new(2020, 4, 13), After = new(2020, 4, 14);
    private static readonly RosterDuty[] Prepared = [new("clerk", RosterDeed.Uploaded), new("officer", RosterDeed.Generated), new("head", RosterDeed.Confirmed)];

    [Fact]
    public void The_whole_way_leaves_a_numbered_step_for_each_signature()
    {
        var roster = Generated();
        RosterStep[] steps =
        [
            roster.Confirm("head", At, null).Step!, roster.Publish(First, Last, "clerk", At, " 上墙 ").Step!,
            roster.Review(Prepared, After, 0, "director", At, null).Step!, roster.Approve(Reviewed, After, 0, 1, "leader", At, "").Step!,
        ];
        steps.Select(s => (s.Number, s.Kind, s.From, s.To, s.By)).Should().Equal(
            (1, RosterMoveKind.Confirm, RosterState.Draft, RosterState.Confirmed, "head"),
            (2, RosterMoveKind.Publish, RosterState.Confirmed, RosterState.OnNotice, "clerk"),
            (3, RosterMoveKind.Review, RosterState.OnNotice, RosterState.Reviewed, "director"),
            (4, RosterMoveKind.Approve, RosterState.Reviewed, RosterState.Approved, "leader"));
        steps.Select(s => s.Remark).Should().Equal(null, "上墙", null, null);
        roster.State.Should().Be(RosterState.Approved);
    }

    [Fact]
    public void A_stale_or_an_empty_draft_is_not_confirmed()
    {
        var stale = Generated();
        stale.MarkStale();
        stale.Confirm("head", At, null).Refusal.Should().Be(new RosterRefusal.Stale());
        Draft().Confirm("head", At, null).Refusal.Should().Be(new RosterRefusal.Empty());
    }

    [Theory]
    [InlineData(2020, 4, 3)]
    [InlineData(2020, 4, 13)]
    public void The_last_day_of_the_notice_still_belongs_to_it(int year, int month, int day)
    {
        var roster = OnNotice();
        roster.Review(Prepared, new(year, month, day), 0, "director", At, null).Refusal.Should().Be(new RosterRefusal.NoticeRuns(Last));
        roster.State.Should().Be(RosterState.OnNotice);
        roster.Review(Prepared, After, 0, "director", At, null).Refusal.Should().BeNull();
    }

    [Fact]
    public void An_open_objection_stops_review_and_approval()
    {
        var roster = OnNotice();
        roster.Review(Prepared, After, 2, "director", At, null).Refusal.Should().Be(new RosterRefusal.ObjectionsOpen(2));
        roster.Review(Prepared, After, 0, "director", At, null);
        roster.Approve(Reviewed, After, 1, 1, "leader", At, null).Refusal.Should().Be(new RosterRefusal.ObjectionsOpen(1));
    }

    [Theory]
    [InlineData("clerk", RosterDeed.Uploaded)]
    [InlineData("officer", RosterDeed.Generated)]
    [InlineData("head", RosterDeed.Confirmed)]
    public void Whoever_prepared_it_neither_reviews_nor_approves_and_is_told_what_they_did(string person, RosterDeed deed)
    {
        OnNotice().Review(Prepared, After, 0, person, At, null).Refusal.Should().Be(new RosterRefusal.SamePerson(person, deed));
        var reviewed = OnNotice();
        reviewed.Review(Prepared, After, 0, "director", At, null);
        reviewed.Approve(Reviewed, After, 0, 1, person, At, null).Refusal.Should().Be(new RosterRefusal.SamePerson(person, deed));
    }

    [Fact]
    public void Whoever_reviewed_it_does_not_approve_it()
    {
        var roster = OnNotice();
        roster.Review(Prepared, After, 0, "director", At, null);
        roster.Approve(Reviewed, After, 0, 1, "director", At, null).Refusal.Should().Be(new RosterRefusal.SamePerson("director", RosterDeed.Reviewed));
    }

    [Fact]
    public void Two_approvals_are_two_people()
    {
        var roster = OnNotice();
        roster.Review(Prepared, After, 0, "director", At, null);
        roster.Approve(Reviewed, After, 0, 2, "leader", At, null).Refusal.Should().BeNull();
        roster.State.Should().Be(RosterState.Reviewed);
        RosterDuty[] once = [.. Reviewed, new("leader", RosterDeed.Approved)];
        roster.Approve(once, After, 0, 2, "leader", At, null).Refusal.Should().Be(new RosterRefusal.SamePerson("leader", RosterDeed.Approved));
        roster.Approve(once, After, 0, 2, "second", At, null);
        roster.State.Should().Be(RosterState.Approved);
    }

    [Fact]
    public void Going_back_takes_one_step_and_a_reason()
    {
        var roster = OnNotice();
        roster.Review(Prepared, After, 0, "director", At, null);
        roster.SendBack("leader", At, "  ").Refusal.Should().Be(new RosterRefusal.ReasonMissing());
        roster.SendBack("leader", At, "核对").Step!.To.Should().Be(RosterState.OnNotice);
        roster.NoticeUntil.Should().Be(Last, "it has hung its time");
        roster.SendBack("director", At, "核对").Step!.To.Should().Be(RosterState.Confirmed);
        roster.NoticeUntil.Should().BeNull("what hangs again hangs its whole time again");
        roster.SendBack("head", At, "核对").Step!.To.Should().Be(RosterState.Draft);
        roster.Stale.Should().BeTrue();
        roster.SendBack("head", At, "核对").Refusal.Should().Be(new RosterRefusal.WrongState(RosterState.Draft));
    }

    [Fact]
    public void Going_back_wipes_out_the_approvals_given_so_far()
    {
        var roster = OnNotice();
        roster.Review(Prepared, After, 0, "director", At, null);
        roster.Approve(Reviewed, After, 0, 2, "leader", At, null);
        roster.SendBack("second", At, "核对");
        roster.Approvals.Should().Be(0);
    }

    [Fact]
    public void An_approved_roster_takes_no_step_at_all()
    {
        var roster = OnNotice();
        roster.Review(Prepared, After, 0, "director", At, null);
        roster.Approve(Reviewed, After, 0, 1, "leader", At, null);
        var refused = new RosterRefusal.WrongState(RosterState.Approved);
        roster.SendBack("leader", At, "错了").Refusal.Should().Be(refused);
        roster.Confirm("head", At, null).Refusal.Should().Be(refused);
        roster.Publish(First, Last, "clerk", At, null).Refusal.Should().Be(refused);
        roster.Withdraw(Money.FromYuan(400), false, "director", At, "错了").Refusal.Should().Be(refused);
        roster.Invoking(r => r.Rewrite(0, Money.Zero, 0, 0, At)).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void Taking_one_entry_out_leaves_the_rest_where_it_is()
    {
        var roster = OnNotice();
        roster.Withdraw(Money.FromYuan(400), true, "director", At, "异议成立").Refusal.Should().BeNull();
        (roster.Entries, roster.Fen, roster.Flagged, roster.Held, roster.State).Should().Be((22, 880_000, 1, 2, RosterState.OnNotice));
        roster.Review(Prepared, After, 0, "director", At, null);
        roster.Approve(Reviewed, After, 0, 2, "leader", At, null);
        roster.Withdraw(Money.FromYuan(400), false, "director", At, "异议").Refusal.Should().Be(new RosterRefusal.ApprovalBegun(1));
    }

    [Fact]
    public void A_recovery_hangs_on_no_wall()
    {
        var roster = Draft(RosterKind.Recovery);
        roster.Rewrite(1, Money.FromYuan(250), 0, 0, At);
        roster.Confirm("head", At, null);
        roster.Publish(First, Last, "clerk", At, null).Refusal.Should().Be(new RosterRefusal.WrongState(RosterState.Confirmed));
        roster.Review(Prepared, First, 0, "director", At, null).Refusal.Should().BeNull();
        roster.SendBack("leader", At, "核对").Step!.To.Should().Be(RosterState.Confirmed);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(100_000_00, 1)]
    [InlineData(100_000_01, 2)]
    [InlineData(500_000_00, 2)]
    [InlineData(500_000_01, 3)]
    public void The_first_band_that_is_not_exceeded_says_how_many_approve(long fen, int approvals) =>
        ApprovalBand.Needed([new(Money.FromYuan(100_000), 1), new(Money.FromYuan(500_000), 2), new(null, 3)], Money.FromFen(fen)).Should().Be(approvals);

    private static RosterDuty[] Reviewed => [.. Prepared, new("director", RosterDeed.Reviewed)];

    private static Roster OnNotice()
    {
        var roster = Generated();
        roster.Confirm("head", At, null);
        roster.Publish(First, Last, "clerk", At, null);
        return roster;
    }

    private static Roster Generated()
    {
        var roster = Draft();
        roster.Rewrite(23, Money.FromYuan(9200), 2, 1, At);
        return roster;
    }

    private static Roster Draft(RosterKind kind = RosterKind.Regular) => Roster.Draft(
        "341523", new RosterId(Keys.New(At)), Semester.Spring(2020), "preschool", new SchoolId(Keys.New(At)), kind, kind == RosterKind.Regular ? 0 : 1);
}
