using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Domain.Payments;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Payments;

/// <summary>Puts payments where the bank's answers put them, and keeps of each entry's payments the one that counts; to be used within a change.</summary>
public sealed class SettleLines(EduAidDbContext db, TimeProvider time)
{
    /// <returns>Entries of which a second payment succeeded.</returns>
    public async Task<IReadOnlyList<Guid>> RunAsync(IReadOnlyCollection<(Guid Batch, int Sequence)> touched, CancellationToken stop)
    {
        var batches = touched.Select(t => t.Batch).Distinct().ToList();
        var answers = (await (
            from row in db.BankReturnRows
            join bankReturn in db.BankReturns on row.Return equals bankReturn.Number
            where bankReturn.UndoneAt == null && row.Verdict == ReturnVerdict.Applied && row.Batch != null && batches.Contains(row.Batch.Value)
            orderby row.Return, row.Number
            select row).ToListAsync(stop)).ToLookup(r => (r.Batch!.Value, r.Sequence!.Value), r => new BankAnswer(r.Outcome!.Value, r.Reason, r.ReasonText, r.CreditedOn));
        var lines = (await db.PaymentLines.AsTracking().Where(l => batches.Contains(l.Batch)).ToListAsync(stop)).Where(l => touched.Contains((l.Batch, l.Sequence)));
        foreach (var line in lines) line.Settle([.. answers[(line.Batch, line.Sequence)]]);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
        return await ChooseAsync(touched, batches, stop);
    }

    private async Task<IReadOnlyList<Guid>> ChooseAsync(IReadOnlyCollection<(Guid Batch, int Sequence)> touched, List<Guid> batches, CancellationToken stop)
    {
        var concerned = db.LineEntries.Where(l => batches.Contains(l.Batch)).Select(l => l.Entry);
        var links = await (
            from link in db.LineEntries
            join line in db.PaymentLines on new { link.Batch, link.Sequence } equals new { line.Batch, line.Sequence }
            join batch in db.Batches on link.Batch equals batch.Id
            where concerned.Contains(link.Entry)
            select new { link.Batch, link.Sequence, link.Entry, link.Open, line.State, Order = batch.Sequence }).ToListAsync(stop);
        var (close, open, twice) = (new List<(Guid Batch, Guid Entry)>(), new List<(Guid Batch, Guid Entry)>(), new List<Guid>());
        foreach (var entry in links.GroupBy(l => l.Entry).Where(g => g.Any(l => touched.Contains((l.Batch, l.Sequence)))))
        {
            PaymentTry[] tries = [.. entry.Select(l => new PaymentTry(l.Order, l.State))];
            var counts = EntryStanding.Open(tries);
            close.AddRange(entry.Where(l => l.Open && l.Order != counts?.Order).Select(l => (l.Batch, l.Entry)));
            open.AddRange(entry.Where(l => !l.Open && l.Order == counts?.Order).Select(l => (l.Batch, l.Entry)));
            if (EntryStanding.PaidAgain(tries).Count > 0) twice.Add(entry.Key);
        }
        // First all that close: at no moment does an entry have two open lines.
        foreach (var (flags, value) in new[] { (close, false), (open, true) })
            foreach (var batch in flags.GroupBy(f => f.Batch))
                foreach (var chunk in batch.Select(f => f.Entry).Chunk(500))
                    await db.LineEntries.Where(l => l.Batch == batch.Key && chunk.Contains(l.Entry)).ExecuteUpdateAsync(s => s.SetProperty(l => l.Open, value), stop);
        return twice;
    }

    /// <summary>Drafts the recovery of what was paid a second time, once for each payment too many.</summary>
    public async Task DraftSurplusAsync(IReadOnlyCollection<Guid> entries, CancellationToken stop)
    {
        if (entries.Count == 0) return;
        var drafted = (await db.RosterEntries.Where(e => e.Corrects != null)
            .Join(db.Rosters.Where(r => r.Kind == RosterKind.Surplus), e => e.Roster, r => r.Id, (e, _) => e.Corrects!.Value).ToListAsync(stop)).ToHashSet();
        var now = time.GetUtcNow();
        foreach (var id in entries.Where(e => !drafted.Contains(e)))
        {
            var entry = await db.RosterEntries.SingleAsync(e => e.Id == id, stop);
            var roster = await db.Rosters.SingleAsync(r => r.Id == entry.Roster, stop);
            var sequence = await db.Rosters.CountAsync(
                r => r.Semester == roster.Semester && r.Programme == roster.Programme && r.School == roster.School && r.Kind == RosterKind.Surplus, stop) + 1;
            var surplus = Roster.Draft(roster.County, new(Keys.New(now)), roster.Semester, roster.Programme, roster.School, RosterKind.Surplus, sequence);
            db.Rosters.Add(surplus);
            await db.SaveChangesAsync(stop);
            await db.InsertManyAsync([Surplus(surplus, entry, now)], stop);
            surplus.Rewrite(1, Money.FromFen(entry.Fen), 0, 0, now);
            await db.SaveChangesAsync(stop);
        }
    }

    private static RosterEntry Surplus(Roster roster, RosterEntry entry, DateTimeOffset now)
    {
        var last = Explanation.Read(entry.Reasons)[^1];
        return new()
        {
            County = roster.County,
            Id = Keys.New(now),
            Roster = roster.Id,
            School = entry.School,
            Person = entry.Person,
            Name = entry.Name,
            Grade = entry.Grade,
            GradeOrder = entry.GradeOrder,
            Class = entry.Class,
            Boarding = entry.Boarding,
            Fen = entry.Fen,
            Payee = entry.Payee,
            Flags = "",
            List = entry.List,
            Line = entry.Line,
            Reasons = Explanation.Write([new Reason("paid-twice", Money.FromFen(entry.Fen).ToString(), last.Clause, last.Document, Money.FromFen(entry.Fen))]),
            Corrects = entry.Id,
        };
    }
}
