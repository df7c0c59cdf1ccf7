using System.Globalization;
using EduAid.Application.Payments;
using EduAid.Application.People;
using EduAid.Application.Review;
using EduAid.Application.Rosters;
using EduAid.Application.Schools;
using EduAid.Application.Specialties;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Review;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Payments;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Review;

/// <summary>What is typed into the forms of a finding; each form fills its own.</summary>
public sealed class DecideInput
{
    public DecisionKind Kind { get; set; }

    public Guid? School { get; set; }

    public string? Value { get; set; }

    public string? Card { get; set; }

    public string? Holder { get; set; }

    public string? Relation { get; set; }

    public string? Bank { get; set; }

    /// <summary>Yuan per semester.</summary>
    public string? Fee { get; set; }

    /// <summary>文号 of the document that states the fee.</summary>
    public string? Document { get; set; }

    public string? Why { get; set; }
}

/// <summary>One finding with what the lists say, and the decision that answers it.</summary>
public sealed class FindingModel(EduAidDbContext db, Visitor visitor, PersonDirectory people, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public FindingView View { get; private set; } = null!;

    /// <summary>Whether the visitor's role decides this finding.</summary>
    public bool MayDecide => ReviewRights.May(visitor.Role, DecisionAnswers.AssigneeOf(View.Finding.Code));

    [BindProperty]
    public DecideInput Input { get; set; } = new();

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await FindAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, [FromServices] DecideFinding decide, CancellationToken stop)
    {
        if (!await FindAsync(id, stop)) return NotFound();
        var school = Input.School is { } chosen ? new SchoolId(chosen) : (SchoolId?)null;
        return Answered(await decide.RunAsync(visitor.Actor, id, new(Input.Kind, school, Input.Value, Input.Why), stop) is { } refusal ? Words.Refusal(refusal) : null, "Decide.Done");
    }

    [Needs(Right.MendCards)]
    public async Task<IActionResult> OnPostCardAsync(Guid id, [FromServices] MendCard mend, CancellationToken stop)
    {
        if (!await FindAsync(id, stop)) return NotFound();
        var card = new NewCard(Input.Card ?? "", Input.Holder ?? "", Input.Bank, Input.Relation, Input.Why ?? "");
        return Answered(await mend.RunAsync(visitor.Actor, View.Finding.Person, card, stop) is { } refusal ? Words.Refusal(refusal) : null, "Decide.DoneCard");
    }

    [Needs(Right.KeepRegisters)]
    public async Task<IActionResult> OnPostFeeAsync(Guid id, [FromServices] ReviseSpecialty revise, CancellationToken stop)
    {
        if (!await FindAsync(id, stop) || View.Specialty is not { } specialty) return NotFound();
        // A standard without its document is none.
        if (string.IsNullOrWhiteSpace(Input.Document) || string.IsNullOrWhiteSpace(Input.Why)) return Answered(texts["Decide.DocumentMissing"], "");
        var refusal = TypedFields.Yuan(Input.Fee) is { } fee
            ? await revise.RunAsync(visitor.Actor, Text.Fold(specialty), visitor.Semester, fee, $"{Input.Document.Trim()} {Input.Why.Trim()}", stop) : RevisionRefusal.AmountWrong;
        return Answered(refusal is { } no ? Words.Refusal(no) : null, "Decide.DoneFee");
    }

    [Needs(Right.LiftHolds)]
    public async Task<IActionResult> OnPostLiftAsync(Guid id, [FromServices] LiftHold lift, CancellationToken stop)
    {
        if (!await FindAsync(id, stop) || View.Hold is not { } hold) return NotFound();
        if (string.IsNullOrWhiteSpace(Input.Why)) return Answered(Words.Refusal(DecisionRefusal.ReasonMissing), "");
        return Answered(await lift.RunAsync(visitor.Actor, hold, Input.Why, stop) ? null : texts["Holds.LiftedBefore"].Value, "Decide.DoneLift");
    }

    private IActionResult Answered(string? problem, string done)
    {
        if (problem is null)
        {
            Done = texts[done, View.Finding.Name];
            return Redirect("/Review");
        }
        ModelState.AddModelError("", problem);
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken stop)
    {
        if (await FindingView.FindAsync(db, people, id, visitor.IsCounty, stop) is not { } found) return false;
        View = found;
        return true;
    }
}
