using System.Security.Claims;
using EduAid.Application.Accounts;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using EduAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Accounts;

/// <summary>Fills the <see cref="Visitor"/> and gives the database context its scope. A user without an assignment stays without both and sees nothing.</summary>
public sealed class VisitorMiddleware(RequestDelegate next)
{
    public const string SemesterCookie = "semester";

    public async Task InvokeAsync(HttpContext context, Visitor visitor, EduAidDbContext db, TimeProvider time)
    {
        if (context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && Guid.TryParse(id, out var key))
        {
            var stop = context.RequestAborted;
            var user = await db.Users.SingleOrDefaultAsync(u => u.Id == key, stop);
            var all = await db.Assignments.Where(a => a.User == key).OrderBy(a => a.Role).ThenBy(a => a.Id).ToListAsync(stop);
            var chosen = Guid.TryParse(context.User.FindFirstValue(Claims.Assignment), out var wanted) ? all.Find(a => a.Id == wanted) : null;
            if (user is not null && (chosen ?? all.FirstOrDefault()) is { } assignment)
            {
                visitor.Fill(user, assignment, all, context.Connection.RemoteIpAddress?.ToString() ?? "");
                // Those who look after the system see no business data: their context keeps no scope.
                if (assignment.Role != Role.SystemAdministrator) db.Scope = visitor.Scope;
                visitor.Semester = await SemesterAsync(context, db, time, stop);
            }
        }
        await next(context);
    }

    private static async Task<Semester> SemesterAsync(HttpContext context, EduAidDbContext db, TimeProvider time, CancellationToken stop)
    {
        if (Semester.TryParse(context.Request.Query[SemesterSwitch.QueryKey], out var asked))
        {
            context.Response.Cookies.Append(SemesterCookie, asked.ToString(),
                new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true });
            return asked;
        }
        if (Semester.TryParse(context.Request.Cookies[SemesterCookie], out var remembered)) return remembered;
        var latest = await db.SchoolLists.Where(l => l.Current).OrderByDescending(l => l.Semester).Select(l => (Semester?)l.Semester).FirstOrDefaultAsync(stop);
        return latest ?? Semester.Of(time.Today());
    }
}

/// <summary>Claims of our own.</summary>
public static class Claims
{
    /// <summary>Key of the assignment in which the user works now.</summary>
    public const string Assignment = "eduaid:assignment";
}
