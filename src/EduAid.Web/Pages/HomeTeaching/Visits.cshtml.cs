using System.Globalization;
using EduAid.Application.HomeTeaching;
using EduAid.Application.Words;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Rosters;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.HomeTeaching;

/// <summary>The register and the visits out into workbooks, and visits in from one; the register is taken in one step on.</summary>
public sealed class VisitsModel(Visitor visitor, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public IReadOnlyList<HomeVisitFault> Faults { get; private set; } = [];

    /// <summary>Blank for all months.</summary>
    [BindProperty]
    public string? Month { get; set; }

    [BindProperty]
    public IFormFile? Sheet { get; set; }

    [TempData]
    public string? Done { get; set; }

    public void OnGet()
    {
    }

    [Needs(Right.Export)]
    public async Task<IActionResult> OnPostExportAsync([FromServices] ExportHomeVisits export, CancellationToken stop)
    {
        var output = new MemoryStream();
        var month = Domain.Duties.Month.TryParse(Month, out var asked) ? asked : (Domain.Duties.Month?)null;
        await export.RunAsync(visitor.Actor, month, output, stop);
        return Workbook.File(output, month is { } of ? $"{of.ToChinese()}送教上门记录" : "送教上门记录");
    }

    [Needs(Right.Export)]
    public async Task<IActionResult> OnPostRegisterAsync([FromServices] ExportHomeChildren export, CancellationToken stop)
    {
        var output = new MemoryStream();
        await export.RunAsync(visitor.Actor, output, stop);
        return Workbook.File(output, "送教上门登记");
    }

    [Needs(Right.RecordHomeVisits)]
    public async Task<IActionResult> OnPostImportAsync([FromServices] ImportHomeVisits import, CancellationToken stop)
    {
        if (Sheet is null)
        {
            ModelState.AddModelError(nameof(Sheet), texts["Plans.WorkbookMissing"]);
            return Page();
        }
        using var content = new MemoryStream();
        await Sheet.CopyToAsync(content, stop);
        content.Position = 0;
        var taken = await import.RunAsync(visitor.Actor, content, Sheet.FileName, stop);
        if (taken.Faults.Count == 0)
        {
            Done = texts["HomeTeaching.TakenIn", taken.Added, taken.Known];
            return Redirect("/HomeTeaching/Visits");
        }
        Faults = taken.Faults;
        ModelState.AddModelError(nameof(Sheet), texts["Plans.WorkbookFaulty", Faults.Count]);
        return Page();
    }
}
