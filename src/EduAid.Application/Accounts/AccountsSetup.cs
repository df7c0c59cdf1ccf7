using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Application.Accounts;

/// <summary>Identity's user store and rules, and the verbs of accounts.</summary>
public static class AccountsSetup
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<User>(options =>
        {
            // Length is a setting: LongEnough asks for it. Locking out is WrongAttempt's.
            options.Password.RequiredLength = 1;
            options.Password.RequiredUniqueChars = 5;
        }).AddEntityFrameworkStores<Storage.EduAidDbContext>().AddPasswordValidator<CommonPasswords>().AddPasswordValidator<LongEnough>();
        // OWASP's count for PBKDF2 with HMAC-SHA-512.
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.AddSingleton<DecoyHash>();
        foreach (var verb in (ReadOnlySpan<Type>)
        [
            typeof(AccountChange), typeof(SecurityPolicies), typeof(WrongAttempt), typeof(SignInUser), typeof(Sessions), typeof(SecondFactor), typeof(SwitchAssignment), typeof(RecordDenial),
            typeof(CreateUser), typeof(InviteUser), typeof(ChangePassword), typeof(LockUser), typeof(ResetPassword), typeof(ChangeAssignments), typeof(FirstAdministrators),
        ])
            services.AddScoped(verb);
        return services;
    }
}
