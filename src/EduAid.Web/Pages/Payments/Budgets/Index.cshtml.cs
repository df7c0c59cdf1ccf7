using System.Globalization;
using EduAid.Application.Payments;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Overview;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Payments.Budgets;

/// <summary>A programme against its budget, in fen.</summary>
/// <param name="Budgets">As they were set, the newest first; empty where none is.</param>
public sealed record BudgetRow(string Programme, IReadOnlyList<ProgrammeBudget> Budgets, long Granted, long Approved, long Paid)
{
    public long? Budget => Budgets is [var first, ..] ? first.Fen : null;
}

/// <summary>What is planned for each programme in the semester beside what is granted, approved and paid.</summary>
public sealed class IndexModel(EduAidDbContext db, Visitor visitor, TurnCache cache, SetBudget set, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public IReadOnlyList<BudgetRow> Rows { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Programmes => [.. Programme.Of(Semester).Select(p => new SelectListItem(Words.Programme(p.Code), p.Code))];

    [BindProperty]
    public string? Of { get; set; }

    /// <summary>Yuan.</summary>
    [BindProperty]
    public string? Sum { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    [TempData]
    public string? Done { get; set; }

    public Task OnGetAsync(CancellationToken stop) => LoadAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (TypedFields.Yuan(Sum) is not { } sum) ModelState.AddModelError(nameof(Sum), texts["Pay.Wrong.Sum"]);
        else if (await set.RunAsync(visitor.Actor, Semester, Of ?? "", sum, Document ?? "", stop) is { } refusal)
            ModelState.AddModelError(
                refusal switch { BudgetRefusal.ProgrammeUnknown => nameof(Of), BudgetRefusal.DocumentMissing => nameof(Document), _ => nameof(Sum) }, Words.Refusal(refusal));
        else
        {
            Done = texts["Pay.Budget.Done", Words.Programme(Of!)];
            return RedirectToPage();
        }
        await LoadAsync(stop);
        return Page();
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        var budgets = (await db.ProgrammeBudgets.Where(b => b.Semester == Semester).OrderByDescending(b => b.Revision).ToListAsync(stop)).ToLookup(b => b.Programme);
        // The same sums as the overview's, by the same rule.
        var money = (await cache.GetAsync(() => OverviewFigures.LoadAsync(db, Semester, stop))).Programmes;
        Rows = [.. money.Select(p => new BudgetRow(p.Programme, [.. budgets[p.Programme]], p.Granted, p.Approved, p.Paid))];
    }
}
