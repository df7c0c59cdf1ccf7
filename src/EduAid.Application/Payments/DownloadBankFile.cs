using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Payments;

public sealed record BankFileDownload(string Name, byte[] Content, string Sha256);

/// <summary>Hands out the bank file as it was released; each time is in the trail.</summary>
public sealed class DownloadBankFile(EduAidDbContext db, Work work, StoredFiles stored)
{
    public async Task<(BankFileDownload? File, BatchRefusal? Refusal)> RunAsync(Actor actor, Guid batch, CancellationToken stop)
    {
        if (!PaymentRights.May(actor, PaymentAct.Download) && actor.Role != "cli") return (null, new BatchRefusal.NotYourRole(actor.Role));
        var found = await db.Batches.SingleOrDefaultAsync(b => b.Id == batch, stop);
        if (found is null) return (null, new BatchRefusal.NotFound());
        if (found.State is not (BatchState.Released or BatchState.HandedOver)) return (null, new BatchRefusal.WrongState(found.State));
        var content = await stored.ReadAsync(found.File!.Value, stop)
            ?? throw new InvalidOperationException($"The bank file of batch {found.Number} is not in the data folder.");
        var download = new BankFileDownload(found.FileName!, content, found.FileSha256!);
        await work.RecordAsync(actor, "batch.download", $"batch:{batch}", new { found.Number, found.FileName, found.FileSha256 }, stop);
        return (download, null);
    }
}
