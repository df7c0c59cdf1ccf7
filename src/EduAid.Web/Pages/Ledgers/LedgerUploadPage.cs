using EduAid.Application.Audit;
using EduAid.Application.Ledgers;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Ledgers;

/// <summary>A ledger's workbook: checked by a dry run, then taken in.</summary>
public abstract class LedgerUploadPage(LedgerUpload upload, Visitor visitor, IStringLocalizer<Texts> texts) : PageModel
{
    public LedgerForm Form => new(texts[Title], Home, Columns, upload.Checked, upload.Key, upload.FileName);

    [TempData]
    public string? Done { get; set; }

    /// <summary>Under which the checked file waits.</summary>
    protected abstract string Ledger { get; }

    /// <summary>Where the ledger is seen.</summary>
    protected abstract string Home { get; }

    /// <summary>Key of the ledger's name among the texts.</summary>
    protected abstract string Title { get; }

    /// <summary>The needed columns, as the workbook names them.</summary>
    protected abstract string Columns { get; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostCheckAsync(IFormFile? workbook, CancellationToken stop)
    {
        await upload.CheckAsync(Ledger, workbook, ModelState, file => ImportAsync(visitor.Actor, file, dryRun: true, stop), stop);
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(string? key, CancellationToken stop)
    {
        if (await upload.TakeAsync(Ledger, key, ModelState, file => ImportAsync(visitor.Actor, file, dryRun: false, stop)) is not { } done) return Page();
        Done = texts["Ledger.Import.Done", done.Added, done.Changed];
        return Redirect(Home);
    }

    protected abstract Task<LedgerImport> ImportAsync(Actor actor, CheckedFile file, bool dryRun, CancellationToken stop);
}
