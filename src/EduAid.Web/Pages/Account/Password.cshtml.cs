using System.ComponentModel.DataAnnotations;
using EduAid.Application.Accounts;
using EduAid.Application.Storage;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using EduAid.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Account;

/// <summary>Changes one's own password: of one's own will, or because somebody else has seen it.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class PasswordModel(ChangePassword change, Session session, EduAidDbContext db, Visitor visitor, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public PasswordInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Input.Password != Input.Again) ModelState.AddModelError("Input.Again", texts["Account.Password.Differs"]);
        if (!ModelState.IsValid) return Page();
        var id = visitor.User!.Id;
        var outcome = await change.RunAsync(visitor.Actor, id, Input.Old ?? "", Input.Password ?? "", stop);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError(refusal == AccountRefusal.WrongPassword ? "Input.Old" : "Input.Password", texts["Account.Refusal." + refusal]);
            return Page();
        }
        // The change has ended every session, this one too; it goes on under a new name.
        var user = await db.Users.SingleAsync(u => u.Id == id, stop);
        await session.OpenAsync(HttpContext, user, visitor.Session!.Assignment, visitor.Session.Proved, stop);
        return Redirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/Account");
    }

    public sealed class PasswordInput
    {
        [StringLength(200)]
        public string? Old { get; set; }

        [StringLength(200)]
        public string? Password { get; set; }

        [StringLength(200)]
        public string? Again { get; set; }
    }
}
