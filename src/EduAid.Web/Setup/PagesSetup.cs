using EduAid.Web.Accounts;

namespace EduAid.Web.Setup;

/// <summary>The pages: who may enter which folder, and the limits of those that take files.</summary>
public static class PagesSetup
{
    public static void AddPages(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddRazorPages(options =>
        {
            options.Conventions.AddFolderApplicationModelConvention("/", Policies.Guard);
            options.Conventions.AddFolderApplicationModelConvention("/", Uploads.Allow);
            // The day moves in trials only: elsewhere the page has no address at all.
            if (!environment.IsDevelopment()) options.Conventions.AddPageRouteModelConvention("/Settings/Clock", page => page.Selectors.Clear());
        });
        // A year and every name below it, as ASVS 5.0 3.4.1 asks.
        services.AddHsts(options => (options.MaxAge, options.IncludeSubDomains) = (TimeSpan.FromDays(365), true));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }
}
