using EduAid.Application.HomeTeaching;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Ledgers;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.HomeTeaching;

/// <summary>The register of home teaching from a workbook: checked by a dry run, then taken in.</summary>
public sealed class UploadModel(ImportHomeChildren import, LedgerUpload upload, Visitor visitor, IStringLocalizer<Texts> texts) : PageModel
{
    private const string Ledger = "home-children", Home = "/HomeTeaching/Visits";

    public LedgerForm Form => new(texts["HomeTeaching.RegisterBook"], Home, HomeChildSheet.NeededColumns, upload.Checked, upload.Key, upload.FileName);

    [TempData]
    public string? Done { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostCheckAsync(IFormFile? workbook, CancellationToken stop)
    {
        await upload.CheckAsync(Ledger, workbook, ModelState, file => import.RunAsync(visitor.Actor, file, dryRun: true, stop), stop);
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(string? key, CancellationToken stop)
    {
        if (await upload.TakeAsync(Ledger, key, ModelState, file => import.RunAsync(visitor.Actor, file, dryRun: false, stop)) is not { } done) return Page();
        Done = texts["Ledger.Import.Done", done.Added, done.Changed];
        return Redirect(Home);
    }
}
