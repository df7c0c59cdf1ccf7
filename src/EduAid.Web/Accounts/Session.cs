using System.Security.Claims;
using EduAid.Application.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace EduAid.Web.Accounts;

/// <summary>The browser's session: a cookie that names a row of <see cref="UserSession"/>, and no more. All else is read at each request.</summary>
public sealed class Session(Sessions sessions, Visitor visitor)
{
    /// <summary>Claim of our own: the key of the session.</summary>
    public const string Claim = "eduaid:session";

    /// <summary>Opens a session under a new name; the one that this browser had ends.</summary>
    /// <param name="proved">A code of the second factor was given.</param>
    public async Task OpenAsync(HttpContext context, User user, Guid? assignment, bool proved, CancellationToken stop)
    {
        var opened = await sessions.OpenAsync(user, assignment, proved, visitor.Session?.Id, context.Request.Headers.UserAgent.ToString(), OriginOf(context), stop);
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme);
        // The user stands beside it for the tokens of forms, which hold for one user.
        identity.AddClaim(new(ClaimTypes.NameIdentifier, user.Id.ToString()));
        identity.AddClaim(new(Claim, opened.Id.ToString()));
        await context.SignInAsync(IdentityConstants.ApplicationScheme, new ClaimsPrincipal(identity));
    }

    /// <summary>Lets the browser forget its session.</summary>
    public static Task ForgetAsync(HttpContext context) => context.SignOutAsync(IdentityConstants.ApplicationScheme);

    public static string OriginOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
