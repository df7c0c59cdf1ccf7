using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;

namespace EduAid.Application.Rosters;

/// <summary>县级审核, by somebody who had no hand in the roster and has seen what changed since it was computed.</summary>
public sealed class ReviewRoster(RosterWay way, RosterRecheck recheck, BusinessDay day, TimeProvider time)
{
    /// <param name="seen">The mark of the changes that were shown (<see cref="Recheck.Mark"/>).</param>
    public Task<RosterOutcome> RunAsync(Actor actor, RosterId roster, string? remark, string seen, CancellationToken stop) => way.TakeAsync(
        actor, roster, RosterMoveKind.Review,
        async found => await recheck.RefusalAsync(found, seen, stop) is { } changed
            ? changed
            : found.Review(
                await way.DutiesAsync(found.Id, stop), day.Today, await way.OpenObjectionsAsync(found.Id, stop), actor.Name, time.GetUtcNow(), remark),
        stop);
}
