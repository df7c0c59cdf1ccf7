using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Enrolments;
using EduAid.Application.Notices;
using EduAid.Application.Rosters;
using EduAid.Application.Settings;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Findings;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Rosters;

public class RosterLifeTests
{
    [Theory, EveryDatabase]
    public async Task The_way_from_draft_to_approval_is_on_record_with_who_and_when(TestDatabase on)
    {
        await using var county = await CountyAsync(on);
        await ApproveAsync(county);
        var roster = await RosterAsync(county);
        (roster.State, roster.Entries, roster.Fen).Should().Be((RosterState.Approved, 3, 150000));
        var steps = await county.Do(s => s.Db.RosterSteps.OrderBy(x => x.Number).ToListAsync());
        steps.Select(s => (s.Kind, s.By)).Should().Equal(
            (RosterMoveKind.Confirm, Staff.Head.Name), (RosterMoveKind.Publish, Staff.SchoolClerk.Name),
            (RosterMoveKind.Review, Staff.Director.Name), (RosterMoveKind.Approve, Staff.Leader.Name));
        (await county.Do(s => s.Db.AuditEvents.Where(e => e.Action.StartsWith("roster.")).OrderBy(e => e.Number).Select(e => e.Action).ToListAsync()))
            .Should().Equal("roster.confirm", "roster.publish", "roster.review", "roster.approve");
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }

    [Theory]
    [InlineData(RosterMoveKind.Confirm, Role.SchoolHead, Role.TownshipSchool)]
    [InlineData(RosterMoveKind.Publish, Role.SchoolClerk, Role.SchoolHead, Role.TownshipSchool)]
    [InlineData(RosterMoveKind.Review, Role.AidDirector)]
    [InlineData(RosterMoveKind.Approve, Role.BureauLeader)]
    public async Task A_step_is_for_its_roles_alone(RosterMoveKind kind, params Role[] may)
    {
        await using var county = await CountyAsync(TestDatabase.Sqlite);
        var id = (await RosterAsync(county)).Id;
        foreach (var role in Enum.GetValues<Role>())
        {
            var outcome = await TakeAsync(county, Staff.As("某人", role), id, kind);
            if (may.Contains(role)) (outcome.Refusal is RosterRefusal.NotYourRole).Should().BeFalse(role.ToString());
            else outcome.Refusal.Should().Be(new RosterRefusal.NotYourRole(role.ToString()));
            if (outcome.Taken) await Must(county, s => s.Get<SendBackRoster>().RunAsync(Staff.Head, id, "再来", Stop));
        }
        (await TakeAsync(county, new Actor("root", "cli", "console"), id, kind)).Refusal.Should().Be(new RosterRefusal.NotYourRole("cli"));
    }

    [Fact]
    public async Task A_school_does_not_find_the_roster_of_another()
    {
        await using var county = await CountyAsync(TestDatabase.Sqlite);
        var roster = await RosterAsync(county);
        var other = await county.Do(s => s.Db.Schools.Where(x => x.Id != roster.School).Select(x => x.Id).FirstAsync());
        var scope = EduAid.Application.Storage.Scope.OfSchools(county.County, other);
        (await county.Do(s => s.Get<ConfirmRoster>().RunAsync(Staff.Head, roster.Id, null, Stop), scope)).Refusal.Should().Be(new RosterRefusal.NotFound());
        var own = EduAid.Application.Storage.Scope.OfSchools(county.County, roster.School);
        (await county.Do(s => s.Get<ConfirmRoster>().RunAsync(Staff.Head, roster.Id, null, Stop), own)).Refusal.Should().BeNull();
    }

    [Theory, EveryDatabase]
    public async Task A_school_goes_on_with_what_it_has_signed_though_the_trail_is_hidden_from_it(TestDatabase on)
    {
        await using var county = await CountyAsync(on);
        var roster = await RosterAsync(county);
        var own = EduAid.Application.Storage.Scope.OfSchools(county.County, roster.School);
        (await county.Do(s => s.Get<ConfirmRoster>().RunAsync(Staff.Head, roster.Id, null, Stop), own)).Refusal.Should().BeNull();
        (await county.Do(s => s.Get<PublishNotice>().RunAsync(Staff.SchoolClerk, roster.Id, null, null, Stop), own)).Refusal.Should().BeNull();
        (await county.Do(s => s.Db.AuditEvents.CountAsync(), own)).Should().Be(0);
        await county.Sql($"UPDATE \"RosterEntries\" SET \"Fen\" = \"Fen\" + 1");
        var entry = await county.Do(s => s.Db.RosterEntries.Where(e => e.Roster == roster.Id).Select(e => e.Id).FirstAsync());
        (await county.Do(s => s.Get<WithdrawEntry>().RunAsync(Staff.Head, roster.Id, entry, "看看", Stop), own)).Refusal.Should().Be(new RosterRefusal.Altered());
    }

