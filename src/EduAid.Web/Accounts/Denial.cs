using EduAid.Application.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Accounts;

/// <summary>What happens when somebody who is signed in asks for a page that is not for their role.</summary>
public static class Denial
{
    public static async Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        var visitor = http.RequestServices.GetRequiredService<Visitor>();
        // Signing in is not done yet: that comes first, and then back to where this went.
        if (visitor.Pending != Pending.Nothing)
        {
            var back = HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString : "/";
            http.Response.Redirect($"{visitor.Pending.Page()}?returnUrl={Uri.EscapeDataString(back)}");
            return;
        }
        // The brand in the header leads everyone to "/"; it is not the home of every role.
        if (visitor.IsSignedIn && http.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath == "/Index")
        {
            http.Response.Redirect(Policies.HomeOf(visitor.Assignment?.Role));
            return;
        }
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        if (!visitor.IsSignedIn) return;
        var place = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
        await http.RequestServices.GetRequiredService<RecordDenial>().RunAsync(visitor.Actor, place, http.RequestAborted);
    }
}
