using EduAid.Application.Audit;
using Microsoft.AspNetCore.Identity;

namespace EduAid.Application.Accounts;

/// <summary>Gives an account an initial password, to be changed at the first sign-in; its sessions end and a lock for wrong passwords is lifted.</summary>
public sealed class ResetPassword(AccountChange change, UserManager<User> users, AuditTrail trail)
{
    public Task<AccountOutcome> RunAsync(Actor actor, Guid id, CancellationToken stop) => change.RunAsync(
        async () =>
        {
            if (await users.FindByIdAsync(id.ToString()) is not { } user) return AccountOutcome.Refused(AccountRefusal.NoSuchUser);
            if (user.UserName == actor.Name) return AccountOutcome.Refused(AccountRefusal.OwnAccount);
            var initial = InitialPassword.New();
            if (user.LockoutEnd != User.UntilUnlocked) user.LockoutEnd = null;
            (user.AccessFailedCount, user.PasswordDue) = (0, true);
            (user.InvitationHash, user.InvitedUntil) = (null, null);
            user.PasswordHash = users.PasswordHasher.HashPassword(user, initial);
            await users.UpdateSecurityStampAsync(user);
            trail.Record(actor, "account.reset-password", $"user:{id}", new { user.UserName });
            return new AccountOutcome(id, initial);
        },
        stop);
}
