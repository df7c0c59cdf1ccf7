using Microsoft.AspNetCore.Identity;

namespace EduAid.Application.Accounts;

/// <summary>Someone who can sign in.</summary>
public sealed class User : IdentityUser<Guid>
{
    /// <summary>The person's name as shown.</summary>
    public string DisplayName { get; set; } = "";
}
