using System.Globalization;
using System.Threading.RateLimiting;
using EduAid.Web.Accounts;
using Microsoft.AspNetCore.RateLimiting;

namespace EduAid.Web.Setup;

/// <summary>How often one place may try to sign in and one person may send files. Configuration keys: <c>Limits:SignInsPerMinute</c>, <c>Limits:UploadsPerMinute</c>.</summary>
public static class RateLimits
{
    public const string SignIn = "sign-in";
    public const string Upload = "upload";

    public static void AddLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var signIns = configuration.GetValue("Limits:SignInsPerMinute", 20);
        var uploads = configuration.GetValue("Limits:UploadsPerMinute", 30);
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) =>
            {
                if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                    context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            options.AddPolicy(SignIn, context => PostsOf(context, context.Connection.RemoteIpAddress?.ToString() ?? "", signIns));
            options.AddPolicy(Upload, context =>
                PostsOf(context, context.RequestServices.GetRequiredService<Visitor>().User?.Id.ToString() ?? "", uploads));
        });
    }

    private static RateLimitPartition<string> PostsOf(HttpContext context, string who, int perMinute) =>
        HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter("post:" + who, _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter("read");
}
