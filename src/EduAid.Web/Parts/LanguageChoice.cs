using Microsoft.AspNetCore.Localization;

namespace EduAid.Web.Parts;

/// <summary><c>?lang=en</c> on any page is kept in a cookie and taken out of the address.</summary>
internal static class LanguageChoice
{
    public const string QueryKey = "lang";

    /// <returns>True when the request has been answered with a redirect.</returns>
    public static bool Remember(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || request.Query[QueryKey].LastOrDefault() is not { } asked) return false;
        if (PartsSetup.Languages.FirstOrDefault(l => l.Equals(asked, StringComparison.OrdinalIgnoreCase)) is { } language)
        {
            context.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)),
                new CookieOptions
                {
                    IsEssential = true,
                    HttpOnly = true,
                    SameSite = SameSiteMode.Lax,
                    Secure = request.IsHttps,
                    MaxAge = TimeSpan.FromDays(365),
                });
        }
        var path = request.PathBase.Add(request.Path).ToUriComponent();
        // A path such as //host would lead away from the site.
        context.Response.Redirect("/" + path.TrimStart('/', '\\') + QueryLink.With(request, (QueryKey, null)).TrimEnd('?'));
        return true;
    }
}
