using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Documents;
using EduAid.Application.Pairing;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.Pairing;

/// <summary>One paired household: who has it and had it, its months, and every visit with its photographs.</summary>
public sealed class HouseholdModel(EduAidDbContext db, PairingBoard board, Visitor visitor, BusinessDay day) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public DateOnly Today => day.Today;

    public PairRecord Record { get; private set; } = null!;

    public bool MayRecord => visitor.May(Right.RecordPairVisits);

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await PairRecord.LoadAsync(db, board, id, visitor, day.Today, stop) is not { } found) return NotFound();
        Record = found;
        return Page();
    }

    /// <summary>As an attachment only, and each time on record.</summary>
    [Needs(Right.SeePairing)]
    public async Task<IActionResult> OnPostPhotoAsync(Guid photo, [FromServices] DownloadDocument download, CancellationToken stop) =>
        await download.RunAsync(visitor.Actor, photo, stop) is { Document.SubjectKind: DocumentSubject.PairVisit } found ? File(found.Content, found.Document.ContentType, found.Document.FileName) : NotFound();
}
