using Microsoft.AspNetCore.Identity;

namespace EduAid.Application.Accounts;

/// <summary>Someone who can sign in.</summary>
public sealed class User : IdentityUser<Guid>
{
    /// <summary>An administrator's lock lasts until it is lifted; one for wrong passwords passes by itself.</summary>
    public static DateTimeOffset UntilUnlocked { get; } = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The person's name as shown.</summary>
    public string DisplayName { get; set; } = "";
}
