using EduAid.Application.Audit;
using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Intake;

/// <summary>How long an upload is kept that nobody accepts or discards, and a draft on which nobody works.</summary>
/// <param name="KeptDays">Whole days, 1 or more; configuration key <c>Uploads:KeptDays</c>.</param>
/// <param name="DraftDays">The same for lists entered by hand; <c>Uploads:DraftDays</c>.</param>
public sealed record UploadKeeping(int KeptDays, int DraftDays = 60)
{
    public static UploadKeeping Default { get; } = new(14);
}

/// <summary>
/// Throws away uploads and drafts that have lain too long: other people's data are not kept because somebody forgot them.
/// It looks at the whole county, whoever's unit of work it runs in.
/// </summary>
public sealed class SweepUploads(
    EduAidDbContext db, Work work, AuditTrail trail, StoredFiles stored, PreviewShelf shelf, UploadKeeping keeping, TimeProvider time)
{
    private static readonly Actor System = new("system", "system", "uploads");

    /// <returns>How many went. Nothing to do writes nothing.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var before = time.GetUtcNow().AddDays(-Math.Max(1, keeping.KeptDays));
        await SweepDraftsAsync(stop);
        if (!await Forgotten(before).AnyAsync(stop)) return 0;
        var swept = await work.ChangeAsync(
            async () =>
            {
                var uploads = await Forgotten(before).OrderBy(u => u.At).ToListAsync(stop);
                if (uploads.Count == 0) return uploads;
                await Forgotten(before).ExecuteUpdateAsync(s => s.SetProperty(u => u.Files, StagedUpload.NoFiles), stop);
                trail.Record(System, "upload.expire", "uploads", new
                {
                    keeping.KeptDays,
                    Uploads = uploads.Select(u => new { u.Id, u.At, u.By, Files = u.SentFiles().Select(f => f.Name) }),
                });
                return uploads;
            },
            stop);
        foreach (var upload in swept)
        {
            shelf.Remove(upload.Id);
            foreach (var file in upload.SentFiles()) stored.Delete(file.Key);
        }
        return swept.Count;
    }

    private async Task SweepDraftsAsync(CancellationToken stop)
    {
        var before = time.GetUtcNow().AddDays(-Math.Max(1, keeping.DraftDays));
        var forgotten = db.ListDrafts.IgnoreQueryFilters([EduAidDbContext.SchoolFilter]).Where(d => d.ChangedAt < before);
        if (!await forgotten.AnyAsync(stop)) return;
        await work.ChangeAsync(
            async () =>
            {
                var drafts = await forgotten.Select(d => d.Id).ToListAsync(stop);
                await db.ListDraftRows.IgnoreQueryFilters([EduAidDbContext.SchoolFilter]).Where(r => drafts.Contains(r.Draft)).ExecuteDeleteAsync(stop);
                await forgotten.Where(d => drafts.Contains(d.Id)).ExecuteDeleteAsync(stop);
                trail.Record(System, "draft.expire", "drafts", new { keeping.DraftDays, Count = drafts.Count });
                return drafts.Count;
            },
            stop);
    }

    private IQueryable<StagedUpload> Forgotten(DateTimeOffset before) => db.StagedUploads.IgnoreQueryFilters([EduAidDbContext.SchoolFilter])
        .Where(u => u.AcceptedAt == null && u.Files != StagedUpload.NoFiles && u.At < before);
}
