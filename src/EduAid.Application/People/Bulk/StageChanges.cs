using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.People.Bulk;

/// <summary>Who changes many pupils at once: the county's officer, who answers for the whole county's cards.</summary>
public static class BulkRights
{
    public static bool May(Role role) => role == Role.AidOfficer;

    internal static bool May(Actor actor) => actor.Held is { } role && May(role);
}

/// <summary>Keeps a workbook of changes so that it can be looked at before anything is written. Files of yesterday go.</summary>
public sealed class StageChanges(EduAidDbContext db, Work work, StoredFiles stored, AuditTrail trail, TimeProvider time)
{
    private const int LongestName = 150;

    /// <returns>The file's key, or null and why not; both null where the role may not.</returns>
    public async Task<(Guid? File, ChangeSheetFault? Fault)> RunAsync(Actor actor, Semester semester, byte[] content, string fileName, CancellationToken stop)
    {
        if (!BulkRights.May(actor)) return (null, null);
        if (ChangeSheet.Read(content, fileName).Fault is { } fault) return (null, fault);
        var now = time.GetUtcNow();
        var id = Keys.New(now);
        await stored.SaveAsync(id, content, stop);
        var gone = await work.ChangeAsync(
            async () =>
            {
                var name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
                db.ChangeFiles.Add(new ChangeFile
                {
                    County = db.CountyCode,
                    Id = id,
                    FileName = name.Length == 0 ? "未命名" : name.Length > LongestName ? name[^LongestName..] : name,
                    Semester = semester,
                    By = actor.Name,
                    At = now,
                });
                await db.SaveChangesAsync(stop);
                var old = (await db.ChangeFiles.Select(f => new { f.Id, f.Result, f.At }).ToListAsync(stop)).Where(f => f.At < now.AddDays(-1)).ToList();
                var keys = old.Select(f => f.Id).ToList();
                await db.ChangeFiles.Where(f => keys.Contains(f.Id)).ExecuteDeleteAsync(stop);
                trail.Record(actor, "people.bulk-stage", $"change-file:{id}", new { File = name });
                return old.SelectMany(f => (Guid?[])[f.Id, f.Result]).OfType<Guid>().ToList();
            },
            stop);
        // After the commit: a file without its row is litter, a row without its file would be a loss.
        foreach (var key in gone) stored.Delete(key);
        return (id, null);
    }
}
