using System.Globalization;
using EduAid.Application.Documents;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.Payments.Documents;

/// <summary>The scans of one thing, and handing one out. Nothing asked for shows an empty list.</summary>
public sealed class IndexModel(EduAidDbContext db, Visitor visitor, DownloadDocument download) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public PapersOf? Papers { get; private set; }

    /// <summary>The page to which they belong.</summary>
    public string Home { get; private set; } = "/";

    public async Task<IActionResult> OnGetAsync(DocumentSubject? kind, string? subject, CancellationToken stop)
    {
        if (kind is not { } of || subject is null) return Page();
        if (!DocumentRights.MayRead(visitor.Role, of) || !await DocumentRights.SeesAsync(db, of, subject, stop)) return NotFound();
        Papers = await PapersOf.LoadAsync(db, of, subject, visitor, stop);
        Home = await PapersOf.HomeOfAsync(db, of, subject, stop);
        return Page();
    }

    /// <summary>As an attachment only: a scan is never opened within the site.</summary>
    public async Task<IActionResult> OnPostDownloadAsync(Guid id, CancellationToken stop) =>
        await download.RunAsync(visitor.Actor, id, stop) is { } found ? File(found.Content, found.Document.ContentType, found.Document.FileName) : NotFound();
}
