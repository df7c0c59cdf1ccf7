using EduAid.Application.Payments;
using EduAid.Application.Tests.Counties;
using EduAid.Domain.Payments;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Payments;

/// <summary>
/// Whatever people press in whatever order: the sums conserve, nobody did two of the three jobs of one roster, no entry is paid twice
/// unnoticed, and nothing that was approved has changed.
/// </summary>
public class RandomSemesterTests
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("EDUAID_FULL") == "1";

    [Fact]
    public async Task In_every_state_that_people_reach_the_books_hold()
    {
        var done = new Dictionary<string, int>();
        for (var seed = 1; seed <= (Full ? 40 : 3); seed++)
            foreach (var (button, times) in await RunAsync(seed)) done[button] = done.GetValueOrDefault(button) + times;
        // A run in which no money ever moves would prove nothing.
        done.Keys.Should().Contain(["confirm", "publish", "review", "approve", "assemble", "release", "hand over", "return", "mend", "voucher"]);
    }

    private static async Task<Dictionary<string, int>> RunAsync(int seed)
    {
        await using var county = await CountyFixture.OpenAsync(TestDatabase.Sqlite);
        await county.Schools(SchoolsFile);
        await county.Registered(RegisteredOf("p.csv", Children(1, 5)));
        await county.Lists(ListOf("a.csv", Children(1, 4)));
        await county.Generate(Spring2020);
        var semester = new RandomSemester(county, new Random(seed));
        var approved = new Dictionary<Guid, (Guid Roster, long Fen)>();
        for (var step = 0; step < 300; step++)
        {
            await semester.StepAsync();
            if (step % 10 == 0) await CheckAsync(county, approved, $"seed {seed}, step {step}");
        }
        await CheckAsync(county, approved, $"seed {seed}, end");
        (await county.VerifyAudit()).Holds.Should().BeTrue();
        return semester.Done;
    }

    private static async Task CheckAsync(CountyFixture county, Dictionary<Guid, (Guid Roster, long Fen)> approved, string where)
    {
        await using var s = county.Open();
        var sums = await FourSums.ReadAsync(s.Db, Spring2020, PaymentSteps.Living.Code, Stop);
        sums.Between(Sum.Roster, Sum.Document).Should().Be(sums.RosterFen - sums.DocumentFen, where);
        sums.Between(Sum.Document, Sum.Bank).Should().Be(sums.DocumentFen - sums.BankFen, where);
        sums.Between(Sum.Bank, Sum.Voucher).Should().Be(sums.BankFen - sums.VoucherFen, where);

        var rosters = await s.Db.Rosters.ToListAsync();
        var entries = await s.Db.RosterEntries.ToListAsync();
        foreach (var roster in rosters)
        {
            var own = entries.Where(e => e.Roster == roster.Id).ToList();
            (roster.Entries, roster.Fen).Should().Be((own.Count, own.Sum(e => e.Fen)), where);
        }
        var standing = rosters.Where(r => r.State == RosterState.Approved).Select(r => r.Id).ToHashSet();
        foreach (var (entry, before) in approved) entries.Where(e => e.Id == entry).Select(e => (e.Roster.Value, e.Fen)).Should().Equal([before], where);
        foreach (var entry in entries.Where(e => standing.Contains(e.Roster))) approved[entry.Id] = (entry.Roster.Value, entry.Fen);

        await CheckPeopleAsync(s, where);
        await CheckPaymentsAsync(s, where);
    }

    private static async Task CheckPeopleAsync(EduAid.Application.Setup.EduAidServices s, string where)
    {
        var steps = (await s.Db.RosterSteps.OrderBy(x => x.Number).ToListAsync()).ToLookup(x => x.Roster);
        var hands = (await s.Db.RosterHands.ToListAsync()).ToLookup(h => h.Roster, h => h.Person);
        foreach (var roster in steps)
        {
            var prepared = hands[roster.Key].Concat(roster.Where(x => x.Kind == RosterMoveKind.Confirm).Select(x => x.By)).ToHashSet();
            var review = roster.LastOrDefault(x => x.Kind == RosterMoveKind.Review);
            if (review is null) continue;
            prepared.Should().NotContain(review.By, where);
            var approvals = roster.Where(x => x.Kind == RosterMoveKind.Approve && x.Number > review.Number).Select(x => x.By).ToList();
            approvals.Should().OnlyHaveUniqueItems(where).And.NotContain(review.By, where).And.NotIntersectWith(prepared.Append("-"), where);
        }
    }

    private static async Task CheckPaymentsAsync(EduAid.Application.Setup.EduAidServices s, string where)
    {
        var lines = await (from link in s.Db.LineEntries
                           join line in s.Db.PaymentLines on new { link.Batch, link.Sequence } equals new { line.Batch, line.Sequence }
                           select new { link.Entry, link.Open, link.Fen, line.State, line.Batch, line.Sequence, LineFen = line.Fen }).ToListAsync();
        foreach (var entry in lines.GroupBy(l => l.Entry))
        {
            entry.Count(l => l.Open).Should().BeLessThanOrEqualTo(1, where);
            entry.Any(l => l.Open && !l.State.IsOpen()).Should().BeFalse(where);
            var paid = entry.Count(l => l.State == LineState.Paid);
            if (paid > 0) entry.Should().Contain(l => l.Open && l.State == LineState.Paid, where);
            if (paid > 1) (await s.Db.RosterEntries.Where(e => e.Corrects == entry.Key).Join(s.Db.Rosters.Where(r => r.Kind == RosterKind.Surplus), e => e.Roster, r => r.Id, (e, _) => e.Id).AnyAsync())
                .Should().BeTrue($"{where}: what was paid twice is to come back");
        }
        foreach (var line in lines.GroupBy(l => (l.Batch, l.Sequence))) line.Sum(l => l.Fen).Should().Be(line.First().LineFen, where);
        foreach (var batch in await s.Db.Batches.ToListAsync()) lines.Where(l => l.Batch == batch.Id).Sum(l => l.Fen).Should().Be(batch.Fen, where);
    }
}
