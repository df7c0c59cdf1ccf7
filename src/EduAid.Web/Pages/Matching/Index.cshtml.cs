using System.Globalization;
using EduAid.Application.Matching;
using EduAid.Application.People;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Findings;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Parts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Matching;

/// <summary>比对: registered children on no list beside pupils on no register who may be the same; a person says whether they are.</summary>
public sealed class IndexModel(EduAidDbContext db, Visitor visitor, PersonDirectory people, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public SchoolLabels Schools { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<MatchPair> Pairs { get; private set; } = [];

    /// <summary>Null where the open pairs are shown.</summary>
    public IReadOnlyList<DecidedPair>? Decided { get; private set; }

    /// <summary>Names that differ under one ID: they are decided among the findings.</summary>
    public int NamesDiffer { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Schools = await SchoolLabels.LoadAsync(db, Semester, stop);
        if (Request.Query["show"] == "decided")
        {
            var decided = db.MatchDecisions.Where(d => d.UndoneAt == null && d.Verdict != MatchVerdict.AskSchool);
            Paging = Paging.From(Request.Query).Of(await decided.CountAsync(stop));
            Decided = await MatchPairs.DecidedAsync(db, decided, Paging, stop);
            return;
        }
        MatchKind? kind = Enum.TryParse<MatchKind>(Request.Query.Text("kind"), out var asked) && Enum.IsDefined(asked) ? asked : null;
        var open = MatchPairs.Open(db, Semester, kind);
        var (county, semester) = (db.CountyCode, Semester);
        var counts = await db.Counties.Where(c => c.Code == county)
            .Select(_ => new { Open = open.Count(), Names = db.Findings.Count(f => f.Semester == semester && f.Code == FindingCodes.NameMismatch) }).SingleAsync(stop);
        Paging = Paging.From(Request.Query).Of(counts.Open);
        NamesDiffer = counts.Names;
        Pairs = await MatchPairs.PageAsync(db, people, Schools, Semester, open, Paging, stop);
    }

    public async Task<IActionResult> OnPostFindAsync([FromServices] FindMatches find, CancellationToken stop)
    {
        if (await find.RunAsync(visitor.Actor, Semester, stop) is not { } found) return Forbid();
        Done = texts["Match.Found", found.Registered, found.Pairs, found.Refused];
        return Redirect("/Matching");
    }

    public async Task<IActionResult> OnPostDecideAsync([FromServices] DecideMatch decide, Guid candidate, MatchVerdict verdict, string? reason, CancellationToken stop) =>
        await AnsweredAsync(await decide.RunAsync(visitor.Actor, candidate, verdict, reason, stop), "Match.Done." + verdict, "/Matching", stop);

    public async Task<IActionResult> OnPostUndoAsync([FromServices] UndoMatch undo, Guid decision, string? reason, CancellationToken stop) =>
        await AnsweredAsync(await undo.RunAsync(visitor.Actor, decision, Semester, reason, stop), "Match.Done.Undo", "/Matching?show=decided", stop);

    private async Task<IActionResult> AnsweredAsync(MatchRefusal? refusal, string done, string back, CancellationToken stop)
    {
        if (refusal == MatchRefusal.NotFound) return NotFound();
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
