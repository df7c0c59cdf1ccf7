using EduAid.Application.Accounts;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Users;

/// <summary>One account: its state, its password and its roles.</summary>
public sealed class DetailsModel(
    LockUser lockUser, ResetPassword resetPassword, InviteUser invite, SecondFactor factor, ChangeAssignments assignments, EduAidDbContext db, CountySettings county, Visitor visitor,
    TimeProvider time, IStringLocalizer<Texts> texts) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public GrantInput Input { get; set; } = new();

    public UserRow Row { get; private set; } = null!;

    public bool HasSecondFactor { get; private set; }

    /// <summary>The visitor's own account, which others look after.</summary>
    public bool Own { get; private set; }

    public InitialPasswordShown? Made { get; private set; }

    public InvitationShown? Invited { get; private set; }

    public IEnumerable<SelectListItem> Roles { get; private set; } = [];

    public SchoolNames Schools { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    [Needs(Right.KeepAccounts)]
    public async Task<IActionResult> OnPostLockAsync(CancellationToken stop) =>
        await AnswerAsync(await lockUser.RunAsync(visitor.Actor, Id, locked: true, stop), stop);

    [Needs(Right.KeepAccounts)]
    public async Task<IActionResult> OnPostUnlockAsync(CancellationToken stop) =>
        await AnswerAsync(await lockUser.RunAsync(visitor.Actor, Id, locked: false, stop), stop);

    [Needs(Right.KeepAccounts)]
    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken stop) =>
        await AnswerAsync(await resetPassword.RunAsync(visitor.Actor, Id, stop), stop);

    [Needs(Right.KeepAccounts)]
    public async Task<IActionResult> OnPostInviteAsync(CancellationToken stop) =>
        await AnswerAsync(await invite.RunAsync(visitor.Actor, Id, stop), stop);

    [Needs(Right.KeepAccounts)]
    public async Task<IActionResult> OnPostFactorAsync(CancellationToken stop) =>
        await AnswerAsync(await factor.RemoveAsync(visitor.Actor, Id, stop), stop);

    [Needs(Right.GrantRoles)]
    public async Task<IActionResult> OnPostRevokeAsync(Guid assignment, CancellationToken stop) =>
        await AnswerAsync(await assignments.RevokeAsync(visitor.Actor, Id, assignment, stop), stop);

    [Needs(Right.GrantRoles)]
    public async Task<IActionResult> OnPostGrantAsync(CancellationToken stop)
    {
        if (Input.Read() is { } grant) return await AnswerAsync(await assignments.GrantAsync(visitor.Actor, Id, grant, stop), stop);
        ModelState.AddModelError("Input.Role", texts["Users.Role.Missing"]);
        return await ShowAsync(stop);
    }

    private async Task<IActionResult> AnswerAsync(AccountOutcome outcome, CancellationToken stop)
    {
        if (outcome.Refusal == AccountRefusal.NoSuchUser) return NotFound();
        if (outcome is { Refusal: null, Password: null, Invitation: null }) return Redirect($"/Users/{Id}");
        if (outcome.Refusal is { } refusal) ModelState.AddModelError(RoleChoices.FieldOf(refusal), texts["Account.Refusal." + refusal]);
        var shown = await ShowAsync(stop);
        if (outcome.Password is { } password) Made = new(Row.UserName, password);
        if (outcome.Invitation is { } code) Invited = InvitationShown.Of(Request, Row.UserName, code);
        return shown;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == Id, stop) is not { } user) return NotFound();
        Schools = await SchoolNames.LoadAsync(db, county.Code, stop);
        var held = await db.Assignments.Where(a => a.User == Id).OrderBy(a => a.Role).ThenBy(a => a.Id).ToListAsync(stop);
        Row = new(user.Id, user.UserName!, user.DisplayName, UserStates.Of(user, time.GetUtcNow()),
            [.. held.Select(a => new HeldRole(a.Id, a.Role, Schools.PlaceOf(a)))]);
        HasSecondFactor = user.HasSecondFactor;
        Own = user.Id == visitor.User?.Id;
        Roles = RoleChoices.All(texts);
        return Page();
    }
}
