using EduAid.Application.Documents;
using EduAid.Application.Storage;
using EduAid.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Payments.Documents;

public sealed record Paper(Guid Id, string Title, string FileName, string ContentType, int Size, string By, DateTimeOffset At);

/// <summary>The scans of one step, for the part that shows and takes them.</summary>
/// <param name="MayAdd">Whether the visitor may add one.</param>
public sealed record PapersOf(DocumentSubject Kind, string Subject, bool MayAdd, IReadOnlyList<Paper> Papers)
{
    public string AddHref => $"/Payments/Documents/Upload?kind={Kind}&subject={Subject}";

    /// <summary>The page that shows them.</summary>
    public static async Task<string> HomeOfAsync(EduAidDbContext db, DocumentSubject kind, string subject, CancellationToken stop) => kind switch
    {
        DocumentSubject.Objection when Guid.TryParse(subject, out var objection) =>
            $"/Rosters/{(await db.Objections.Where(o => o.Id == objection).Select(o => o.Roster).SingleAsync(stop)).Value}/Objections",
        DocumentSubject.Batch => $"/Payments/Batches/{subject}",
        DocumentSubject.Return => $"/Payments/Returns/{subject}",
        DocumentSubject.Roster => $"/Rosters/{subject}",
        DocumentSubject.Progress => "/Plans",
        DocumentSubject.Pupil => $"/People/{subject}",
        DocumentSubject.Outcome => "/Missed",
        DocumentSubject.HomeVisit => "/HomeTeaching",
        DocumentSubject.PairVisit => "/Pairing",
        DocumentSubject.Household => $"/Households/{subject}",
        DocumentSubject.Policy => $"/Policies/Proposals/{subject}",
        _ => "/Payments/Vouchers",
    };

    /// <summary>The caller has found the subject within the visitor's scope; one question.</summary>
    public static Task<PapersOf> LoadAsync(EduAidDbContext db, DocumentSubject kind, string subject, Visitor visitor, CancellationToken stop) =>
        LoadAsync(db, kind, subject, [subject], visitor, stop);

    /// <summary>The same of many things at once, each with its own; one question.</summary>
    public static async Task<IReadOnlyDictionary<string, PapersOf>> OfEachAsync(
        EduAidDbContext db, DocumentSubject kind, IReadOnlyList<string> subjects, Visitor visitor, CancellationToken stop)
    {
        var papers = (await db.StoredDocuments.Where(d => d.SubjectKind == kind && subjects.Contains(d.Subject)).OrderBy(d => d.Id)
            .Select(d => new { d.Subject, Paper = new Paper(d.Id, d.Title, d.FileName, d.ContentType, d.Size, db.Users.Where(u => u.UserName == d.By).Select(u => u.DisplayName).FirstOrDefault() ?? d.By, d.At) })
            .ToListAsync(stop)).ToLookup(d => d.Subject, d => d.Paper);
        return subjects.ToDictionary(s => s, s => new PapersOf(kind, s, MayAddTo(kind, visitor), [.. papers[s]]));
    }

    /// <param name="subject">To which a new one is added.</param>
    /// <param name="shown">Whose papers are shown.</param>
    public static async Task<PapersOf> LoadAsync(EduAidDbContext db, DocumentSubject kind, string subject, IReadOnlyList<string> shown, Visitor visitor, CancellationToken stop)
    {
        var papers = await db.StoredDocuments.Where(d => d.SubjectKind == kind && shown.Contains(d.Subject)).OrderBy(d => d.Id)
            .Select(d => new Paper(d.Id, d.Title, d.FileName, d.ContentType, d.Size, db.Users.Where(u => u.UserName == d.By).Select(u => u.DisplayName).FirstOrDefault() ?? d.By, d.At))
            .ToListAsync(stop);
        return new(kind, subject, MayAddTo(kind, visitor), papers);
    }

    private static bool MayAddTo(DocumentSubject kind, Visitor visitor) => visitor.May(Right.AttachDocuments) && DocumentRights.May(visitor.Role, kind);
}
