using EduAid.Application.Accounts;
using EduAid.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.Account;

/// <summary>Ends the session; by the button of the shell only, never by a link that somebody else could plant.</summary>
public sealed class SignOutModel(Sessions sessions, Visitor visitor) : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (visitor is { User: { } user, Session: { } session }) await sessions.EndAsync(visitor.Actor, user.Id, session.Id, stop);
        await Session.ForgetAsync(HttpContext);
        return Redirect("/Account/SignIn");
    }
}
