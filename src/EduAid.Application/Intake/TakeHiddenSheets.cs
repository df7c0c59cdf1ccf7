using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Intake;

/// <summary>Takes the hidden sheets of an upload in too; nothing is accepted by it yet.</summary>
public sealed class TakeHiddenSheets(EduAidDbContext db, Work work, PreviewShelf shelf)
{
    /// <returns>Whether there was such an upload, not accepted yet.</returns>
    public async Task<bool> RunAsync(Guid id, CancellationToken stop)
    {
        var changed = await work.ChangeAsync(
            () => db.StagedUploads.Where(u => u.Id == id && u.AcceptedAt == null && u.Files != StagedUpload.NoFiles)
                .ExecuteUpdateAsync(s => s.SetProperty(u => u.HiddenSheets, true), stop),
            stop);
        shelf.Remove(id);
        return changed == 1;
    }
}
