using System.Text.Encodings.Web;
using System.Text.Unicode;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Ledgers;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.WebEncoders;

namespace EduAid.Web.Parts;

/// <summary>Puts the parts that pages are made of into the application.</summary>
public static class PartsSetup
{
    /// <summary>Languages of the pages; the first is the default.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["zh-Hans", "en"];

    public static IServiceCollection AddParts(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddMemoryCache();
        services.AddScoped<ShellContent>();
        services.AddScoped<ShellCounts>();
        services.AddScoped<TurnCache>();
        services.AddScoped<Pages.Overview.LedgerFigures>();
        services.AddScoped<SoughtKey>();
        services.AddScoped<LedgerUpload>();
        services.AddScoped<Pages.People.CorrectionCheck>();
        // Chinese stays readable in the markup, and a page a third of the size.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RequestLocalizationOptions>(o =>
        {
            o.SetDefaultCulture(Languages[0]);
            o.AddSupportedCultures([.. Languages]);
            o.AddSupportedUICultures([.. Languages]);
            o.RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()];
        });
        return services;
    }

    /// <summary>Language of the request and the content security policy that the parts are written for.</summary>
    public static IApplicationBuilder UseParts(this IApplicationBuilder app)
    {
        app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
            return next(context);
        });
        app.Use((context, next) => LanguageChoice.Remember(context) ? Task.CompletedTask : next(context));
        return app.UseRequestLocalization();
    }

    public const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; " +
        "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
}