    [Theory, EveryDatabase]
    public async Task Whoever_uploaded_or_generated_it_does_not_review_it_in_another_role(TestDatabase on)
    {
        await using var county = await CountyAsync(on);
        var id = (await RosterAsync(county)).Id;
        await ToNoticeEndAsync(county, id);
        // The fixture's person uploaded the lists and generated.
        var outcome = await TakeAsync(county, Staff.As(Clerk.Name, Role.AidDirector), id, RosterMoveKind.Review);
        outcome.Refusal.Should().BeOfType<RosterRefusal.SamePerson>().Which.Person.Should().Be(Clerk.Name);
        (await TakeAsync(county, Staff.Director, id, RosterMoveKind.Review)).Refusal.Should().BeNull();
        (await TakeAsync(county, Staff.As(Staff.Director.Name, Role.BureauLeader), id, RosterMoveKind.Approve)).Refusal
            .Should().Be(new RosterRefusal.SamePerson(Staff.Director.Name, RosterDeed.Reviewed));
    }

    [Fact]
    public async Task The_notice_counts_working_days_and_refuses_where_the_holidays_are_unknown()
    {
        await using var county = await CountyAsync(TestDatabase.Sqlite);
        var id = (await RosterAsync(county)).Id;
        await Must(county, s => s.Get<ConfirmRoster>().RunAsync(Staff.Head, id, null, Stop));
        (await county.Do(s => s.Get<PublishNotice>().RunAsync(Staff.SchoolClerk, id, 4, null, Stop))).Refusal.Should().Be(new RosterRefusal.NoticeTooShort(4, 5));
        await Must(county, s => s.Get<PublishNotice>().RunAsync(Staff.SchoolClerk, id, null, null, Stop));
        var roster = await RosterAsync(county);
        (roster.NoticeFrom, roster.NoticeUntil).Should().Be((new DateOnly(2026, 11, 24), new DateOnly(2026, 12, 1)), "a weekend lies between");
        (await TakeAsync(county, Staff.Director, id, RosterMoveKind.Review)).Refusal.Should().Be(new RosterRefusal.NoticeRuns(new(2026, 12, 1)));
        await Must(county, s => s.Get<SendBackRoster>().RunAsync(Staff.Director, id, "照片缺失", Stop));
        county.Clock.Advance(TimeSpan.FromDays(35));
        (await county.Do(s => s.Get<PublishNotice>().RunAsync(Staff.SchoolClerk, id, null, null, Stop))).Refusal.Should().Be(new RosterRefusal.HolidaysUnknown(2027));
    }

    [Theory, EveryDatabase]
    public async Task An_upheld_objection_takes_the_entry_out_and_generation_holds_it_until_the_county_lifts_that(TestDatabase on)
    {
        await using var county = await CountyAsync(on);
        var id = (await RosterAsync(county)).Id;
        await ToNoticeEndAsync(county, id);
        var entry = await county.Do(s => s.Db.RosterEntries.Where(e => e.Roster == id).OrderBy(e => e.Name).FirstAsync());
        (await county.Do(s => s.Get<RecordObjection>().RunAsync(Staff.SchoolClerk, id, entry.Id, "该生已不寄宿", Stop))).Should().BeNull();
        (await TakeAsync(county, Staff.Director, id, RosterMoveKind.Review)).Refusal.Should().Be(new RosterRefusal.ObjectionsOpen(1));
        var objection = await county.Do(s => s.Db.Objections.Select(o => o.Id).SingleAsync());
        (await county.Do(s => s.Get<AnswerObjection>().RunAsync(Staff.Head, objection, true, "属实", Stop))).Should().BeNull();
        (await county.Do(s => s.Get<AnswerObjection>().RunAsync(Staff.Head, objection, false, "再答", Stop))).Should().BeOfType<RosterRefusal.WrongState>("it has its answer");
        var roster = await RosterAsync(county);
        (roster.Entries, roster.Fen, roster.Held).Should().Be((2, 100000, 1));

        await TakeAsync(county, Staff.Director, id, RosterMoveKind.Review);
        await TakeAsync(county, Staff.Leader, id, RosterMoveKind.Approve);
        await county.Generate(Spring2020);
        (await county.FindingsAsync(Spring2020)).Select(f => f.Code).Should().Contain(FindingCodes.EntryWithdrawn);
        (await county.Do(s => s.Db.Rosters.CountAsync(r => r.Kind != RosterKind.Regular))).Should().Be(0, "what is held is not paid by the back door");

        var hold = await county.Do(s => s.Db.EntryHolds.Select(h => h.Id).SingleAsync());
        (await county.Do(s => s.Get<LiftHold>().RunAsync(Staff.SchoolClerk, hold, "查实", Stop))).Should().BeFalse();
        (await county.Do(s => s.Get<LiftHold>().RunAsync(Staff.Officer, hold, "查实仍寄宿", Stop))).Should().BeTrue();
        await county.Generate(Spring2020);
        var supplement = await county.Do(s => s.Db.Rosters.SingleAsync(r => r.Kind == RosterKind.Supplement));
        (supplement.Entries, supplement.Fen, supplement.State).Should().Be((1, 50000, RosterState.Draft));
    }

