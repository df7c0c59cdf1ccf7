using System.Globalization;
using EduAid.Application.Payments;
using EduAid.Application.People;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Application.Words;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Payments.Entries;

/// <summary>One entry's money, from the roster to the bank's word; where it waits, the card is mended here.</summary>
public sealed class EntryModel(EduAidDbContext db, Visitor visitor, PersonDirectory people, FieldCipher cipher, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public EntryView View { get; private set; } = null!;

    [BindProperty]
    public string? Card { get; set; }

    [BindProperty]
    public string? Holder { get; set; }

    [BindProperty]
    public string? Relation { get; set; }

    [BindProperty]
    public string? Bank { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public ClosureReason? Closing { get; set; }

    [BindProperty]
    public string? Remark { get; set; }

    [TempData]
    public string? Done { get; set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => ShownAsync(id, stop);

    [Needs(Right.MendCards)]
    public async Task<IActionResult> OnPostMendAsync(Guid id, [FromServices] MendCard verb, CancellationToken stop)
    {
        var refusal = await verb.RunAsync(visitor.Actor, id, new(Card ?? "", Holder ?? "", Bank, Relation, Reason ?? ""), stop);
        if (refusal is null) return Finished(id, "Pay.Done.Mend");
        if (refusal == CardRefusal.NotFound) return NotFound();
        var field = refusal switch
        {
            CardRefusal.NotACard => nameof(Card),
            CardRefusal.HolderMissing => nameof(Holder),
            CardRefusal.RelationMissing => nameof(Relation),
            CardRefusal.ReasonMissing => nameof(Reason),
            _ => "",
        };
        ModelState.AddModelError(field, Words.Refusal(refusal.Value));
        return await ShownAsync(id, stop);
    }

    [Needs(Right.ConfirmCards)]
    public async Task<IActionResult> OnPostListedAsync(Guid id, bool newer, [FromServices] ConfirmListedCard verb, CancellationToken stop)
    {
        var refusal = await verb.RunAsync(visitor.Actor, id, newer, stop);
        if (refusal is null) return Finished(id, "Pay.Done.Listed");
        if (refusal == CardRefusal.NotFound) return NotFound();
        ModelState.AddModelError("", Words.Refusal(refusal.Value));
        return await ShownAsync(id, stop);
    }

    [Needs(Right.CloseEntries)]
    public async Task<IActionResult> OnPostCloseAsync(Guid id, [FromServices] CloseEntry verb, CancellationToken stop)
    {
        if (Closing is { } reason && Enum.IsDefined(reason))
        {
            var refusal = await verb.RunAsync(visitor.Actor, id, reason, Remark ?? "", stop);
            if (refusal is null) return Finished(id, "Pay.Done.Close");
            if (refusal == ClosureRefusal.NotFound) return NotFound();
            ModelState.AddModelError(refusal == ClosureRefusal.ReasonMissing ? nameof(Remark) : "", Words.Refusal(refusal.Value));
        }
        else ModelState.AddModelError(nameof(Closing), texts["Pay.Wrong.Closing"]);
        return await ShownAsync(id, stop);
    }

    private RedirectToPageResult Finished(Guid id, string done)
    {
        Done = texts[done];
        return RedirectToPage(new { id });
    }

    private async Task<IActionResult> ShownAsync(Guid id, CancellationToken stop)
    {
        if (await EntryView.LoadAsync(db, people, cipher, id, stop) is not { } view) return NotFound();
        View = view;
        return Page();
    }
}
