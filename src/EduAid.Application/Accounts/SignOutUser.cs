using EduAid.Application.Audit;

namespace EduAid.Application.Accounts;

/// <summary>Records that somebody ended the session.</summary>
public sealed class SignOutUser(AccountChange change, AuditTrail trail)
{
    public Task RunAsync(Actor actor, Guid user, CancellationToken stop) => change.RunAsync(
        () =>
        {
            trail.Record(actor, "account.sign-out", $"user:{user}", new { });
            return Task.FromResult(true);
        },
        stop);
}
