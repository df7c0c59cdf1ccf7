using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace EduAid.Application.Accounts;

/// <summary>A hash that no password has: checking against it takes an unknown name as long as a known one.</summary>
public sealed class DecoyHash(IOptions<PasswordHasherOptions> options)
{
    public User Nobody { get; } = new();

    public string Value { get; } = new PasswordHasher<User>(options).HashPassword(new User(), InitialPassword.New());
}
