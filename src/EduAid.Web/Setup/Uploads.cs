using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.RateLimiting;

namespace EduAid.Web.Setup;

/// <summary>Only pages that bind files take any, and those only so many and so large.</summary>
public static class Uploads
{
    /// <summary>Bytes of one request: a workbook of some 200 000 rows has 30 MB.</summary>
    public const long Largest = 64L * 1024 * 1024;

    /// <summary>Bytes of any other request: forms of text.</summary>
    public const long LargestForm = 1024 * 1024;

    public static void LimitRequests(this WebApplicationBuilder builder) =>
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = LargestForm;
            kestrel.AddServerHeader = false;
        });

    public static void Allow(PageApplicationModel page)
    {
        if (!TakesFiles(page)) return;
        page.EndpointMetadata.Add(new RequestSizeLimitAttribute(Largest));
        page.EndpointMetadata.Add(new EnableRateLimitingAttribute(RateLimits.Upload));
        // What is sent lies on no disk before it is encrypted: a form would buffer larger files in the folder for temporary ones.
        page.Filters.Add(new RequestFormLimitsAttribute { MultipartBodyLengthLimit = Largest, MemoryBufferThreshold = checked((int)Largest) });
    }

    // Seen from what the page binds, so that none can forget to say so: in a property, in one of its input's, or in a handler's parameter.
    private static bool TakesFiles(PageApplicationModel page) =>
        page.HandlerProperties.Where(p => p.BindingInfo is not null).Select(p => p.ParameterType)
            .Concat(page.HandlerMethods.SelectMany(m => m.Parameters).Select(p => p.ParameterType))
            .Any(type => IsFile(type) || type.GetProperties().Any(p => IsFile(p.PropertyType)));

    private static bool IsFile(Type type) => typeof(IFormFile).IsAssignableFrom(type) || typeof(IEnumerable<IFormFile>).IsAssignableFrom(type);

    /// <summary>Says 413 at once: read as a form, a body that is too large would look like one without a token.</summary>
    public static void UseSizeLimit(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // The error page stands in for a request whose size has been judged already.
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null) return next(context);
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? LargestForm;
        if (context.Request.ContentLength is not { } length || length <= limit) return next(context);
        // The error page that follows reads no body.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body) body.MaxRequestBodySize = null;
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    });
}
