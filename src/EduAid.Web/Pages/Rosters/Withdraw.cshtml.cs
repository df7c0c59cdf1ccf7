using System.Globalization;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Parts.Figures;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Rosters;

/// <summary>Takes one child off a roster that goes on without it.</summary>
public sealed class WithdrawModel(EduAidDbContext db, Visitor visitor, WithdrawEntry withdraw, IStringLocalizer<Texts> texts) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public WithdrawInput Input { get; set; } = new();

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public RosterHead Head { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Entries { get; private set; } = [];

    /// <summary>The role may, and the roster is where an entry can be taken out.</summary>
    public bool May => Head.Roster is { State: not (RosterState.Draft or RosterState.Approved), Approvals: 0 }
        && RosterRights.May(visitor.Role, RosterMoveKind.Withdraw, Head.Roster.State);

    public Task<IActionResult> OnGetAsync(Guid? entry, CancellationToken stop)
    {
        Input.Entry = entry;
        return ShowAsync(stop);
    }

    [Needs(Right.WithdrawEntries)]
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await RosterHead.FindAsync(db, Id, stop) is null) return NotFound();
        if (Input.Entry is not { } entry) return await WrongAsync("Input.Entry", texts["Withdraw.EntryMissing"], stop);
        if (Input.Reason?.Length > StepModel.LongestRemark) return await WrongAsync("Input.Reason", texts["Step.RemarkTooLong", StepModel.LongestRemark], stop);
        switch ((await withdraw.RunAsync(visitor.Actor, new RosterId(Id), entry, Input.Reason ?? "", stop)).Refusal)
        {
            case null:
                TempData[nameof(StepModel.Done)] = texts["Withdraw.Done"].Value;
                return Redirect($"/Rosters/{Id}");
            case RosterRefusal.NotYourRole: return Forbid();
            case { } refusal: return await WrongAsync(refusal is RosterRefusal.NotFound ? "Input.Entry" : "Input.Reason", Words.Refusal(refusal), stop);
        }
    }

    private Task<IActionResult> WrongAsync(string field, string message, CancellationToken stop)
    {
        ModelState.AddModelError(field, message);
        return ShowAsync(stop);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        if (await RosterHead.FindAsync(db, Id, stop) is not { } head) return NotFound();
        Head = head;
        if (May)
            Entries = [.. (await EntryRows.LoadAsync(db, head.Roster.Id, stop)).Select(e => new SelectListItem($"{e.Name} {e.Grade}{e.Class} {Amounts.Yuan(e.Fen)}", e.Id.ToString()))];
        return Page();
    }
}

public sealed class WithdrawInput
{
    public Guid? Entry { get; set; }

    public string? Reason { get; set; }
}
