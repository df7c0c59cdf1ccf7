using System.ComponentModel.DataAnnotations;
using EduAid.Application.Accounts;
using EduAid.Web.Resources;
using EduAid.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Account;

/// <summary>Makes one of the three administrators with the code that the start printed for it; there only until all are made.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class SetupModel(FirstAdministrators first, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public SetupInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await first.IsOpenAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await first.IsOpenAsync(stop)) return NotFound();
        if (Input.Password != Input.Again) ModelState.AddModelError("Input.Again", texts["Account.Password.Differs"]);
        if (!ModelState.IsValid) return Page();
        var origin = HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
        var outcome = await first.RunAsync(Input.Code ?? "", Input.UserName ?? "", Input.DisplayName ?? "", Input.Password ?? "", origin, stop);
        if (outcome.Refusal is not { } refusal) return Redirect("/Account/SignIn");
        ModelState.AddModelError(FieldOf(refusal), texts["Account.Refusal." + refusal]);
        return Page();
    }

    private static string FieldOf(AccountRefusal refusal) => refusal switch
    {
        AccountRefusal.WrongCode => "Input.Code",
        AccountRefusal.PasswordTooWeak => "Input.Password",
        AccountRefusal.DisplayNameMissing => "Input.DisplayName",
        _ => "Input.UserName",
    };

    public sealed class SetupInput
    {
        [StringLength(60)]
        public string? Code { get; set; }

        [StringLength(100)]
        public string? UserName { get; set; }

        [StringLength(100)]
        public string? DisplayName { get; set; }

        [StringLength(200)]
        public string? Password { get; set; }

        [StringLength(200)]
        public string? Again { get; set; }
    }
}
