using EduAid.Application.Audit;
using Microsoft.AspNetCore.Identity;

namespace EduAid.Application.Accounts;

/// <summary>Shuts an account, ending its sessions, or opens it again; also lifts a lock for wrong passwords.</summary>
public sealed class LockUser(AccountChange change, UserManager<User> users, AuditTrail trail)
{
    public Task<AccountOutcome> RunAsync(Actor actor, Guid id, bool locked, CancellationToken stop) => change.RunAsync(
        async () =>
        {
            if (await users.FindByIdAsync(id.ToString()) is not { } user) return AccountOutcome.Refused(AccountRefusal.NoSuchUser);
            if (user.UserName == actor.Name) return AccountOutcome.Refused(AccountRefusal.OwnAccount);
            user.LockoutEnd = locked ? User.UntilUnlocked : null;
            user.AccessFailedCount = 0;
            await users.UpdateSecurityStampAsync(user);
            trail.Record(actor, locked ? "account.lock" : "account.unlock", $"user:{id}", new { user.UserName });
            return new AccountOutcome(id);
        },
        stop);
}
