using EduAid.Application.Audit;
using EduAid.Application.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Accounts;

/// <summary>Changes one's own password; all sessions end, and the page opens a new one.</summary>
public sealed class ChangePassword(EduAidDbContext db, AccountChange change, UserManager<User> users, AuditTrail trail)
{
    public Task<AccountOutcome> RunAsync(Actor actor, Guid id, string old, string wanted, CancellationToken stop) => change.RunAsync(
        async () =>
        {
            var user = await db.Users.AsTracking().SingleAsync(u => u.Id == id, stop);
            if (old == wanted) return AccountOutcome.Refused(AccountRefusal.PasswordUnchanged);
            var changed = await users.ChangePasswordAsync(user, old, wanted);
            if (!changed.Succeeded)
            {
                trail.Record(actor, "account.refuse", $"user:{id}", new { Reason = "password" });
                return AccountOutcome.Refused(changed.Errors.First().Code == nameof(IdentityErrorDescriber.PasswordMismatch)
                    ? AccountRefusal.WrongPassword : AccountRefusal.PasswordTooWeak);
            }
            user.PasswordDue = false;
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "account.change-password", $"user:{id}", new { });
            return new AccountOutcome(id);
        },
        stop);
}
