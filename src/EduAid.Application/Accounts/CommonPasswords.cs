using Microsoft.AspNetCore.Identity;

namespace EduAid.Application.Accounts;

/// <summary>Refuses passwords that are a well-known word or the user's own name in disguise, such as <c>P@ssw0rd2020!</c>.</summary>
public sealed class CommonPasswords : IPasswordValidator<User>
{
    private static readonly string[] Words =
    [
        "password", "passwd", "qwerty", "qwer", "asdf", "zxcv", "admin", "root", "welcome", "letmein", "iloveyou", "woaini",
        "abc", "abcd", "test", "guest", "user", "login", "mima", "eduaid", "zizhu", "jiaoyu", "xuexiao", "anhui", "zhongguo", "china",
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password)
    {
        ArgumentNullException.ThrowIfNull(user);
        var plain = Letters(password ?? "");
        var name = Letters(user.UserName ?? "");
        var known = Words.Contains(plain) || Words.Any(w => plain == w + w) || (name.Length > 2 && plain.Contains(name, StringComparison.Ordinal));
        return Task.FromResult(known ? IdentityResult.Failed(new IdentityError { Code = nameof(CommonPasswords) }) : IdentityResult.Success);
    }

    // What is left when the usual substitutes are read as letters and digits and signs at the ends fall away.
    private static string Letters(string text) => string.Concat(text.ToLowerInvariant().Trim("0123456789!@#$%^&*()-_=+., ".ToCharArray())
        .Select(c => c switch { '0' => 'o', '1' => 'l', '3' => 'e', '4' => 'a', '5' => 's', '7' => 't', '@' => 'a', '$' => 's', '!' => 'i', _ => c })
        .Where(char.IsAsciiLetter));
}
