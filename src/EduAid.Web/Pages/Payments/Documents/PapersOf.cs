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

    /// <summary>The page that they belong to; null for a subject that is shown on a list.</summary>
    public static string HomeOf(DocumentSubject kind, string subject) => kind switch
    {
        DocumentSubject.Batch => $"/Payments/Batches/{subject}",
        DocumentSubject.Return => $"/Payments/Returns/{subject}",
        DocumentSubject.Roster => $"/Rosters/{subject}",
        DocumentSubject.Progress => "/Plans",
        DocumentSubject.Pupil => $"/People/{subject}",
        DocumentSubject.Outcome => "/Missed",
        DocumentSubject.HomeVisit => "/HomeTeaching",
        DocumentSubject.Household => $"/Households/{subject}",
        DocumentSubject.Policy => $"/Policies/Proposals/{subject}",
        _ => "/Payments/Vouchers",
    };

    /// <summary>The caller has found the subject within the visitor's scope; one question.</summary>
    public static Task<PapersOf> LoadAsync(EduAidDbContext db, DocumentSubject kind, string subject, Visitor visitor, CancellationToken stop) =>
        LoadAsync(db, kind, subject, [subject], visitor, stop);

    /// <param name="subject">To which a new one is added.</param>
    /// <param name="shown">Whose papers are shown.</param>
    public static async Task<PapersOf> LoadAsync(EduAidDbContext db, DocumentSubject kind, string subject, IReadOnlyList<string> shown, Visitor visitor, CancellationToken stop)
    {
        var papers = await db.StoredDocuments.Where(d => d.SubjectKind == kind && shown.Contains(d.Subject)).OrderBy(d => d.Id)
            .Select(d => new Paper(d.Id, d.Title, d.FileName, d.ContentType, d.Size, db.Users.Where(u => u.UserName == d.By).Select(u => u.DisplayName).FirstOrDefault() ?? d.By, d.At))
            .ToListAsync(stop);
        return new(kind, subject, visitor.May(Right.AttachDocuments) && DocumentRights.May(visitor.Role, kind), papers);
    }
}
