using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace EduAid.Application.Accounts;

/// <summary>Someone who can sign in.</summary>
public sealed class User : IdentityUser<Guid>
{
    /// <summary>An administrator's lock lasts until it is lifted; one for wrong passwords passes by itself.</summary>
    public static DateTimeOffset UntilUnlocked { get; } = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The person's name as shown.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The password is one that somebody else has seen: it is changed before anything else.</summary>
    public bool PasswordDue { get; set; }

    /// <summary>SHA-256 of the code of an invitation that is open; null once it is used.</summary>
    public byte[]? InvitationHash { get; set; }

    public DateTimeOffset? InvitedUntil { get; set; }

    /// <summary>The authenticator's secret, encrypted; null while there is no second factor.</summary>
    public byte[]? FactorCipher { get; set; }

    /// <summary>The last step whose code was used: each code is good once.</summary>
    public long FactorStep { get; set; }

    public bool HasSecondFactor => FactorCipher is not null;

    // Codes are drawn at random with 70 bits and more, so one round of hashing is enough.
    internal static byte[] HashOf(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim()));
}

/// <summary>A code that takes the place of the authenticator once.</summary>
public sealed class RecoveryCode
{
    public required Guid Id { get; init; }

    public required Guid User { get; init; }

    /// <summary>SHA-256.</summary>
    public required byte[] Hash { get; init; }
}
