using EduAid.Web.Accounts;

namespace EduAid.Web.Setup;

/// <summary>The pages: who may enter which folder, and the limits of those that take files.</summary>
public static class PagesSetup
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorPages(options =>
        {
            options.Conventions.AddFolderApplicationModelConvention("/", Policies.Guard);
            options.Conventions.AddFolderApplicationModelConvention("/", Uploads.Allow);
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }
}
