using EduAid.Application.Accounts;
using EduAid.Application.Storage;
using EduAid.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Account;

/// <param name="Here">The one that this page is asked from.</param>
public sealed record SessionRow(Guid Id, string Browser, string Origin, DateTimeOffset StartedAt, DateTimeOffset SeenAt, bool Here);

/// <summary>Where one is signed in, and signing out there.</summary>
public sealed class SessionsModel(EduAidDbContext db, Sessions sessions, Visitor visitor, TimeProvider time) : PageModel
{
    public IReadOnlyList<SessionRow> Rows { get; private set; } = [];

    public int IdleMinutes => (int)visitor.Idle.TotalMinutes;

    public async Task OnGetAsync(CancellationToken stop)
    {
        var (user, now) = (visitor.User!, time.GetUtcNow());
        var open = await db.UserSessions.Where(s => s.User == user.Id && s.EndedAt == null && s.Stamp == user.SecurityStamp).ToListAsync(stop);
        Rows = [.. open.Where(s => !SessionLimits.IsOver(s, visitor.Idle, now)).OrderByDescending(s => s.SeenAt)
            .Select(s => new SessionRow(s.Id, BrowserName.Of(s.Agent), s.Origin, s.StartedAt, s.SeenAt, s.Id == visitor.Session!.Id))];
    }

    public async Task<IActionResult> OnPostEndAsync(Guid session, CancellationToken stop) =>
        await sessions.EndAsync(visitor.Actor, visitor.User!.Id, session, stop) ? RedirectToPage() : NotFound();

    public async Task<IActionResult> OnPostEverywhereAsync(CancellationToken stop)
    {
        await sessions.EndAllAsync(visitor.Actor, visitor.User!.Id, stop);
        await Session.ForgetAsync(HttpContext);
        return Redirect("/Account/SignIn");
    }
}
