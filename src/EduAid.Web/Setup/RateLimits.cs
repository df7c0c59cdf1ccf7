using System.Globalization;
using System.Threading.RateLimiting;
using EduAid.Web.Accounts;
using Microsoft.AspNetCore.RateLimiting;

namespace EduAid.Web.Setup;

/// <summary>How often one place may try to sign in and one person may send or take files. Configuration keys: <c>Limits:SignInsPerMinute</c>, <c>Limits:UploadsPerMinute</c>, <c>Limits:ExportsPerMinute</c>.</summary>
public static class RateLimits
{
    public const string SignIn = "sign-in";
    public const string Upload = "upload";

    public static void AddLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var signIns = configuration.GetValue("Limits:SignInsPerMinute", 20);
        var uploads = configuration.GetValue("Limits:UploadsPerMinute", 30);
        var exports = configuration.GetValue("Limits:ExportsPerMinute", 30);
        services.AddSingleton(new ExportLimit(PartitionedRateLimiter.Create<Guid, Guid>(user => RateLimitPartition.GetFixedWindowLimiter(user, _ => PerMinute(exports)))));
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
            ? RateLimitPartition.GetFixedWindowLimiter("post:" + who, _ => PerMinute(perMinute))
            : RateLimitPartition.GetNoLimiter("read");

    private static FixedWindowRateLimiterOptions PerMinute(int permits) => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) };
}

/// <summary>How often one person takes files with full numbers out; asked where the right to do so is (<see cref="HandlerRights"/>).</summary>
public sealed class ExportLimit(PartitionedRateLimiter<Guid> limiter) : IDisposable
{
    public bool Allows(Guid user)
    {
        using var lease = limiter.AttemptAcquire(user);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
