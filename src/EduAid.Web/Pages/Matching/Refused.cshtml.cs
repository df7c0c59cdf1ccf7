using System.Globalization;
using EduAid.Application.Matching;
using EduAid.Application.People;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Application.Words;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Parts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Matching;

/// <summary>被拒行: rows that were refused for their ID beside registered children on no list; a person says whose the row is.</summary>
public sealed class RefusedModel(EduAidDbContext db, Visitor visitor, PersonDirectory people, FieldCipher cipher, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public SchoolLabels Schools { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<RefusedPair> Pairs { get; private set; } = [];

    /// <summary>Null where the open rows are shown.</summary>
    public IReadOnlyList<DecidedRow>? Decided { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Schools = await SchoolLabels.LoadAsync(db, Semester, stop);
        if (Request.Query["show"] == "decided")
        {
            var decided = db.RefusedDecisions.Where(d => d.UndoneAt == null && d.Verdict != MatchVerdict.AskSchool);
            Paging = Paging.From(Request.Query).Of(await decided.CountAsync(stop));
            Decided = await RefusedPairs.DecidedAsync(db, decided, Paging, stop);
            return;
        }
        var open = RefusedPairs.Open(db, Semester);
        Paging = Paging.From(Request.Query).Of(await open.CountAsync(stop));
        Pairs = await RefusedPairs.PageAsync(db, people, cipher, Schools, open, Semester, Paging, stop);
    }

    public async Task<IActionResult> OnPostDecideAsync([FromServices] MendRefused mend, Guid candidate, MatchVerdict verdict, string? reason, CancellationToken stop) =>
        await AnsweredAsync(await mend.RunAsync(visitor.Actor, candidate, verdict, reason, stop), "Refused.Done." + verdict, "/Matching/Refused", stop);

    public async Task<IActionResult> OnPostUndoAsync([FromServices] UndoMend undo, Guid decision, string? reason, CancellationToken stop) =>
        await AnsweredAsync(await undo.RunAsync(visitor.Actor, decision, reason, stop), "Refused.Done.Undo", "/Matching/Refused?show=decided", stop);

    private async Task<IActionResult> AnsweredAsync(MendRefusal? refusal, string done, string back, CancellationToken stop)
    {
        if (refusal == MendRefusal.NotFound) return NotFound();
        if (refusal is null)
        {
            Done = texts[done];
            return Redirect(back);
        }
        ModelState.AddModelError("", Words.Refusal(refusal.Value));
        await OnGetAsync(stop);
        return Page();
    }
}
