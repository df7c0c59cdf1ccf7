using System.Globalization;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Rosters;

public sealed record HoldRow(EntryHold Hold, string Name);

/// <summary>The children who were taken off a roster and wait to be looked at.</summary>
public sealed class HoldsModel(EduAidDbContext db, Visitor visitor, LiftHold lift, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public SchoolLabels Schools { get; private set; } = null!;

    public IReadOnlyList<HoldRow> Rows { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Schools = await SchoolLabels.LoadAsync(db, Semester, stop);
        var rows = await db.EntryHolds.Where(h => h.Semester == Semester && h.LiftedAt == null).OrderBy(h => h.Id)
            .Select(h => new { Hold = h, Name = db.People.Where(p => p.Id == h.Person).Select(p => p.Name).FirstOrDefault() }).ToListAsync(stop);
        Rows = [.. rows.Select(r => new HoldRow(r.Hold, r.Name ?? "—"))];
    }

    [Needs(Right.LiftHolds)]
    public async Task<IActionResult> OnPostLiftAsync(Guid hold, string? reason, CancellationToken stop)
    {
        if (!await db.EntryHolds.AnyAsync(h => h.Id == hold, stop)) return NotFound();
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > StepModel.LongestRemark)
        {
            ModelState.AddModelError("reason", texts["Holds.ReasonMissing"]);
            await OnGetAsync(stop);
            return Page();
        }
        Done = texts[await lift.RunAsync(visitor.Actor, hold, reason, stop) ? "Holds.Lifted" : "Holds.LiftedBefore"];
        return Redirect("/Rosters/Holds");
    }
}
