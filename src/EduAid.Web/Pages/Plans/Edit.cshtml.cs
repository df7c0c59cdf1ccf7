using System.Globalization;
using EduAid.Application.Plans;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Plans;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Plans;

/// <summary>Changes one item of the plan: its title, units, days and targets. Items and measures are added through the workbook.</summary>
public sealed class EditModel(EduAidDbContext db, Visitor visitor, SavePlan save, IStringLocalizer<Texts> texts) : PageModel
{
    private PlanOutline plan = null!;

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public OutlineItem Item { get; private set; } = null!;

    public int Year => plan.Year;

    public string Back => PlanWork.ItemHref(Year, Item.Number);

    [BindProperty]
    public EditInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(int year, string item, CancellationToken stop)
    {
        if (!await LoadAsync(year, item, stop)) return NotFound();
        Input = EditInput.Of(Item);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int year, string item, CancellationToken stop)
    {
        if (!await LoadAsync(year, item, stop)) return NotFound();
        var wrong = new List<string>();
        var edited = Input.Read(Item, wrong);
        foreach (var field in wrong) ModelState.AddModelError(field, texts["Plans.Wrong"]);
        if (!ModelState.IsValid) return Page();
        var saved = await save.RunAsync(visitor.Actor, plan with { Items = [.. plan.Items.Select(i => i.Number == item ? edited : i)] }, fresh: false, stop);
        if (saved.Refusal is not { } refusal) return Redirect(Back);
        foreach (var problem in saved.Problems ?? []) ModelState.AddModelError("", Words.Fault(problem));
        if (saved.Problems is null) ModelState.AddModelError("", Words.Refusal(refusal));
        return Page();
    }

    private async Task<bool> LoadAsync(int year, string item, CancellationToken stop)
    {
        if (await PlanReading.OutlineAsync(db, year, stop) is not { } found || found.Items.FirstOrDefault(i => i.Number == item && !i.IsHeading) is not { } known) return false;
        (plan, Item) = (found, known);
        return true;
    }
}