    [Theory, EveryDatabase]
    public async Task A_newer_list_changes_no_confirmed_roster_until_it_is_sent_back(TestDatabase on)
    {
        await using var county = await CountyAsync(on);
        var id = (await RosterAsync(county)).Id;
        await Must(county, s => s.Get<ConfirmRoster>().RunAsync(Staff.Head, id, null, Stop));
        await county.Lists(List("b.csv", Row(Child(2)), Row(Child(3), boarding: "否"), Row(Child(4))));
        await county.Generate(Spring2020);
        var roster = await RosterAsync(county);
        (roster.Entries, roster.Fen).Should().Be((3, 150000));
        (await county.Do(s => s.Db.RosterDifferences.OrderBy(d => d.FenNow).ThenBy(d => d.FenBefore).Select(d => new { d.Kind, d.FenBefore, d.FenNow }).ToListAsync()))
            .Select(d => (d.Kind, d.FenBefore, d.FenNow)).Should().Equal(
                (DifferenceKind.Removed, 50000, 0), (DifferenceKind.Changed, 50000, 25000), (DifferenceKind.Added, 0, 50000));
        await Must(county, s => s.Get<SendBackRoster>().RunAsync(Staff.Director, id, "名单有变化", Stop));
        (await county.Do(s => s.Get<ConfirmRoster>().RunAsync(Staff.Head, id, null, Stop))).Refusal.Should().Be(new RosterRefusal.Stale());
        await county.Generate(Spring2020);
        roster = await RosterAsync(county);
        (roster.Entries, roster.Fen).Should().Be((3, 125000));
        (await county.Do(s => s.Db.RosterDifferences.CountAsync())).Should().Be(0);
    }

    [Theory, EveryDatabase]
    public async Task What_an_approved_roster_lacks_is_supplemented_and_what_it_has_too_much_is_recovered(TestDatabase on)
    {
        await using var county = await CountyAsync(on);
        await ApproveAsync(county);
        var before = await county.Do(s => s.Db.RosterEntries.OrderBy(e => e.Id).Select(e => new { e.Id, e.Fen }).ToListAsync());
        await county.Lists(List("b.csv", Row(Child(2)), Row(Child(3), boarding: "否"), Row(Child(4))));
        await county.Generate(Spring2020);
        var (supplement, recovery) = (await Single(county, RosterKind.Supplement), await Single(county, RosterKind.Recovery));
        (supplement.Entries, supplement.Fen).Should().Be((1, 50000));
        (recovery.Entries, recovery.Fen).Should().Be((2, 75000));
        var back = await county.Do(s => s.Db.RosterEntries.Where(e => e.Roster == recovery.Id).ToListAsync());
        back.Select(e => e.Fen).Should().BeEquivalentTo([50000L, 25000L]);
        back.Should().OnlyContain(e => before.Select(b => b.Id).Contains(e.Corrects!.Value), "a recovery names the entry that it corrects");
        foreach (var entry in back) Explanation.Read(entry.Reasons).Sum(r => r.Part?.Fen ?? 0).Should().Be(entry.Fen);
        (await county.Do(s => s.Db.RosterEntries.Where(e => before.Select(b => b.Id).Contains(e.Id)).OrderBy(e => e.Id).Select(e => new { e.Id, e.Fen }).ToListAsync()))
            .Should().Equal(before, "an approved roster never changes");

        var keys = await county.Do(s => s.Db.RosterEntries.Select(e => e.Id).ToListAsync());
        await county.Generate(Spring2020);
        (await county.Do(s => s.Db.RosterEntries.Select(e => e.Id).ToListAsync())).Should().BeEquivalentTo(keys, "generating again changes nothing");

        await county.Lists(ListOf("a.csv", Children(1, 3)));
        await county.Generate(Spring2020);
        (await county.Do(s => s.Db.Rosters.CountAsync(r => r.Kind != RosterKind.Regular))).Should().Be(0, "the reason for both is gone, and they were drafts");
    }

