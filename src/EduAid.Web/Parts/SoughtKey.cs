using System.Security.Cryptography;
using EduAid.Web.Accounts;
using Microsoft.AspNetCore.DataProtection;

namespace EduAid.Web.Parts;

/// <summary>
/// What somebody looks for, as an opaque key for the address: encrypted, for this user and this day alone. A name, an ID or a household's
/// number so stands in no address, no history and no log, and nothing has to be kept on the server.
/// </summary>
public sealed class SoughtKey(IDataProtectionProvider protection, Visitor visitor)
{
    /// <summary>Query parameter that holds the key.</summary>
    public const string QueryKey = "q";

    private const int Longest = 60;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>Null for blank text.</summary>
    public string? Keep(string? typed)
    {
        var text = (typed ?? "").Trim();
        return text.Length == 0 ? null : Protector.Protect(text.Length > Longest ? text[..Longest] : text, Lifetime);
    }

    /// <summary>Null where there is no key, or one that is old, another user's or not ours.</summary>
    public string? Read(HttpRequest request)
    {
        if (request.Query[QueryKey].LastOrDefault() is not { Length: > 0 } key) return null;
        try
        {
            return Protector.Unprotect(key);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Protector => protection.CreateProtector("EduAid.Sought", visitor.User!.Id.ToString()).ToTimeLimitedDataProtector();
}
