using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EduAid.Application.Audit;
using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Accounts;

/// <param name="Code">Printed once where only the operator sees it.</param>
public sealed record SetUpCode(Role Role, string Code);

/// <summary>
/// Makes the first accounts of an installation, one for each of the three administrators, with codes that were printed where
/// only its operator sees them. The codes' hashes lie in the data folder; each goes once used, and a new offer replaces the ones before.
/// </summary>
public sealed class FirstAdministrators(
    EduAidDbContext db, DataFolder folder, AccountChange change, CreateUser create, ChangeAssignments assignments, AuditTrail trail)
{
    private static readonly Role[] Three = [Role.SystemAdministrator, Role.SecurityAdministrator, Role.AuditAdministrator];

    private string CodesFile => Path.Combine(folder.Keys, "set-up-codes");

    /// <returns>New codes for those of the three whom nobody is yet; none once all are there.</returns>
    public async Task<IReadOnlyList<SetUpCode>> OfferAsync(CancellationToken stop)
    {
        var missing = await MissingAsync(stop);
        var codes = missing.Select(role => new SetUpCode(role, string.Concat(InitialPassword.New(), "-", InitialPassword.New()))).ToList();
        if (codes.Count > 0) Write(codes.ToDictionary(c => c.Role, c => Hash(c.Code)));
        else File.Delete(CodesFile);
        return codes;
    }

    /// <summary>Whether a code is waiting to be used.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken stop) => File.Exists(CodesFile) && (await MissingAsync(stop)).Count > 0;

    /// <summary>Makes the administrator whose code it is.</summary>
    public Task<AccountOutcome> RunAsync(string code, string userName, string displayName, string password, string origin, CancellationToken stop) =>
        change.RunAsync(
            async () =>
            {
                var actor = new Actor("set-up", "-", origin);
                var hash = Hash(code.Trim());
                var codes = Read();
                var missing = await MissingAsync(stop);
                var role = missing.Where(r => codes.TryGetValue(r, out var known) && CryptographicOperations.FixedTimeEquals(hash, known)).Select(r => (Role?)r).FirstOrDefault();
                if (role is not { } found)
                {
                    trail.Record(actor, "account.refuse", "set-up", new { Reason = "code" });
                    return AccountOutcome.Refused(AccountRefusal.WrongCode);
                }
                var (user, outcome) = await create.AddAsync(actor, new(userName, displayName), password);
                if (user is null) return outcome;
                await assignments.AddAsync(actor, user, new(found));
                // Should the transaction fail after this, the next start offers a new code, for the role is still nobody's.
                codes.Remove(found);
                if (codes.Count == 0) File.Delete(CodesFile);
                else Write(codes);
                return outcome;
            },
            stop);

    private async Task<List<Role>> MissingAsync(CancellationToken stop)
    {
        var held = await db.Assignments.Where(a => Three.Contains(a.Role)).Select(a => a.Role).ToListAsync(stop);
        return [.. Three.Except(held)];
    }

    private Dictionary<Role, byte[]> Read() =>
        File.Exists(CodesFile) ? JsonSerializer.Deserialize<Dictionary<Role, byte[]>>(File.ReadAllBytes(CodesFile)) ?? [] : [];

    private void Write(Dictionary<Role, byte[]> hashes) => DataFolder.WriteOwnerOnly(CodesFile, JsonSerializer.SerializeToUtf8Bytes(hashes));

    // The code is drawn at random with some 140 bits, so one round of hashing is enough.
    private static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}
