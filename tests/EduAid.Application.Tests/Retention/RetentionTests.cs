using EduAid.Application.Audit;
using EduAid.Application.Payments;
using EduAid.Application.Retention;
using EduAid.Application.Rosters;
using EduAid.Application.Storage.Protection;
using EduAid.Application.Tests.Counties;
using EduAid.Application.Tests.Payments;
using EduAid.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Retention;

public class RetentionTests
{
    [Theory, EveryDatabase]
    public async Task The_dry_run_counts_and_writes_nothing(TestDatabase on)
    {
        await using var county = await Filled(on);
        var events = await EventsAsync(county);
        (await PlanAsync(county)).Should().HaveCount(5).And.OnlyContain(c => c.Kind == RetentionKind.ContactDetails || c.Count == 0);
        (await EventsAsync(county)).Should().Be(events, "the dry run is no change");
    }

    [Theory, EveryDatabase]
    public async Task What_is_beyond_its_period_goes_and_sums_entries_and_chain_stay(TestDatabase on)
    {
        await using var county = await Filled(on);
        await SealAsync(county);
        var (sums, before) = (await SumsAsync(county), await EventsAsync(county));
        county.Clock.Advance(TimeSpan.FromDays(366 * 31));
        var plan = (await PlanAsync(county)).ToDictionary(c => c.Kind, c => c.Count);
        plan.Should().BeEquivalentTo(new Dictionary<RetentionKind, int>
        {
            [RetentionKind.StagedUploads] = 0,
            [RetentionKind.RawFiles] = 0,
            [RetentionKind.ContactDetails] = 1,
            [RetentionKind.Identity] = 3,
            [RetentionKind.AuditDetails] = before,
        });

        var outcome = await ApplyAsync(county);

        outcome.Erased.ToDictionary(c => c.Kind, c => c.Count).Should().BeEquivalentTo(plan);
        (await PlanAsync(county)).Should().OnlyContain(c => c.Count == 0);
        (await SumsAsync(county)).Should().Be(sums);
        (await county.VerifyAudit()).Holds.Should().BeTrue("the seal was renewed after the erasure");
        await county.Do(async s =>
        {
            (await s.Db.PersonIdNumbers.CountAsync()).Should().Be(0);
            (await s.Db.Enrolments.CountAsync(e => e.CardCipher != null || e.CardHash != null || e.PhoneCipher != null || e.Address != null || e.Name != "—")).Should().Be(0);
            (await s.Db.RosterEntries.CountAsync(e => e.Name != "—")).Should().Be(0);
            (await s.Db.Registrations.CountAsync(r => r.Name != "—" || r.Head != "—")).Should().Be(0);
            (await s.Db.AuditEvents.OrderByDescending(e => e.Number).Select(e => e.Action).Take(2).ToListAsync()).Should().Equal("retention.apply", "rows.reseal");
            using var book = new MemoryStream();
            await s.Get<ExportRosters>().RunAsync(CountyFixture.Clerk, Spring2020, Programme.Find("compulsory-living")!, null, book, CountyFixture.Stop);
            book.Length.Should().BePositive("an old roster can still be written");
            return 0;
        });
        var events = await EventsAsync(county);
        await ApplyAsync(county);
        (await EventsAsync(county)).Should().Be(events, "a second time there is nothing to do");
    }

    [Theory, EveryDatabase]
    public async Task Who_was_paid_on_which_card_goes_and_what_was_paid_stays(TestDatabase on)
    {
        await using var county = await PaymentSteps.ApprovedAsync(on);
        var batch = await county.SendAsync();
        await county.AnswerWithAsync(batch.Id, "成功", "失败/户名不符", "成功");
        var failed = (await county.Do(s => s.Get<PayableEntries>().WaitingAsync(Spring2020, PaymentSteps.Living, CountyFixture.Stop))).Single();
        await county.MendAsync(failed.Entry, Child(9));
        var sums = await county.SumsAsync();
        await county.Sql($"UPDATE \"Registrations\" SET \"ValidUntil\" = {Autumn2020.Number}");
        county.Clock.Advance(TimeSpan.FromDays(366 * 31));

        await ApplyAsync(county);

        await county.Do(async s =>
        {
            (await s.Db.PersonCards.CountAsync()).Should().Be(0);
            (await s.Db.PaymentLines.Select(l => l.PayeeName).Distinct().ToListAsync()).Should().Equal("—");
            foreach (var line in await s.Db.PaymentLines.ToListAsync())
                s.Get<FieldCipher>().Decrypt(line.AccountCipher, Places.PaymentAccount(line.County, line.Batch, line.Sequence)).Should().BeEmpty();
            return 0;
        });
        (await county.SumsAsync()).Should().BeEquivalentTo(sums, o => o.Excluding(x => x.Differences));
        (await county.VerifyAudit()).Holds.Should().BeTrue("the seals were renewed after the erasure");
    }

