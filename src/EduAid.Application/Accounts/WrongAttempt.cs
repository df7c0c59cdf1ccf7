using EduAid.Application.Audit;

namespace EduAid.Application.Accounts;

/// <summary>Counts a wrong password or code; so many in a row lock the account for a time (<see cref="SecurityPolicy"/>).</summary>
public sealed class WrongAttempt(SecurityPolicies policies, AuditTrail trail, TimeProvider time)
{
    /// <summary>Notes one on a tracked user, in the transaction that decides about it.</summary>
    /// <param name="what">What was wrong, for the trail.</param>
    internal async Task CountAsync(User user, Actor actor, string what, CancellationToken stop)
    {
        var (policy, subject) = (await policies.TodayAsync(stop), $"user:{user.Id}");
        user.AccessFailedCount++;
        if (user.AccessFailedCount < policy.WrongAttempts)
        {
            trail.Record(actor, "account.refuse", subject, new { Reason = what, Attempt = user.AccessFailedCount });
            return;
        }
        (user.AccessFailedCount, user.LockoutEnd) = (0, time.GetUtcNow().AddMinutes(policy.LockMinutes));
        trail.Record(actor, "account.lock-out", subject, new { Until = user.LockoutEnd });
    }
}
