using System.Globalization;
using EduAid.Application.Checks;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Checks;

/// <summary>One thing that a check points out, and why it may stand.</summary>
public sealed class HitModel(EduAidDbContext db, Visitor visitor, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public CheckHit Hit { get; private set; } = null!;

    public string School { get; private set; } = "";

    /// <summary>The waiver that holds; null where there is none.</summary>
    public CheckWaiver? Waiver { get; private set; }

    /// <summary>Waivers that hold no more: taken back, or said of something else.</summary>
    public IReadOnlyList<CheckWaiver> Before { get; private set; } = [];

    [BindProperty]
    public string? Why { get; set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await FindAsync(id, stop) ? Page() : NotFound();

    [Needs(Right.WaiveHits)]
    public async Task<IActionResult> OnPostWaiveAsync(Guid id, [FromServices] WaiveHit waive, CancellationToken stop)
    {
        if (!await FindAsync(id, stop)) return NotFound();
        return Answered(await waive.RunAsync(visitor.Actor, id, Why, stop), "Checks.DoneWaive");
    }

    [Needs(Right.WaiveHits)]
    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, [FromServices] TakeBackWaiver back, CancellationToken stop)
    {
        if (!await FindAsync(id, stop)) return NotFound();
        return Answered(await back.RunAsync(visitor.Actor, id, stop), "Checks.DoneTakeBack");
    }

    private IActionResult Answered(WaiverRefusal? refusal, string done)
    {
        if (refusal is null)
        {
            Done = texts[done, Words.CheckName(Hit)];
            return Redirect($"/Checks/Check/{Hit.Code}");
        }
        ModelState.AddModelError(refusal == WaiverRefusal.ReasonMissing ? nameof(Why) : "", Words.Refusal(refusal.Value));
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken stop)
    {
        if (await db.CheckHits.SingleOrDefaultAsync(h => h.Id == id, stop) is not { } found) return false;
        Hit = found;
        var waivers = await db.CheckWaivers.Where(w => w.Semester == found.Semester && w.Code == found.Code && w.Subject == found.Subject).OrderByDescending(w => w.At).ToListAsync(stop);
        Waiver = waivers.Find(w => w.TakenBackAt is null && w.Detail == found.Detail);
        Before = [.. waivers.Where(w => w != Waiver)];
        if (found.School is { } school) School = (await SchoolLabels.LoadAsync(db, found.Semester, stop))[school].Name;
        return true;
    }
}