    [Theory, EveryDatabase]
    public async Task A_confirmed_supplement_counts_as_granted(TestDatabase on)
    {
        await using var county = await CountyAsync(on);
        await ApproveAsync(county);
        await county.Registered(RegisteredOf("p2.csv", Children(1, 5)), from: Spring2020);
        await county.Lists(new ListImport(Spring2020, [ListOf("b.csv", Children(4, 1))], Mode: ListMode.Add));
        await county.Generate(Spring2020);
        var first = await Single(county, RosterKind.Supplement);
        await Must(county, s => s.Get<ConfirmRoster>().RunAsync(Staff.Head, first.Id, null, Stop));
        await county.Lists(new ListImport(Spring2020, [ListOf("c.csv", Children(5, 1))], Mode: ListMode.Add));
        await county.Generate(Spring2020);
        (await county.Do(s => s.Db.Rosters.Where(r => r.Kind == RosterKind.Supplement).OrderBy(r => r.Sequence).Select(r => new { r.Sequence, r.State, r.Fen }).ToListAsync()))
            .Select(r => (r.Sequence, r.State, r.Fen)).Should().Equal((1, RosterState.Confirmed, 50000), (2, RosterState.Draft, 50000));
    }

    [Theory, EveryDatabase]
    public async Task What_has_changed_since_is_shown_before_anyone_signs(TestDatabase on)
    {
        await using var county = await CountyAsync(on);
        var roster = await RosterAsync(county);
        await ToNoticeEndAsync(county, roster.Id);
        (await RecheckAsync(county, roster.Id)).Mark.Should().Be("none");
        await county.Lists(List("b.csv", Row(Child(1), left: "2020-03-01", status: "转出"), Row(Child(2)), Row(Child(3), boarding: "否")));
        (await county.Do(s => s.Get<ReviewRoster>().RunAsync(Staff.Director, roster.Id, null, "none", Stop))).Refusal.Should().Be(new RosterRefusal.FactsChanged(2));
        var shown = await RecheckAsync(county, roster.Id);
        shown.Changes.Select(c => (c.Name, c.Fen, c.FenNow)).Should().BeEquivalentTo([(Child(1).Name, 50000L, 0L), (Child(3).Name, 50000L, 25000L)]);
        shown.Changes.Single(c => c.FenNow == 0).Why.Should().NotBeNull();
        (await county.Do(s => s.Get<ReviewRoster>().RunAsync(Staff.Director, roster.Id, "已查看", shown.Mark, Stop))).Refusal.Should().BeNull();
        (await county.Do(s => s.Db.RosterEntries.Where(e => e.Roster == roster.Id).SumAsync(e => e.Fen))).Should().Be(150000, "looking changes nothing");
    }

    [Fact]
    public async Task A_sum_above_the_band_needs_a_second_approval()
    {
        await using var county = await CountyAsync(TestDatabase.Sqlite);
        (await county.Do(s => s.Get<ChangeSetting>().RunAsync(Staff.Director, SettingBook.ApprovalBandsName, "1000:1 *:2", new(2026, 11, 24), "局党组会议", Stop)))
            .Should().Be(SettingRefusal.TooEarly);
        (await county.Do(s => s.Get<ChangeSetting>().RunAsync(Staff.Director, SettingBook.ApprovalBandsName, "1000:1 *:2", new(2026, 11, 25), "局党组会议", Stop))).Should().BeNull();
        var id = (await RosterAsync(county)).Id;
        await ToNoticeEndAsync(county, id);
        await TakeAsync(county, Staff.Director, id, RosterMoveKind.Review);
        await TakeAsync(county, Staff.Leader, id, RosterMoveKind.Approve);
        (await RosterAsync(county)).State.Should().Be(RosterState.Reviewed);
        (await TakeAsync(county, Staff.Leader, id, RosterMoveKind.Approve)).Refusal.Should().Be(new RosterRefusal.SamePerson(Staff.Leader.Name, RosterDeed.Approved));
        await TakeAsync(county, Staff.SecondLeader, id, RosterMoveKind.Approve);
        (await RosterAsync(county)).State.Should().Be(RosterState.Approved);
    }

