using System.ComponentModel.DataAnnotations;
using EduAid.Application.Accounts;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using EduAid.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Account;

/// <summary>Where an invitation's link leads. Its code stands in the query, which no log keeps.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class InvitationModel(InviteUser invite, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    [StringLength(100)]
    public string? Code { get; set; }

    [BindProperty]
    public InvitationInput Input { get; set; } = new();

    /// <summary>Null where the link is used, too old or none.</summary>
    public string? UserName { get; private set; }

    public Task OnGetAsync(CancellationToken stop) => FindAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Input.Password != Input.Again) ModelState.AddModelError("Input.Again", texts["Account.Password.Differs"]);
        if (ModelState.IsValid)
        {
            var outcome = await invite.AcceptAsync(Code ?? "", Input.Password ?? "", Session.OriginOf(HttpContext), stop);
            if (outcome.Refusal is null) return Redirect("/Account/SignIn");
            if (outcome.Refusal is AccountRefusal.PasswordTooWeak) ModelState.AddModelError("Input.Password", texts["Account.Refusal.PasswordTooWeak"]);
        }
        await FindAsync(stop);
        return Page();
    }

    private async Task FindAsync(CancellationToken stop) => UserName = string.IsNullOrEmpty(Code) ? null : (await invite.FindAsync(Code, stop))?.UserName;

    public sealed class InvitationInput
    {
        [StringLength(200)]
        public string? Password { get; set; }

        [StringLength(200)]
        public string? Again { get; set; }
    }
}
