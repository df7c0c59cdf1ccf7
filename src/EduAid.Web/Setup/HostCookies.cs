using Microsoft.Net.Http.Headers;

namespace EduAid.Web.Setup;

/// <summary>
/// Over HTTPS every cookie of the application leaves as <c>__Host-</c> and Secure, and only such come in: a neighbouring
/// host or an unencrypted page can't plant one (RFC 6265bis section 4.1.3.2).
/// </summary>
public sealed class HostCookies(RequestDelegate next)
{
    private const string Prefix = "__Host-";

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        // The prefix demands the path "/".
        if (!request.IsHttps || request.PathBase.HasValue) return next(context);
        var ours = request.Headers.Cookie.SelectMany(h => (h ?? "").Split(';', StringSplitOptions.TrimEntries))
            .Where(c => c.StartsWith(Prefix, StringComparison.Ordinal)).Select(c => c[Prefix.Length..]);
        request.Headers.Cookie = string.Join("; ", ours);
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.SetCookie = context.Response.Headers.SetCookie.Select(c => Protected(c!)).ToArray();
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static string Protected(string header)
    {
        if (!SetCookieHeaderValue.TryParse(header, out var cookie)) return header;
        (cookie.Name, cookie.Secure, cookie.Path, cookie.Domain) = (Prefix + cookie.Name, true, "/", default);
        return cookie.ToString();
    }
}
