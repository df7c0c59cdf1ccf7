using EduAid.Application.Accounts;
using EduAid.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.Account;

/// <summary>Ends the session; by the button of the shell only, never by a link that somebody else could plant.</summary>
public sealed class SignOutModel(SignOutUser signOut, Visitor visitor) : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (visitor is { IsSignedIn: true, User: { } user }) await signOut.RunAsync(visitor.Actor, user.Id, stop);
        await Session.EndAsync(HttpContext);
        return Redirect("/Account/SignIn");
    }
}
