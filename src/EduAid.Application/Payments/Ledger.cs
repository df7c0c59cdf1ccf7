using EduAid.Application.Storage;
using EduAid.Domain.Payments;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Payments;

/// <summary>One school's money in one programme and semester, whole fen.</summary>
/// <param name="Recovered">What came back for approved recoveries.</param>
public sealed record LedgerRow(
    SchoolId School, int Entries, long Approved, long Sent, long Paid, long Failed, long Closed, long ToRecover, long Recovered)
{
    /// <summary>Approved and not yet paid, and not closed.</summary>
    public long Remaining => Approved - Paid - Closed;
}

/// <param name="Month">First day of the month in which the money was credited.</param>
public sealed record LedgerMonth(DateOnly Month, int Entries, long Paid);

/// <summary>台账: the books of a programme in a semester, by school and by month. Every figure is the sum of entries that can be listed.</summary>
/// <param name="Appropriated">Sum of the vouchers.</param>
public sealed record Ledger(long Appropriated, IReadOnlyList<LedgerRow> Schools, IReadOnlyList<LedgerMonth> Months)
{
    public static async Task<Ledger> ReadAsync(EduAidDbContext db, Semester semester, string programme, CancellationToken stop)
    {
        var entries = await EntryPayments.OfAsync(db, semester, programme, stop);
        var appropriated = await db.Vouchers.Where(v => v.Semester == semester && v.Programme == programme && v.CancelledAt == null).SumAsync(v => v.Fen, stop);
        var recoveries = await (
            from entry in db.RosterEntries
            join roster in db.Rosters on entry.Roster equals roster.Id
            where roster.Semester == semester && roster.Programme == programme && roster.State == RosterState.Approved
                && (roster.Kind == RosterKind.Recovery || roster.Kind == RosterKind.Surplus)
            select new { entry.School, entry.Fen, Back = db.RecoveryReceipts.Where(r => r.County == entry.County && r.Entry == entry.Id).Sum(r => (long?)r.Fen) ?? 0 })
            .ToListAsync(stop);
        var back = recoveries.GroupBy(r => r.School).ToDictionary(g => g.Key, g => (Due: g.Sum(r => r.Fen), Came: g.Sum(r => r.Back)));
        var schools = entries.GroupBy(e => e.School).Select(g => new LedgerRow(
            g.Key, g.Count(), g.Sum(e => e.Fen), Of(g, EntryState.Sent, EntryState.Pending), Of(g, EntryState.Paid),
            Of(g, EntryState.Failed, EntryState.Returned), Of(g, EntryState.Closed), back.GetValueOrDefault(g.Key).Due, back.GetValueOrDefault(g.Key).Came));
        // A bank that states no day has paid on the day of its answer as far as anyone knows; such months stand apart.
        var months = entries.Where(e => e.State == EntryState.Paid).GroupBy(e => e.CreditedOn is { } day ? new DateOnly(day.Year, day.Month, 1) : DateOnly.MinValue)
            .OrderBy(g => g.Key).Select(g => new LedgerMonth(g.Key, g.Count(), g.Sum(e => e.Fen)));
        return new(appropriated, [.. schools], [.. months]);

        static long Of(IEnumerable<EntryPayment> entries, params EntryState[] states) => entries.Where(e => states.Contains(e.State)).Sum(e => e.Fen);
    }
}
