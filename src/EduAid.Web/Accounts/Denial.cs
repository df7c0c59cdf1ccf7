using EduAid.Application.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace EduAid.Web.Accounts;

/// <summary>What happens when somebody who is signed in asks for a page that is not for their role.</summary>
public static class Denial
{
    public static async Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        var visitor = http.RequestServices.GetRequiredService<Visitor>();
        if (visitor.IsSignedIn && http.Request.Path == "/" && Policies.HomeOf(visitor.Role) is { Length: > 1 } home)
        {
            http.Response.Redirect(home);
            return;
        }
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        if (!visitor.IsSignedIn) return;
        var place = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
        await http.RequestServices.GetRequiredService<RecordDenial>().RunAsync(visitor.Actor, place, http.RequestAborted);
    }
}
