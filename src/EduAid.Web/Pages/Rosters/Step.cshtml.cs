using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Notices;
using EduAid.Application.Rosters;
using EduAid.Application.Settings;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Rosters;

/// <summary>One step of a roster, with what it signs, before it is taken.</summary>
public sealed class StepModel(
    EduAidDbContext db, Visitor visitor, BusinessDay day, RosterWay way, RosterRecheck recheck, ConfirmRoster confirm, PublishNotice publish,
    ReviewRoster review, ApproveRoster approve, SendBackRoster sendBack, IStringLocalizer<Texts> texts) : PageModel
{
    public const int LongestRemark = 1000;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public StepInput Input { get; set; } = new();

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public RosterMoveKind Kind { get; private set; }

    public RosterLife Life { get; private set; } = null!;

    /// <summary>What has changed since the entries were computed; null for a step that signs no facts.</summary>
    public Recheck? Recheck { get; private set; }

    public IReadOnlyList<RosterDuty> Duties { get; private set; } = [];

    /// <summary>Working days that a notice hangs at least.</summary>
    public int LeastDays { get; private set; }

    /// <summary>Why the visitor can't take it now; null where the form is shown.</summary>
    public string? Stopped { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public Task<IActionResult> OnGetAsync(string kind, CancellationToken stop) =>
        NextStep.Parse(kind) is { } which ? ShowAsync(which, stop) : Task.FromResult<IActionResult>(NotFound());

    [Needs(Right.TakeRosterSteps)]
    public async Task<IActionResult> OnPostAsync(string kind, CancellationToken stop)
    {
        if (NextStep.Parse(kind) is not { } which) return NotFound();
        if (!ModelState.IsValid || Input.Remark?.Length > LongestRemark)
        {
            if (Input.Remark?.Length > LongestRemark) ModelState.AddModelError("Input.Remark", texts["Step.RemarkTooLong", LongestRemark]);
            return await ShowAsync(which, stop);
        }
        switch ((await TakeAsync(which, stop)).Refusal)
        {
            case null:
                Done = texts["Step.Done." + which];
                return Redirect($"/Rosters/{Id}");
            case RosterRefusal.NotFound: return NotFound();
            case RosterRefusal.NotYourRole: return Forbid();
            case { } refusal:
                ModelState.AddModelError("Input.Remark", Words.Refusal(refusal));
                return await ShowAsync(which, stop);
        }
    }

    private Task<RosterOutcome> TakeAsync(RosterMoveKind which, CancellationToken stop)
    {
        var (actor, roster, remark, seen) = (visitor.Actor, new RosterId(Id), Input.Remark, Input.Seen ?? "");
        return which switch
        {
            RosterMoveKind.Confirm => confirm.RunAsync(actor, roster, remark, stop),
            RosterMoveKind.Publish => publish.RunAsync(actor, roster, Input.Days, remark, stop),
            RosterMoveKind.Review => review.RunAsync(actor, roster, remark, seen, stop),
            RosterMoveKind.Approve => approve.RunAsync(actor, roster, remark, seen, stop),
            _ => sendBack.RunAsync(actor, roster, remark ?? "", stop),
        };
    }

    private async Task<IActionResult> ShowAsync(RosterMoveKind which, CancellationToken stop)
    {
        if (await RosterLife.FindAsync(db, Id, stop) is not { } life) return NotFound();
        (Kind, Life) = (which, life);
        var next = NextStep.Of(life.Roster, life.OpenObjections, day.Today);
        Stopped = !RosterRights.May(visitor.Role, which, life.Roster.State) ? texts["Step.NotYours"]
            : which == RosterMoveKind.SendBack ? null
            : next?.Kind != which ? Words.Refusal(new RosterRefusal.WrongState(life.Roster.State))
            : next.Waits is { } waits ? Words.Refusal(waits) : null;
        if (Stopped is not null) return Page();
        if (which is RosterMoveKind.Review or RosterMoveKind.Approve)
        {
            Duties = await way.DutiesAsync(life.Roster.Id, stop);
            Recheck = await recheck.OfAsync(life.Roster, stop);
        }
        if (which == RosterMoveKind.Publish) LeastDays = (await SettingBook.LoadAsync(db, day.Today, stop)).NoticeWorkingDays;
        return Page();
    }
}

public sealed class StepInput
{
    /// <summary>A remark; the reason where a roster is sent back.</summary>
    public string? Remark { get; set; }

    /// <summary>The mark of the changes that were shown.</summary>
    public string? Seen { get; set; }

    /// <summary>Working days of the notice; as many as are set at least where it is left empty.</summary>
    public int? Days { get; set; }
}
