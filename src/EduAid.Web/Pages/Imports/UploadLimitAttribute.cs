using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace EduAid.Web.Pages.Imports;

/// <summary>
/// Sends an upload that is too large back to its form, which then says so, before anything of it is read.
/// It comes before the antiforgery check, which would read the body and answer with a bare 400.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UploadLimitAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>Bytes of all files of one request.</summary>
    public const long Bytes = 64L << 20;

    /// <summary>What the form itself may add to the files.</summary>
    public const long Room = 1L << 20;

    public const string QueryKey = "too-large";

    public int Order => 0;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method) && request.ContentLength > Bytes + Room)
            context.Result = new LocalRedirectResult($"{request.PathBase}{request.Path}{Parts.QueryLink.With(request, (QueryKey, "1"))}");
    }
}
