using EduAid.Application.Audit;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;

namespace EduAid.Application.Rosters;

/// <summary>退回: back by one step with a reason that the people before read.</summary>
public sealed class SendBackRoster(RosterWay way, TimeProvider time)
{
    public Task<RosterOutcome> RunAsync(Actor actor, RosterId roster, string reason, CancellationToken stop) => way.TakeAsync(
        actor, roster, RosterMoveKind.SendBack,
        found => Task.FromResult(found.SendBack(actor.Name, time.GetUtcNow(), reason)),
        stop);
}
