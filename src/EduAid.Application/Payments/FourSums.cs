using EduAid.Application.Storage;
using EduAid.Domain.Payments;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Payments;

/// <summary>The four places of the same money.</summary>
public enum Sum
{
    /// <summary>Approved rosters.</summary>
    Roster = 1,

    /// <summary>Disbursement documents.</summary>
    Document,

    /// <summary>What the bank reports as paid, each entry once.</summary>
    Bank,

    /// <summary>Appropriation vouchers.</summary>
    Voucher,
}

/// <param name="Fen">What it takes from the left sum to the right one; negative where the right one is greater.</param>
/// <param name="Entry">The entry that makes it; null where a whole batch does.</param>
public sealed record SumDifference(Sum Left, Sum Right, long Fen, EntryPayment? Entry, Batch? Batch);

/// <summary>
/// Roster = document = bank = voucher (二(二)9, domain.md section 3), computed live. Where two neighbours differ, the entries and batches
/// that make the difference add up to it, to the fen.
/// </summary>
/// <param name="OpenBatch">Number of a batch that is neither released nor discarded; null where there is none.</param>
public sealed record FourSums(
    long RosterFen, int RosterCount, long DocumentFen, int DocumentCount, long BankFen, int BankCount, long VoucherFen, int VoucherCount,
    long ClosedFen, string? OpenBatch, IReadOnlyList<SumDifference> Differences)
{
    public bool Agree => RosterFen == DocumentFen && DocumentFen == BankFen && BankFen == VoucherFen;

    /// <summary>Whether nothing is open: the sums agree, or every entry between them was closed or carried over by name.</summary>
    public bool MayClose => Differences.All(d => d.Entry?.Closed is not null);

    public long Between(Sum left, Sum right) => Differences.Where(d => d.Left == left && d.Right == right).Sum(d => d.Fen);

    public static async Task<FourSums> ReadAsync(EduAidDbContext db, Semester semester, string programme, CancellationToken stop)
    {
        var entries = await EntryPayments.OfAsync(db, semester, programme, stop);
        var batches = await db.Batches.Where(b => b.Semester == semester && b.Programme == programme)
            .OrderBy(b => b.Sequence).ToListAsync(stop);
        var vouchers = await db.Vouchers.Where(v => v.Semester == semester && v.Programme == programme && v.CancelledAt == null).ToListAsync(stop);
        var released = batches.Where(b => b.State is BatchState.Released or BatchState.HandedOver && b.NeedsDocument).ToList();
        return Compute(entries, released, vouchers, batches);
    }

    /// <summary>The sums of given rows; <paramref name="documents"/> are the batches that have gone out under a document of their own.</summary>
    public static FourSums Compute(
        IReadOnlyList<EntryPayment> entries, IReadOnlyList<Batch> documents, IReadOnlyList<Voucher> vouchers, IReadOnlyList<Batch> batches)
    {
        // Closed for good: the roster's sum goes without it, and the decision is listed apart. Carried over it stays.
        var live = entries.Where(e => e.State != EntryState.Closed || e.Closed == ClosureReason.CarriedOver).ToList();
        var differences = new List<SumDifference>();
        // Documents order what goes out for the first time; an entry is ordered once it has stood in a released batch.
        var ordered = live.Where(e => e.Ordered).ToList();
        differences.AddRange(live.Except(ordered).Select(e => new SumDifference(Sum.Roster, Sum.Document, e.Fen, e, null)));
        differences.AddRange(documents.Where(b => b.DocumentFen != b.FirstFen).Select(b => new SumDifference(Sum.Roster, Sum.Document, b.FirstFen - (b.DocumentFen ?? 0), null, b)));
        // Entries that were ordered and closed for good afterwards: the document still names them.
        differences.AddRange(entries.Except(live).Where(e => e.Ordered).Select(e => new SumDifference(Sum.Roster, Sum.Document, -e.Fen, e, null)));
        differences.AddRange(entries.Except(live).Where(e => e.Ordered).Select(e => new SumDifference(Sum.Document, Sum.Bank, e.Fen, e, null)));
        var paid = live.Where(e => e.State == EntryState.Paid).ToList();
        differences.AddRange(ordered.Except(paid).Select(e => new SumDifference(Sum.Document, Sum.Bank, e.Fen, e, null)));
        differences.AddRange(documents.Where(b => b.DocumentFen != b.FirstFen).Select(b => new SumDifference(Sum.Document, Sum.Bank, (b.DocumentFen ?? 0) - b.FirstFen, null, b)));
        // A voucher is entered for a batch: batch by batch what the bank paid against what the treasury says it gave.
        var byBatch = paid.GroupBy(e => e.Batch!.Value).ToDictionary(g => g.Key, g => g.Sum(e => e.Fen));
        var given = vouchers.GroupBy(v => v.Batch).ToDictionary(g => g.Key, g => g.Sum(v => v.Fen));
        foreach (var batch in batches)
        {
            var (bank, voucher) = (byBatch.GetValueOrDefault(batch.Id), given.GetValueOrDefault(batch.Id));
            if (bank != voucher) differences.Add(new(Sum.Bank, Sum.Voucher, bank - voucher, null, batch));
        }
        return new(
            live.Sum(e => e.Fen), live.Count, documents.Sum(b => b.DocumentFen ?? 0), documents.Count, paid.Sum(e => e.Fen), paid.Count,
            vouchers.Sum(v => v.Fen), vouchers.Count, entries.Except(live).Sum(e => e.Fen),
            batches.FirstOrDefault(b => b.State == BatchState.Assembled)?.Number, differences);
    }
}
