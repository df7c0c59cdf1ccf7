using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Plans;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Supervision;
using EduAid.Application.Words;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Payments;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Supervision.Bulletins;

/// <summary>A bulletin as it would be, counted now; publishing it counts anew and keeps it.</summary>
public sealed class PublishModel(EduAidDbContext db, CountySettings county, Visitor visitor, BusinessDay day, PublishBulletin publish) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    /// <summary>Null where there is no plan.</summary>
    public BulletinSheet? Sheet { get; private set; }

    /// <summary>Year of the plan.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Plan { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    [BindProperty]
    public string? Heading { get; set; }

    [BindProperty]
    public string? Opening { get; set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        // A document of the county: its title is Chinese in every language of the pages.
        if (Sheet is not null) Heading = $"{Sheet.PlanYear}年工作要点进展情况通报";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Plan is not { } plan || TypedFields.Day(On) is not { } on) return NotFound();
        var outcome = await publish.RunAsync(visitor.Actor, plan, on, Heading ?? "", Opening ?? "", stop);
        if (outcome.Bulletin is { } bulletin) return Redirect($"/Supervision/Bulletins/{bulletin}");
        ModelState.AddModelError(outcome.Refusal == BulletinRefusal.TitleMissing ? nameof(Heading) : "", Words.Refusal(outcome.Refusal!.Value));
        await LoadAsync(stop);
        return Page();
    }

    internal static string OfficeOf(CountySettings county) => $"{county.Name}教育局督查室";

    private async Task LoadAsync(CancellationToken stop)
    {
        var years = Plan is null ? await db.Plans.Select(p => p.Year).ToListAsync(stop) : [];
        if ((Plan ?? PlanBoard.Choose(years, day.Today)) is { } year && await BulletinDraft.LoadAsync(db, year, TypedFields.Day(On), day.Today, stop) is { } draft)
            Sheet = BulletinSheet.Of(draft, Heading ?? $"{year}年工作要点进展情况通报", Opening ?? "", day.Today, OfficeOf(county));
    }
}
