using System.Globalization;
using EduAid.Application.Documents;
using EduAid.Application.Notices;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Payments.Documents;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Rosters;

/// <param name="Entry">Name of the child whom it concerns; null for the whole roster.</param>
/// <param name="Papers">The letter, its answer and whatever proves either.</param>
public sealed record ObjectionRow(Objection Objection, string? Entry, PapersOf Papers);

/// <summary>The objections to a roster on notice: recorded, and answered one by one.</summary>
public sealed class ObjectionsModel(
    EduAidDbContext db, Visitor visitor, RecordObjection record, AnswerObjection answer, IStringLocalizer<Texts> texts) : PageModel
{
    public const int LongestText = 2000;

    // An upheld answer becomes the reason on record of the withdrawal.
    public const int LongestAnswer = 1000;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ObjectionInput Input { get; set; } = new();

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public RosterHead Head { get; private set; } = null!;

    public IReadOnlyList<ObjectionRow> Rows { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Entries { get; private set; } = [];

    public bool MayRecord => Head.Roster.State is RosterState.OnNotice or RosterState.Reviewed && visitor.May(Right.RecordObjections);

    public bool MayAnswer => visitor.May(Right.AnswerObjections);

    [TempData]
    public string? Done { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    [Needs(Right.RecordObjections)]
    public async Task<IActionResult> OnPostRecordAsync(CancellationToken stop)
    {
        if (Input.Text?.Length > LongestText) return await WrongAsync("Input.Text", texts["Step.RemarkTooLong", LongestText], stop);
        var refusal = await record.RunAsync(visitor.Actor, new RosterId(Id), Input.Entry, Input.Text ?? "", stop);
        return refusal is null ? Redirected("Objections.Recorded") : await RefusedAsync(refusal, "Input.Text", stop);
    }

    [Needs(Right.AnswerObjections)]
    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken stop)
    {
        // Only an objection to this very roster: the address says which one is meant.
        if (!await db.Objections.AnyAsync(o => o.Id == Input.Objection && o.Roster == new RosterId(Id), stop)) return NotFound();
        if (Input.Upheld is not { } upheld) return await WrongAsync("Input.Answer", texts["Objections.OutcomeMissing"], stop);
        if (Input.Answer?.Length > LongestAnswer) return await WrongAsync("Input.Answer", texts["Step.RemarkTooLong", LongestAnswer], stop);
        var refusal = await answer.RunAsync(visitor.Actor, Input.Objection, upheld, Input.Answer ?? "", stop);
        return refusal is null ? Redirected("Objections.Answered") : await RefusedAsync(refusal, "Input.Answer", stop);
    }

    private RedirectResult Redirected(string done)
    {
        Done = texts[done];
        return Redirect($"/Rosters/{Id}/Objections");
    }

    private async Task<IActionResult> RefusedAsync(RosterRefusal refusal, string field, CancellationToken stop) =>
        refusal is RosterRefusal.NotFound ? NotFound() : await WrongAsync(field, Words.Refusal(refusal), stop);

    private Task<IActionResult> WrongAsync(string field, string message, CancellationToken stop)
    {
        ModelState.AddModelError(field, message);
        return ShowAsync(stop);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        if (await RosterHead.FindAsync(db, Id, stop) is not { } head) return NotFound();
        Head = head;
        var entries = await EntryRows.LoadAsync(db, head.Roster.Id, stop);
        Entries = [.. entries.Select(e => new SelectListItem($"{e.Name} {e.Grade}{e.Class}".Trim(), e.Id.ToString()))];
        var names = entries.ToDictionary(e => e.Id, e => e.Name);
        var objections = await db.Objections.Where(o => o.Roster == head.Roster.Id).OrderBy(o => o.Upheld != null).ThenBy(o => o.Id).ToListAsync(stop);
        var papers = await PapersOf.OfEachAsync(db, DocumentSubject.Objection, [.. objections.Select(o => o.Id.ToString())], visitor, stop);
        Rows = [.. objections.Select(o => new ObjectionRow(o, o.Entry is { } id ? names.GetValueOrDefault(id) ?? texts["Objections.Gone"] : null, papers[o.Id.ToString()]))];
        return Page();
    }
}

public sealed class ObjectionInput
{
    public Guid? Entry { get; set; }

    public string? Text { get; set; }

    public Guid Objection { get; set; }

    public bool? Upheld { get; set; }

    public string? Answer { get; set; }
}
