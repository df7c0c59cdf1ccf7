using System.Security.Claims;
using EduAid.Application.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace EduAid.Web.Accounts;

/// <summary>Claims of our own.</summary>
public static class Claims
{
    /// <summary>Key of the assignment in which the user works now.</summary>
    public const string Assignment = "eduaid:assignment";

    /// <summary>The user's security stamp when the session began: another one since has ended it.</summary>
    public const string Stamp = "eduaid:stamp";
}

/// <summary>The browser's session: a cookie that names the user and the assignment, and no more. All else is read at each request.</summary>
public static class Session
{
    public static Task OpenAsync(HttpContext context, User user, Guid? assignment)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, user.Id.ToString()));
        identity.AddClaim(new(Claims.Stamp, user.SecurityStamp ?? ""));
        if (assignment is { } id) identity.AddClaim(new(Claims.Assignment, id.ToString()));
        return context.SignInAsync(IdentityConstants.ApplicationScheme, new ClaimsPrincipal(identity));
    }

    public static Task EndAsync(HttpContext context) => context.SignOutAsync(IdentityConstants.ApplicationScheme);
}
