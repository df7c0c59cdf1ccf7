using System.Globalization;
using EduAid.Application.Accounts;
using EduAid.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.Account;

/// <summary>How many seconds the session lasts without another request. Asking (GET) does not prolong it, POST does; 0 for who is signed out.</summary>
public sealed class LeftModel(Sessions sessions, Visitor visitor, TimeProvider time) : PageModel
{
    public IActionResult OnGet() => Seconds();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (visitor.Session is { } session) await sessions.TouchAsync(session, stop);
        return Seconds();
    }

    private ContentResult Seconds()
    {
        var left = visitor.Session is { } session ? visitor.Idle - (time.GetUtcNow() - session.SeenAt) : TimeSpan.Zero;
        return Content(Math.Max(0, (int)left.TotalSeconds).ToString(CultureInfo.InvariantCulture), "text/plain");
    }
}
