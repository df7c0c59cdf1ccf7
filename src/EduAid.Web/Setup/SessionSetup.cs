using EduAid.Application.Accounts;
using EduAid.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace EduAid.Web.Setup;

/// <summary>Who is there and what they may enter.</summary>
public static class SessionSetup
{
    public static void AddSessions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, options =>
        {
            options.LoginPath = "/Account/SignIn";
            options.ReturnUrlParameter = "returnUrl";
            options.Cookie.Name = "session";
            options.Cookie.HttpOnly = true;
            options.Cookie.IsEssential = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // The row of the session says when it is over; the cookie only never outlives it.
            options.ExpireTimeSpan = SessionLimits.Longest;
            options.SlidingExpiration = false;
            // A refusal answers 403 where it happens; the error page says so in words.
            options.Events.OnRedirectToAccessDenied = Denial.AnswerAsync;
        });
        services.AddAuthorization(Policies.AddTo);
        services.AddSingleton(configuration.GetSection("Sessions").Get<SessionLimits>() ?? new());
        services.AddScoped<Visitor>();
        services.AddScoped<Session>();
        services.AddScoped<IAuthorizationHandler, RightHandler>();
    }
}
