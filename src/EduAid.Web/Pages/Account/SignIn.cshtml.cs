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

/// <summary>Name and password. What is still to be done after them is asked for by the page that follows.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class SignInModel(SignInUser signIn, Session session, EduAidDbContext db, Visitor visitor, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public SignInInput Input { get; set; } = new();

    /// <summary>Where to go afterwards; only pages of this site.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => visitor.IsSignedIn ? Redirect(Accounts.Policies.HomeOf(visitor.Assignment?.Role)) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(Input.UserName)) ModelState.AddModelError("Input.UserName", texts["Account.UserName.Missing"]);
        if (string.IsNullOrEmpty(Input.Password)) ModelState.AddModelError("Input.Password", texts["Account.Password.Missing"]);
        if (!ModelState.IsValid) return Page();
        if (await signIn.RunAsync(Input.UserName!, Input.Password!, Session.OriginOf(HttpContext), stop) is not { } user)
        {
            ModelState.AddModelError("", texts["Account.SignIn.Refused"]);
            return Page();
        }
        var first = await db.Assignments.Where(a => a.User == user.Id).OrderBy(a => a.Role).ThenBy(a => a.Id).FirstOrDefaultAsync(stop);
        await session.OpenAsync(HttpContext, user, first?.Id, proved: false, stop);
        return Url.IsLocalUrl(ReturnUrl) ? Redirect(ReturnUrl) : Redirect(Accounts.Policies.HomeOf(first?.Role));
    }

    public sealed class SignInInput
    {
        [StringLength(100)]
        public string? UserName { get; set; }

        [StringLength(200)]
        public string? Password { get; set; }
    }
}
