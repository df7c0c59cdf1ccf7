using System.Security.Cryptography;
using System.Text;
using EduAid.Application.Audit;
using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Accounts;

/// <summary>
/// Makes the first account of an installation with a code that was printed where only its operator sees it.
/// The code's hash lies in the data folder and is gone once used; a new offer replaces the one before.
/// </summary>
public sealed class FirstAdministrator(EduAidDbContext db, DataFolder folder, AccountChange change, CreateUser create, AuditTrail trail)
{
    private string CodeFile => Path.Combine(folder.Keys, "set-up-code");

    /// <returns>A new code while nobody has an account, else null.</returns>
    public async Task<string?> OfferAsync(CancellationToken stop)
    {
        if (await db.Users.AnyAsync(stop)) return null;
        var code = string.Concat(InitialPassword.New(), "-", InitialPassword.New());
        DataFolder.WriteOwnerOnly(CodeFile, Hash(code));
        return code;
    }

    /// <summary>Whether a code is waiting to be used.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken stop) => File.Exists(CodeFile) && !await db.Users.AnyAsync(stop);

    public async Task<AccountOutcome> RunAsync(string code, string userName, string displayName, string password, string origin, CancellationToken stop)
    {
        var outcome = await change.RunAsync(
            async () =>
            {
                var actor = new Actor("set-up", "-", origin);
                if (!await IsOpenAsync(stop) || !CryptographicOperations.FixedTimeEquals(Hash(code.Trim()), File.ReadAllBytes(CodeFile)))
                {
                    trail.Record(actor, "account.refuse", "set-up", new { Reason = "code" });
                    return AccountOutcome.Refused(AccountRefusal.WrongCode);
                }
                return await create.AddAsync(actor, new(userName, displayName, Role.SystemAdministrator), password, stop);
            },
            stop);
        if (outcome.User is not null) File.Delete(CodeFile);
        return outcome;
    }

    // The code is drawn at random with some 140 bits, so one round of hashing is enough.
    private static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}
