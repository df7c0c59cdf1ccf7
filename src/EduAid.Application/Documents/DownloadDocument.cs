using EduAid.Application.Audit;
using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Documents;

/// <summary>Hands out a scan as it was sent; each time is in the trail.</summary>
public sealed class DownloadDocument(EduAidDbContext db, Work work, StoredFiles stored)
{
    /// <returns>Null where there is no such document, or not within the scope.</returns>
    /// <exception cref="InvalidOperationException">The file is gone from the data folder.</exception>
    public async Task<(StoredDocument Document, byte[] Content)?> RunAsync(Actor actor, Guid id, CancellationToken stop)
    {
        var found = await db.StoredDocuments.SingleOrDefaultAsync(d => d.Id == id, stop);
        if (found is null || !DocumentRights.MayRead(actor, found.SubjectKind) || !await DocumentRights.SeesAsync(db, found.SubjectKind, found.Subject, stop)) return null;
        var content = await stored.ReadAsync(found.File, stop) ?? throw new InvalidOperationException($"The file of document {id} is not in the data folder.");
        await work.RecordAsync(actor, "document.download", $"document:{id}", new { Kind = found.SubjectKind.ToString(), found.Subject, found.Sha256 }, stop);
        return (found, content);
    }
}