    [Theory]
    [InlineData(SettingBook.NoticeDaysName, "4")]
    [InlineData(SettingBook.NoticeDaysName, "五")]
    [InlineData(SettingBook.ApprovalBandsName, "1000:1")]
    [InlineData(SettingBook.ApprovalBandsName, "1000:1 500:2 *:3")]
    [InlineData(SettingBook.ApprovalBandsName, "*:0")]
    [InlineData(SettingBook.ReturnDaysName, "0")]
    [InlineData("nothing.such", "1")]
    public async Task A_setting_takes_no_value_that_it_cannot_have(string name, string value)
    {
        await using var county = await CountyFixture.OpenAsync(TestDatabase.Sqlite);
        (await county.Do(s => s.Get<ChangeSetting>().RunAsync(Staff.Director, name, value, new(2027, 1, 1), "试", Stop))).Should().Be(SettingRefusal.ValueNotAllowed);
    }

    [Theory, EveryDatabase]
    public async Task Of_two_people_who_approve_at_the_same_moment_one_wins_and_the_other_is_told(TestDatabase on)
    {
        await using var county = await CountyAsync(on);
        var id = (await RosterAsync(county)).Id;
        await ToNoticeEndAsync(county, id);
        await TakeAsync(county, Staff.Director, id, RosterMoveKind.Review);
        var both = await Task.WhenAll(
            Task.Run(() => TakeAsync(county, Staff.Leader, id, RosterMoveKind.Approve)), Task.Run(() => TakeAsync(county, Staff.SecondLeader, id, RosterMoveKind.Approve)));
        both.Count(o => o.Taken).Should().Be(1);
        both.Single(o => !o.Taken).Refusal.Should().Be(new RosterRefusal.WrongState(RosterState.Approved));
        (await county.Do(s => s.Db.RosterSteps.CountAsync(x => x.Kind == RosterMoveKind.Approve))).Should().Be(1);
    }

    internal static async Task<CountyFixture> CountyAsync(TestDatabase on)
    {
        var county = await CountyFixture.OpenAsync(on);
        await county.Schools(SchoolsFile);
        await county.Registered(RegisteredOf("p.csv", Children(1, 4)));
        await county.Lists(ListOf("a.csv", Children(1, 3)));
        await county.Generate(Spring2020);
        return county;
    }

    internal static async Task ApproveAsync(CountyFixture county)
    {
        var id = (await RosterAsync(county)).Id;
        await ToNoticeEndAsync(county, id);
        (await TakeAsync(county, Staff.Director, id, RosterMoveKind.Review)).Refusal.Should().BeNull();
        (await TakeAsync(county, Staff.Leader, id, RosterMoveKind.Approve)).Refusal.Should().BeNull();
    }

    private static async Task ToNoticeEndAsync(CountyFixture county, RosterId id)
    {
        await Must(county, s => s.Get<ConfirmRoster>().RunAsync(Staff.Head, id, null, Stop));
        await Must(county, s => s.Get<PublishNotice>().RunAsync(Staff.SchoolClerk, id, null, null, Stop));
        county.Clock.Advance(TimeSpan.FromDays(8));
    }

    private static Task<RosterOutcome> TakeAsync(CountyFixture county, Actor actor, RosterId id, RosterMoveKind kind) => county.Do(async s => kind switch
    {
        RosterMoveKind.Confirm => await s.Get<ConfirmRoster>().RunAsync(actor, id, null, Stop),
        RosterMoveKind.Publish => await s.Get<PublishNotice>().RunAsync(actor, id, null, null, Stop),
        RosterMoveKind.Review => await s.Get<ReviewRoster>().RunAsync(actor, id, null, await MarkAsync(s, id), Stop),
        _ => await s.Get<ApproveRoster>().RunAsync(actor, id, null, await MarkAsync(s, id), Stop),
    });

    private static async Task<string> MarkAsync(EduAid.Application.Setup.EduAidServices s, RosterId id) =>
        (await s.Get<RosterRecheck>().OfAsync(await s.Db.Rosters.SingleAsync(r => r.Id == id), Stop)).Mark;

    private static Task<Recheck> RecheckAsync(CountyFixture county, RosterId id) =>
        county.Do(async s => await s.Get<RosterRecheck>().OfAsync(await s.Db.Rosters.SingleAsync(r => r.Id == id), Stop));

    private static async Task Must(CountyFixture county, Func<EduAid.Application.Setup.EduAidServices, Task<RosterOutcome>> step) => (await county.Do(step)).Refusal.Should().BeNull();

    private static Task<Roster> RosterAsync(CountyFixture county) =>
        county.Do(s => s.Db.Rosters.SingleAsync(r => r.Programme == "compulsory-living" && r.Kind == RosterKind.Regular && r.Entries > 0));

    private static Task<Roster> Single(CountyFixture county, RosterKind kind) => county.Do(s => s.Db.Rosters.SingleAsync(r => r.Kind == kind));
}
