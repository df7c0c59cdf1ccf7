using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Domain.Payments;
using EduAid.Domain.Values;

namespace EduAid.Application.Payments;

/// <summary>发文: notes number, day and sum of the disbursement document.</summary>
public sealed class SetBatchDocument(BatchWay way)
{
    public Task<BatchRefusal?> RunAsync(Actor actor, Guid batch, string number, DateOnly date, Money sum, CancellationToken stop) =>
        way.TakeAsync(actor, batch, PaymentAct.SetDocument, "batch.document", found => Task.FromResult(found.SetDocument(number, date, sum)), stop);
}

/// <summary>Gives up a batch of which no file was made; its entries wait for the next.</summary>
public sealed class DiscardBatch(BatchWay way, TimeProvider time)
{
    public Task<BatchRefusal?> RunAsync(Actor actor, Guid batch, string reason, CancellationToken stop) => way.TakeAsync(
        actor, batch, PaymentAct.Discard, "batch.discard",
        async found =>
        {
            if (found.Discard(actor.Name, time.GetUtcNow(), reason) is { } refusal) return refusal;
            await way.CancelLinesAsync(found, stop);
            return null;
        },
        stop);
}

/// <summary>Notes that the bank has the file.</summary>
public sealed class HandOverBatch(BatchWay way, BusinessDay day)
{
    public Task<BatchRefusal?> RunAsync(Actor actor, Guid batch, CancellationToken stop) =>
        way.TakeAsync(actor, batch, PaymentAct.HandOver, "batch.hand-over", found => Task.FromResult(found.HandOver(actor.Name, day.Today)), stop);
}

/// <summary>Asks for a file that was never handed over to be cancelled.</summary>
public sealed class AskToCancelBatch(BatchWay way)
{
    public Task<BatchRefusal?> RunAsync(Actor actor, Guid batch, string reason, CancellationToken stop) =>
        way.TakeAsync(actor, batch, PaymentAct.Cancel, "batch.ask-cancel", found => Task.FromResult(found.AskToCancel(actor.Name, reason)), stop);
}

/// <summary>Agrees to a cancellation that somebody else has asked for.</summary>
public sealed class CancelBatch(BatchWay way, TimeProvider time)
{
    public Task<BatchRefusal?> RunAsync(Actor actor, Guid batch, CancellationToken stop) => way.TakeAsync(
        actor, batch, PaymentAct.Cancel, "batch.cancel",
        async found =>
        {
            if (found.Cancel(actor.Name, time.GetUtcNow()) is { } refusal) return refusal;
            await way.CancelLinesAsync(found, stop);
            return null;
        },
        stop);
}
