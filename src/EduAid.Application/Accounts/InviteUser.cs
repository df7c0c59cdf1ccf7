using EduAid.Application.Audit;
using EduAid.Application.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Accounts;

/// <summary>
/// Invites somebody to choose their password by a link that is good once and for seven days. The product sends no mail: whoever invites
/// hands the link on. The code's hash alone is kept.
/// </summary>
public sealed class InviteUser(EduAidDbContext db, AccountChange change, UserManager<User> users, AuditTrail trail, TimeProvider time)
{
    public static TimeSpan GoodFor { get; } = TimeSpan.FromDays(7);

    /// <summary>A new link for somebody who has not used theirs; the old one is void.</summary>
    public Task<AccountOutcome> RunAsync(Actor actor, Guid id, CancellationToken stop) => change.RunAsync(
        async () =>
        {
            if (await users.FindByIdAsync(id.ToString()) is not { } user) return AccountOutcome.Refused(AccountRefusal.NoSuchUser);
            if (user.PasswordHash is not null) return AccountOutcome.Refused(AccountRefusal.InvitedAlready);
            var code = Open(user);
            await users.UpdateSecurityStampAsync(user);
            trail.Record(actor, "account.invite", $"user:{id}", new { user.UserName, user.InvitedUntil });
            return new AccountOutcome(id, Invitation: code);
        },
        stop);

    /// <summary>Whose invitation it is; null where it is nobody's, used or too old.</summary>
    public async Task<User?> FindAsync(string code, CancellationToken stop)
    {
        var (hash, now) = (User.HashOf(code), time.GetUtcNow());
        return await db.Users.SingleOrDefaultAsync(u => u.InvitationHash == hash && u.InvitedUntil > now, stop);
    }

    /// <summary>Takes the password of somebody who has the link.</summary>
    public Task<AccountOutcome> AcceptAsync(string code, string password, string origin, CancellationToken stop) => change.RunAsync(
        async () =>
        {
            if (await FindAsync(code, stop) is not { } found)
            {
                trail.Record(new Actor("-", "-", origin), "account.refuse", "invitation", new { Reason = "code" });
                return AccountOutcome.Refused(AccountRefusal.WrongCode);
            }
            var user = await db.Users.AsTracking().SingleAsync(u => u.Id == found.Id, stop);
            if (!(await users.AddPasswordAsync(user, password)).Succeeded) return AccountOutcome.Refused(AccountRefusal.PasswordTooWeak);
            (user.InvitationHash, user.InvitedUntil, user.PasswordDue) = (null, null, false);
            await db.SaveChangesAsync(stop);
            trail.Record(new Actor(user.UserName!, "-", origin), "account.accept-invitation", $"user:{user.Id}", new { });
            return new AccountOutcome(user.Id);
        },
        stop);

    /// <summary>Puts an invitation on a user who is still to be saved.</summary>
    internal string Open(User user)
    {
        var code = string.Concat(InitialPassword.New(), "-", InitialPassword.New());
        (user.InvitationHash, user.InvitedUntil) = (User.HashOf(code), time.GetUtcNow() + GoodFor);
        return code;
    }
}
