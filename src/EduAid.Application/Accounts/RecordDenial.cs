using EduAid.Application.Audit;

namespace EduAid.Application.Accounts;

/// <summary>Records that somebody who is signed in asked for what is not theirs to see.</summary>
public sealed class RecordDenial(AccountChange change, AuditTrail trail)
{
    /// <param name="place">The route, which has no values in it.</param>
    public Task RunAsync(Actor actor, string place, CancellationToken stop) => change.RunAsync(
        () =>
        {
            trail.Record(actor, "access.refuse", $"page:{place}", new { });
            return Task.FromResult(true);
        },
        stop);
}
