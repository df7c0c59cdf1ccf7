using EduAid.Application.Audit;
using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Intake;

/// <summary>Throws an upload away that nobody has accepted: its files go, its reserved numbers stay used.</summary>
public sealed class DiscardUpload(EduAidDbContext db, Work work, AuditTrail trail, StoredFiles stored, PreviewShelf shelf)
{
    /// <returns>Null, or why not.</returns>
    public async Task<AcceptRefusal?> RunAsync(Actor actor, Guid id, CancellationToken stop)
    {
        var files = new List<StagedFile>();
        var refusal = await work.ChangeAsync<AcceptRefusal?>(
            async () =>
            {
                var upload = await db.StagedUploads.SingleOrDefaultAsync(u => u.Id == id, stop);
                if (upload is null || upload.IsDiscarded) return new AcceptRefusal.NotFound();
                if (upload.AcceptedAt is { } at) return new AcceptRefusal.AlreadyAccepted(at);
                files.AddRange(upload.SentFiles());
                await db.StagedUploads.Where(u => u.Id == id).ExecuteUpdateAsync(s => s.SetProperty(u => u.Files, StagedUpload.NoFiles), stop);
                trail.Record(actor, "upload.discard", $"upload:{id}", new { Files = files.Select(f => f.Name) });
                return null;
            },
            stop);
        if (refusal is not null) return refusal;
        shelf.Remove(id);
        foreach (var file in files) stored.Delete(file.Key);
        return null;
    }
}
