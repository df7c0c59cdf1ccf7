using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Plans;
using EduAid.Application.Storage;
using EduAid.Application.Supervision;
using EduAid.Application.Words;
using EduAid.Domain.Supervision;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Payments;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Supervision.Orders;

/// <summary>A new supervision order, to a unit of the plan, perhaps about one of its items.</summary>
public sealed class IssueModel(EduAidDbContext db, Visitor visitor, BusinessDay day, IssueOrder issue, IStringLocalizer<Texts> texts) : PageModel
{
    private const int UsualDays = 7;

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public PlanItem? About { get; private set; }

    public IReadOnlyList<string> Units { get; private set; } = [];

    /// <summary>Year of the plan that the item is of.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Plan { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Item { get; set; }

    [BindProperty]
    public string? Unit { get; set; }

    [BindProperty]
    public string? Demand { get; set; }

    [BindProperty]
    public string? Due { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        if (Item is not null && About is null) return NotFound();
        Due = day.Today.AddDays(UsualDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        if (TypedFields.Day(Due) is not { } due)
        {
            ModelState.AddModelError(nameof(Due), texts["Pay.Wrong.Day"]);
            return Page();
        }
        var outcome = await issue.RunAsync(visitor.Actor, new(Unit ?? "", Plan, string.IsNullOrEmpty(Item) ? null : Item, Demand ?? "", due), stop);
        if (outcome.Order is { } order) return Redirect($"/Supervision/Orders/{order}");
        ModelState.AddModelError(outcome.Refusal switch { OrderRefusal.TextMissing => nameof(Demand), OrderRefusal.DayPassed => nameof(Due), _ => nameof(Unit) }, Words.Refusal(outcome.Refusal!.Value));
        return Page();
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        About = string.IsNullOrEmpty(Item) ? null : await db.PlanItems.Include(i => i.Units).SingleOrDefaultAsync(i => i.Year == Plan && i.Number == Item && !i.Heading, stop);
        Units = About is not null ? [.. About.Units.OrderBy(u => u.Position).Select(u => u.Unit)]
            : await db.PlanItemUnits.Select(u => u.Unit).Distinct().OrderBy(u => u).ToListAsync(stop);
    }
}
