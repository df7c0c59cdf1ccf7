using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Entry;

/// <summary>Makes and removes drafts; to be called within a change.</summary>
internal static class DraftRows
{
    public static async Task<ListDraft> NewAsync(
        EduAidDbContext db, Actor actor, SchoolId school, Semester semester, DateTimeOffset now, int rows, CancellationToken stop)
    {
        var draft = new ListDraft
        {
            County = db.CountyCode,
            Id = Keys.New(now),
            Semester = semester,
            School = school,
            At = now,
            By = actor.Name,
            ChangedAt = now,
            ChangedBy = actor.Name,
            Rows = rows,
        };
        db.ListDrafts.Add(draft);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
        return draft;
    }

    public static async Task DeleteAsync(EduAidDbContext db, Guid draft, CancellationToken stop)
    {
        await db.ListDraftRows.Where(r => r.Draft == draft).ExecuteDeleteAsync(stop);
        await db.ListDrafts.Where(d => d.Id == draft).ExecuteDeleteAsync(stop);
    }

    /// <summary>A draft all of which has been accepted as it was sent has done its work; one with faulty rows or changed since is kept.</summary>
    public static async Task AcceptedAsync(EduAidDbContext db, Guid upload, DateTimeOffset sentAt, CancellationToken stop)
    {
        var done = await db.ListDrafts.Where(d => d.Upload == upload && d.Faulty == 0 && d.ChangedAt <= sentAt).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(stop);
        if (done is { } draft) await DeleteAsync(db, draft, stop);
    }
}
