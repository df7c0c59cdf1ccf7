using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Plans;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Plans;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Plans;

/// <summary>A new year's plan from the last one, from a workbook, or the shipped one. What a workbook would change is shown before it is taken.</summary>
public sealed class NewModel(EduAidDbContext db, Visitor visitor, BusinessDay day, SavePlan save, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public IReadOnlyList<int> Years { get; private set; } = [];

    public IEnumerable<SelectListItem> YearChoices => Years.Select(y => new SelectListItem(y.ToString(CultureInfo.InvariantCulture), y.ToString(CultureInfo.InvariantCulture)));

    public IReadOnlyList<PlanOutline> Shipped { get; private set; } = [];

    public IReadOnlyList<SheetFault> Faults { get; private set; } = [];

    public PlanPreview? Preview { get; private set; }

    [BindProperty]
    public int From { get; set; }

    [BindProperty]
    public int? Year { get; set; }

    [BindProperty]
    public string? Heading { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    [BindProperty]
    public IFormFile? Workbook { get; set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        Year = Math.Max(day.Today.Year, Years.DefaultIfEmpty(day.Today.Year - 1).Max() + 1);
        Heading = texts["Plans.NameOf", Year];
    }

    public async Task<IActionResult> OnPostCopyAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        if (Year is not (>= 2000 and <= 2100)) ModelState.AddModelError(nameof(Year), Words["PlanFault.YearOutside"]);
        if (string.IsNullOrWhiteSpace(Heading)) ModelState.AddModelError(nameof(Heading), Words["PlanFault.TitleMissing"]);
        if (!ModelState.IsValid) return Page();
        if (await PlanReading.OutlineAsync(db, From, stop) is not { } last) return NotFound();
        return await SaveAsync(last.ForYear(Year!.Value, Heading!.Trim(), Document?.Trim() ?? ""), fresh: true, stop);
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        if (Workbook is null)
        {
            ModelState.AddModelError(nameof(Workbook), texts["Plans.WorkbookMissing"]);
            return Page();
        }
        using var content = new MemoryStream();
        await Workbook.CopyToAsync(content, stop);
        content.Position = 0;
        var reading = PlanSheet.Read(content, Workbook.FileName);
        Faults = reading.Faults;
        if (reading.Plan is null) ModelState.AddModelError(nameof(Workbook), texts["Plans.WorkbookFaulty", Faults.Count]);
        else await ShowAsync(reading.Plan, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostShippedAsync(int shipped, CancellationToken stop)
    {
        await LoadAsync(stop);
        if (Shipped.FirstOrDefault(p => p.Year == shipped) is not { } plan) return NotFound();
        await ShowAsync(plan, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(string? plan, CancellationToken stop)
    {
        await LoadAsync(stop);
        return PlanFile.TryParse(plan) is { } sent ? await SaveAsync(sent, fresh: false, stop) : NotFound();
    }

    private async Task<IActionResult> SaveAsync(PlanOutline plan, bool fresh, CancellationToken stop)
    {
        var saved = await save.RunAsync(visitor.Actor, plan, fresh, stop);
        if (saved.Refusal is not { } refusal) return Redirect($"/Plans?year={plan.Year}");
        foreach (var problem in saved.Problems ?? []) ModelState.AddModelError("", Words.Fault(problem));
        if (saved.Problems is null) ModelState.AddModelError("", Words.Refusal(refusal));
        return Page();
    }

    private async Task ShowAsync(PlanOutline plan, CancellationToken stop)
    {
        foreach (var problem in PlanRules.Check(plan)) ModelState.AddModelError(nameof(Workbook), Words.Fault(problem));
        if (ModelState.IsValid) Preview = PlanPreview.Of(plan, await PlanReading.OutlineAsync(db, plan.Year, stop));
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        Years = await db.Plans.OrderByDescending(p => p.Year).Select(p => p.Year).ToListAsync(stop);
        Shipped = [.. Seeds.Plans().Where(p => !Years.Contains(p.Year))];
    }
}
