namespace EduAid.Web.Setup;

/// <summary>Headers that every answer has; the content security policy comes with the parts.</summary>
public static class SafeHeaders
{
    public static void UseSafeHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            // What a signed-in person sees stays in no cache on the way or on a shared computer.
            if (context.User.Identity?.IsAuthenticated == true && !headers.ContainsKey("ETag")) headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    });
}
