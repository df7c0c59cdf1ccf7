using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Values;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Accounts;

/// <summary>
/// The second factor: an authenticator's codes (<see cref="OneTimeCode"/>) and, where it is lost, recovery codes. Its secret lies encrypted;
/// of recovery codes only hashes are kept.
/// </summary>
public sealed class SecondFactor(
    EduAidDbContext db, AccountChange change, UserManager<User> users, FieldCipher cipher, WrongAttempt wrong, AuditTrail trail, TimeProvider time)
{
    private const int RecoveryCodes = 10;

    /// <summary>Sets up an authenticator that shows the right code; one that was there before is replaced. All sessions end.</summary>
    /// <param name="secret">What the authenticator was given.</param>
    /// <returns>Recovery codes, to be shown once; null for a wrong code.</returns>
    public Task<IReadOnlyList<string>?> SetUpAsync(Actor actor, Guid id, string secret, string code, CancellationToken stop) => change.RunAsync<IReadOnlyList<string>?>(
        async () =>
        {
            if (OneTimeCode.Match(secret, code, time.GetUtcNow(), 0) is not { } step) return null;
            var user = await db.Users.AsTracking().SingleAsync(u => u.Id == id, stop);
            (user.FactorCipher, user.FactorStep) = (cipher.Encrypt(secret, PlaceOf(id)), step);
            await users.UpdateSecurityStampAsync(user);
            await db.RecoveryCodes.Where(c => c.User == id).ExecuteDeleteAsync(stop);
            var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => InitialPassword.New()).ToList();
            db.RecoveryCodes.AddRange(codes.Select(c => new RecoveryCode { Id = Keys.New(time.GetUtcNow()), User = id, Hash = User.HashOf(c) }));
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "account.second-factor", $"user:{id}", new { user.UserName });
            return codes;
        },
        stop);

    /// <summary>Takes a code of the authenticator or a recovery code. Wrong ones count like wrong passwords and lock the account.</summary>
    public Task<bool> ProveAsync(Actor actor, Guid id, string code, CancellationToken stop) => change.RunAsync(
        async () =>
        {
            var user = await db.Users.AsTracking().SingleAsync(u => u.Id == id, stop);
            var subject = $"user:{id}";
            if (user.FactorCipher is not { } sealedSecret || user.LockoutEnd > time.GetUtcNow())
            {
                trail.Record(actor, "account.refuse", subject, new { Reason = "locked" });
                return false;
            }
            var step = OneTimeCode.Match(cipher.Decrypt(sealedSecret, PlaceOf(id)), code, time.GetUtcNow(), user.FactorStep);
            var recovered = step is null && await UseRecoveryAsync(id, code, stop);
            if (step is null && !recovered) await wrong.CountAsync(user, actor, "code", stop);
            else
            {
                (user.AccessFailedCount, user.FactorStep) = (0, step ?? user.FactorStep);
                trail.Record(actor, recovered ? "account.recover" : "account.prove", subject, new { });
            }
            await db.SaveChangesAsync(stop);
            return step is not null || recovered;
        },
        stop);

    /// <summary>Takes the second factor away from somebody who has lost it; their sessions end. Who needs one sets up another at the next sign-in.</summary>
    public Task<AccountOutcome> RemoveAsync(Actor actor, Guid id, CancellationToken stop) => change.RunAsync(
        async () =>
        {
            if (await users.FindByIdAsync(id.ToString()) is not { } user) return AccountOutcome.Refused(AccountRefusal.NoSuchUser);
            if (user.UserName == actor.Name) return AccountOutcome.Refused(AccountRefusal.OwnAccount);
            (user.FactorCipher, user.FactorStep) = (null, 0);
            await users.UpdateSecurityStampAsync(user);
            await db.RecoveryCodes.Where(c => c.User == id).ExecuteDeleteAsync(stop);
            trail.Record(actor, "account.second-factor-remove", $"user:{id}", new { user.UserName });
            return new AccountOutcome(id);
        },
        stop);

    /// <summary>
    /// The code that a user's authenticator shows now, or the next one where that is used up: it is taken already. Null without a factor.
    /// For the demo's people only.
    /// </summary>
    public string? CodeOf(User user) => user.FactorCipher is { } sealedSecret
        ? OneTimeCode.At(cipher.Decrypt(sealedSecret, PlaceOf(user.Id)), Math.Max(OneTimeCode.StepAt(time.GetUtcNow()), user.FactorStep + 1)) : null;

    internal static string PlaceOf(Guid user) => $"user.factor:{user:N}";

    private async Task<bool> UseRecoveryAsync(Guid user, string code, CancellationToken stop)
    {
        var hash = User.HashOf(code);
        return await db.RecoveryCodes.Where(c => c.User == user && c.Hash == hash).ExecuteDeleteAsync(stop) > 0;
    }
}
