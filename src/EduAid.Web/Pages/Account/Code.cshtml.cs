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

/// <summary>The second factor's code, after the password.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class CodeModel(SecondFactor factor, Session session, Visitor visitor, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    [StringLength(30)]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var user = visitor.User!;
        if (!await factor.ProveAsync(visitor.Actor, user.Id, Code ?? "", stop))
        {
            ModelState.Clear();
            ModelState.AddModelError(nameof(Code), texts["Account.Code.Wrong"]);
            Code = null;
            return Page();
        }
        // Under a new name: whoever knew the one before the code knows nothing.
        var first = visitor.Assignments.Count > 0 ? visitor.Assignments[0] : null;
        await session.OpenAsync(HttpContext, user, visitor.Session!.Assignment ?? first?.Id, proved: true, stop);
        return Url.IsLocalUrl(ReturnUrl) ? Redirect(ReturnUrl) : Redirect(Accounts.Policies.HomeOf(first?.Role));
    }
}
