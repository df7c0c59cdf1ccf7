using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Payments;

/// <summary>How every step of a batch is taken: the role may, the batch agrees, the event is written, in one transaction.</summary>
public sealed class BatchWay(EduAidDbContext db, Work work, EntryDigest digest, AuditTrail trail)
{
    public Task<BatchRefusal?> TakeAsync(
        Actor actor, Guid id, PaymentAct act, string action, Func<Batch, Task<BatchRefusal?>> step, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!PaymentRights.May(actor, act)) return new BatchRefusal.NotYourRole(actor.Role);
            var batch = await db.Batches.AsTracking().SingleOrDefaultAsync(b => b.Id == id, stop);
            if (batch is null) return new BatchRefusal.NotFound();
            if (batch.State != BatchState.Cancelled && !await digest.HoldsAsync(BatchDigestRows.Batch, id, stop)) return new BatchRefusal.Altered();
            var before = batch.State;
            if (await step(batch) is { } refusal)
            {
                db.ChangeTracker.Clear();
                return refusal;
            }
            await db.SaveChangesAsync(stop);
            trail.Record(actor, action, await digest.OfAsync(BatchDigestRows.Batch, id, stop), new
            {
                batch.Number,
                Before = before.ToString(),
                After = batch.State.ToString(),
                batch.DocumentNumber,
                batch.DocumentFen,
                batch.FileName,
                batch.FileSha256,
                batch.Lines,
                batch.Fen,
                Why = batch.CancelReason,
            });
            return (BatchRefusal?)null;
        },
        stop);

    /// <summary>Ends a batch's lines: its entries wait again.</summary>
    internal async Task CancelLinesAsync(Batch batch, CancellationToken stop)
    {
        foreach (var line in await db.PaymentLines.AsTracking().Where(l => l.Batch == batch.Id).ToListAsync(stop)) line.Cancel();
        await db.SaveChangesAsync(stop);
        await db.LineEntries.Where(l => l.Batch == batch.Id).ExecuteUpdateAsync(s => s.SetProperty(l => l.Open, false), stop);
    }
}
