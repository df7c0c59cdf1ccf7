using System.Globalization;
using System.Security.Claims;
using EduAid.Application.Accounts;
using EduAid.Application.Enrolments;
using EduAid.Application.Jobs;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Accounts;

/// <summary>Fills the <see cref="Visitor"/> and gives the database context its scope. A user without a role has no scope and sees nothing but the own account.</summary>
public sealed class VisitorMiddleware(RequestDelegate next)
{
    public const string SemesterCookie = "semester";

    public async Task InvokeAsync(HttpContext context, Visitor visitor, EduAidDbContext db, Sessions sessions, SecurityPolicies policies, SessionLimits limits, TimeProvider time)
    {
        // The page that reports a fault asks the database nothing: it may be the fault.
        if (context.Features.Get<IExceptionHandlerFeature>() is not null) context.User = new ClaimsPrincipal();
        else if (Guid.TryParse(context.User.FindFirstValue(Session.Claim), out var key))
        {
            var (stop, set) = (context.RequestAborted, policies.IdleMinutes());
            var found = await db.UserSessions.IgnoreQueryFilters([EduAidDbContext.CountyFilter]).Where(s => s.Id == key && s.EndedAt == null).Join(db.Users, s => s.User, u => u.Id, (s, u) => new
            {
                Session = s,
                User = u,
                Assignments = db.Assignments.Where(a => a.User == u.Id).OrderBy(a => a.Role).ThenBy(a => a.Id).ToList(),
                IdleMinutes = set.FirstOrDefault(),
                Jobs = db.Jobs.Count(j => j.User == u.Id && (s.Assignment == null || j.Assignment == s.Assignment) && (j.State == JobState.Waiting || j.State == JobState.Running)),
            }).SingleOrDefaultAsync(stop);
            visitor.Idle = limits.Idle(found?.IdleMinutes is { } minutes ? int.Parse(minutes, CultureInfo.InvariantCulture) : null);
            // Since it began the account was shut, its password set or its roles changed; or nobody was there for too long.
            if (found is null || found.User.SecurityStamp != found.Session.Stamp || SessionLimits.IsOver(found.Session, visitor.Idle, time.GetUtcNow())) await EndAsync(context);
            else
            {
                await FillAsync(context, found.User, found.Session, found.Assignments, found.Jobs, visitor, db, time, stop);
                if (!IsAskedByThePage(context.Request) && context.Features.Get<IStatusCodeReExecuteFeature>() is null) await sessions.TouchAsync(found.Session, stop);
            }
        }
        await next(context);
    }

    // Asking how long a session lasts does not make it last, nor does a page that asks how far a job is while nobody looks.
    private static bool IsAskedByThePage(HttpRequest request) => request.Path.StartsWithSegments("/Account/Left")
        || (request.Path.StartsWithSegments("/Jobs") && HttpMethods.IsGet(request.Method) && request.Query.ContainsKey("handler"));

    private static async Task EndAsync(HttpContext context)
    {
        await Session.ForgetAsync(context);
        context.User = new ClaimsPrincipal();
    }

    private static async Task FillAsync(
        HttpContext context, User user, UserSession session, List<Assignment> all, int jobs, Visitor visitor, EduAidDbContext db, TimeProvider time, CancellationToken stop)
    {
        var assignment = all.Find(a => a.Id == session.Assignment) ?? all.FirstOrDefault();
        var reach = assignment is null ? null : AssignmentScope.Of(assignment, []);
        visitor.Fill(user, session, assignment, all, reach, Session.OriginOf(context), jobs);
        // Who sees no business has no semester either.
        if (visitor.Assignment is null || reach is null or { TrailOnly: true })
        {
            db.Scope = visitor.Assignment is null ? null : reach;
            return;
        }
        db.Scope = reach;
        var county = await CountyAsync(db, visitor.Assignment, stop);
        if (visitor.Assignment.Township is not null) db.Scope = visitor.Narrow(AssignmentScope.Of(visitor.Assignment, county.Schools));
        visitor.CountyTurn = county.Turn;
        visitor.Semester = Chosen(context) ?? county.Latest ?? Semester.Of(time.Today());
    }

    // One query, whoever it is: the schools of a township come with it.
    private static async Task<KnownCounty> CountyAsync(EduAidDbContext db, Assignment assignment, CancellationToken stop)
    {
        // The semester that the county works on, though the own school may not have sent its list yet.
        var lists = db.SchoolLists.IgnoreQueryFilters([EduAidDbContext.SchoolFilter])
            .Where(l => l.County == assignment.County && l.Current && l.Kind == SchoolListKind.Enrolments)
            .OrderByDescending(l => l.Semester).Select(l => (Semester?)l.Semester);
        var counties = db.Counties.Where(c => c.Code == assignment.County);
        if (assignment.Township is { } township)
        {
            var found = await AssignmentScope.SchoolsOf(db, assignment.County, township)
                .Select(s => new { School = s, Turn = counties.Select(c => c.Turn).First(), Latest = lists.FirstOrDefault() }).ToListAsync(stop);
            if (found.Count > 0) return new(found[0].Turn, found[0].Latest, [.. found.Select(f => f.School)]);
        }
        var known = await counties.Select(c => new { c.Turn, Latest = lists.FirstOrDefault() }).SingleAsync(stop);
        return new(known.Turn, known.Latest, []);
    }

    // What the address asks for, and from then on what was asked for last.
    private static Semester? Chosen(HttpContext context)
    {
        if (Semester.TryParse(context.Request.Query[SemesterSwitch.QueryKey], out var asked))
        {
            context.Response.Cookies.Append(SemesterCookie, asked.ToString(),
                new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true });
            return asked;
        }
        return Semester.TryParse(context.Request.Cookies[SemesterCookie], out var remembered) ? remembered : null;
    }

    private sealed record KnownCounty(long Turn, Semester? Latest, List<SchoolId> Schools);
}
