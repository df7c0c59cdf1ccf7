using Microsoft.AspNetCore.Identity;

namespace EduAid.Application.Accounts;

/// <summary>Refuses a new password that is shorter than the security administrator asks for.</summary>
public sealed class LongEnough(SecurityPolicies policies) : IPasswordValidator<User>
{
    public async Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) =>
        password?.Length >= (await policies.TodayAsync(CancellationToken.None)).PasswordLength
            ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = nameof(LongEnough) });
}
