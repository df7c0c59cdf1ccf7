using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Rosters;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Payments;

/// <summary>Takes back a return that was taken in by mistake, as long as nothing was built on it. It stays on record as undone.</summary>
public sealed class UndoReturn(EduAidDbContext db, Work work, SettleLines settle, AuditTrail trail, TimeProvider time)
{
    public Task<ReturnRefusal?> RunAsync(Actor actor, int number, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!PaymentRights.May(actor, PaymentAct.TakeReturn)) return new ReturnRefusal.NotYourRole(actor.Role);
            var found = await db.BankReturns.AsTracking().SingleOrDefaultAsync(r => r.Number == number, stop);
            if (found is null) return new ReturnRefusal.NotFound();
            if (found.UndoneAt is not null) return new ReturnRefusal.AlreadyUndone();
            var rows = await db.BankReturnRows.Where(r => r.Return == number && r.Verdict == ReturnVerdict.Applied).Select(r => new { r.Batch, r.Sequence }).ToListAsync(stop);
            var touched = rows.Select(r => (r.Batch!.Value, r.Sequence!.Value)).Distinct().ToList();
            if (await BuiltOnItAsync(number, touched, stop) is { Count: > 0 } later) return new ReturnRefusal.StandsUnder(later);
            (found.UndoneBy, found.UndoneAt) = (actor.Name, time.GetUtcNow());
            await db.SaveChangesAsync(stop);
            var stillTwice = await settle.RunAsync(touched, stop);
            await RemoveSurplusDraftsAsync(stillTwice, stop);
            trail.Record(actor, "return.undo", $"return:{number}", new { number, found.FileName, Lines = touched.Count });
            return (ReturnRefusal?)null;
        },
        stop);

    private async Task<IReadOnlyList<string>> BuiltOnItAsync(int number, List<(Guid Batch, int Sequence)> touched, CancellationToken stop)
    {
        var batches = touched.Select(t => t.Batch).Distinct().ToList();
        var later = (await db.BankReturnRows.Where(r => r.Return > number && r.Verdict == ReturnVerdict.Applied && r.Batch != null && batches.Contains(r.Batch.Value))
            .Join(db.BankReturns.Where(b => b.UndoneAt == null), r => r.Return, b => b.Number, (r, b) => new { r.Batch, r.Sequence, b.Number, b.FileName }).ToListAsync(stop))
            .Where(r => touched.Contains((r.Batch!.Value, r.Sequence!.Value))).Select(r => $"{r.Number} {r.FileName}");
        var tried = await (
            from own in db.LineEntries
            join next in db.LineEntries on own.Entry equals next.Entry
            join batch in db.Batches on next.Batch equals batch.Id
            join before in db.Batches on own.Batch equals before.Id
            where batches.Contains(own.Batch) && batch.Sequence > before.Sequence && batch.State != Domain.Payments.BatchState.Cancelled
            select new { own.Batch, own.Sequence, batch.Number }).ToListAsync(stop);
        var signed = await (
            from entry in db.RosterEntries
            join roster in db.Rosters on entry.Roster equals roster.Id
            join link in db.LineEntries on entry.Corrects equals link.Entry
            where roster.Kind == RosterKind.Surplus && roster.State != RosterState.Draft && batches.Contains(link.Batch)
            select new { link.Batch, link.Sequence, entry.Name }).ToListAsync(stop);
        var closed = await (
            from batch in db.Batches
            join closing in db.ProgrammeClosings on new { batch.Semester, batch.Programme } equals new { closing.Semester, closing.Programme }
            where batches.Contains(batch.Id)
            select closing.FileName).Distinct().ToListAsync(stop);
        return
        [
            .. later.Concat(tried.Where(t => touched.Contains((t.Batch, t.Sequence))).Select(t => t.Number))
                .Concat(signed.Where(t => touched.Contains((t.Batch, t.Sequence))).Select(t => t.Name)).Concat(closed).Distinct().Take(20),
        ];
    }

    // A second success that was never reported has nothing to give back.
    private async Task RemoveSurplusDraftsAsync(IReadOnlyList<Guid> stillTwice, CancellationToken stop)
    {
        var drafts = await db.Rosters.Where(r => r.Kind == RosterKind.Surplus && r.State == RosterState.Draft && r.Steps == 0).Select(r => r.Id).ToListAsync(stop);
        foreach (var id in drafts)
        {
            var corrected = await db.RosterEntries.Where(e => e.Roster == id).Select(e => e.Corrects!.Value).SingleAsync(stop);
            var lines = await db.LineEntries.Where(l => l.Entry == corrected)
                .Join(db.PaymentLines.Where(l => l.State == Domain.Payments.LineState.Paid), l => new { l.Batch, l.Sequence }, l => new { l.Batch, l.Sequence }, (l, _) => l.Batch).CountAsync(stop);
            if (lines > 1 || stillTwice.Contains(corrected)) continue;
            await db.RosterEntries.Where(e => e.Roster == id).ExecuteDeleteAsync(stop);
            await db.Rosters.Where(r => r.Id == id).ExecuteDeleteAsync(stop);
        }
    }
}
