using System.Globalization;
using EduAid.Application.Documents;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Imports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.Payments.Documents;

/// <summary>Adds a scan to a batch, a voucher, a return or a roster.</summary>
public sealed class UploadModel(EduAidDbContext db, Visitor visitor, AttachDocument attach) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    [BindProperty(SupportsGet = true)]
    public DocumentSubject? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public IReadOnlyList<IFormFile> Files { get; set; } = [];

    /// <summary>Whether there is something to add to.</summary>
    public bool Known { get; private set; }

    /// <summary>The page to which it belongs.</summary>
    public string Back { get; private set; } = "/";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (Kind is null && Subject is null) return Page();
        return await IsKnownAsync(stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await IsKnownAsync(stop)) return NotFound();
        var refusal = Files.Count == 0 ? DocumentRefusal.Empty : (DocumentRefusal?)null;
        foreach (var file in Files.Count == 0 ? [] : await SentFiles.ReadAsync(Files, stop))
            refusal ??= await attach.RunAsync(visitor.Actor, new(Kind!.Value, Subject!, Title, file.Name, file.Content), stop);
        if (refusal is null) return Redirect(Back);
        ModelState.AddModelError(nameof(Files), Words.Refusal(refusal.Value));
        return Page();
    }

    private async Task<bool> IsKnownAsync(CancellationToken stop)
    {
        if (Kind is not { } kind || !Enum.IsDefined(kind) || Subject is not { } subject || !await DocumentRights.SeesAsync(db, kind, subject, stop)) return false;
        Back = await PapersOf.HomeOfAsync(db, kind, subject, stop);
        return Known = true;
    }
}