    [Theory, EveryDatabase]
    public async Task Rows_changed_behind_the_seal_stop_the_erasure_and_stay_as_proof(TestDatabase on)
    {
        await using var county = await Filled(on);
        var roster = await SealAsync(county);
        await county.Sql("UPDATE \"RosterEntries\" SET \"Fen\" = \"Fen\" + 100 WHERE \"Line\" = 1");
        county.Clock.Advance(TimeSpan.FromDays(366 * 31));
        (await ApplyAsync(county)).BrokenSubject.Should().Be($"roster:{roster}");
        (await county.Do(s => s.Db.PersonIdNumbers.CountAsync())).Should().Be(3);
        (await county.VerifyAudit()).What.Should().Be("rows.altered");
    }

    [Theory, EveryDatabase]
    public async Task A_period_is_changed_within_the_law_and_the_change_is_an_event(TestDatabase on)
    {
        await using var county = await CountyFixture.OpenAsync(on);
        Task<bool> Change(RetentionKind kind, int months) => county.Do(s => s.Get<ChangeRetention>().RunAsync(CountyFixture.Clerk, kind, months, CountyFixture.Stop));
        var events = await EventsAsync(county);
        (await Change(RetentionKind.AuditDetails, 5)).Should().BeFalse("logs are kept at least six months");
        (await Change(RetentionKind.AuditDetails, RetentionPeriods.Longest + 1)).Should().BeFalse();
        (await Change((RetentionKind)99, 12)).Should().BeFalse();
        (await EventsAsync(county)).Should().Be(events);
        (await Change(RetentionKind.AuditDetails, 6)).Should().BeTrue();
        (await Change(RetentionKind.AuditDetails, 7)).Should().BeTrue();
        (await PlanAsync(county)).Single(c => c.Kind == RetentionKind.AuditDetails).Months.Should().Be(7);
        (await county.Do(async s => (await s.Db.AuditDetails.OrderBy(d => d.Number).Select(d => d.Json).LastAsync())!)).Should().Contain("\"before\":6,\"after\":7");
    }

    private static Task<IReadOnlyList<RetentionCount>> PlanAsync(CountyFixture county) => county.Do(s => s.Get<RetentionPlan>().RunAsync(CountyFixture.Stop));

    private static Task<RetentionOutcome> ApplyAsync(CountyFixture county) => county.Do(s => s.Get<ApplyRetention>().RunAsync(CountyFixture.Clerk, CountyFixture.Stop));

    private static Task<int> EventsAsync(CountyFixture county) => county.Do(s => s.Db.AuditEvents.CountAsync());

    private static Task<(int, long, int, long)> SumsAsync(CountyFixture county) => county.Do(async s => (
        await s.Db.RosterEntries.CountAsync(), await s.Db.RosterEntries.SumAsync(e => e.Fen), await s.Db.Enrolments.CountAsync(), await s.Db.Rosters.SumAsync(r => r.Fen)));

    private static Task<Guid> SealAsync(CountyFixture county) => county.Do(s => s.Work.ChangeAsync(
        async () =>
        {
            var roster = (await s.Db.Rosters.SingleAsync(r => r.Programme == "compulsory-living" && r.Entries > 0)).Id.Value;
            s.Trail.Record(CountyFixture.Clerk, "test.mark", await s.Get<EntryDigest>().OfAsync(RosterDigestRows.Roster, roster, CountyFixture.Stop), new { });
            return roster;
        },
        CountyFixture.Stop));

    // Children 1 and 2 are registered; the registration is undone in the end, so that nothing holds them for good.
    private static async Task<CountyFixture> Filled(TestDatabase on)
    {
        var county = await Intake.ImportAgainTests.WithSchools(on);
        await county.Registered(RegisteredOf("p.csv", Children(1, 2)));
        await county.Lists(Csv("a.csv", ListHeader + ",联系电话,家庭住址", Row(Child(1)) + ",13955512345,下湾村", Row(Child(2)) + ",,", Row(Child(3)) + ",,"));
        await county.Generate(Spring2020);
        await county.Sql($"UPDATE \"Registrations\" SET \"ValidUntil\" = {Autumn2020.Number}");
        return county;
    }
}
