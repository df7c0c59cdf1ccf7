using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Settings;
using EduAid.Application.Storage;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;

namespace EduAid.Application.Rosters;

/// <summary>局领导审批, by as many people as the sum asks for.</summary>
public sealed class ApproveRoster(EduAidDbContext db, RosterWay way, RosterRecheck recheck, BusinessDay day, TimeProvider time)
{
    /// <param name="seen">The mark of the changes that were shown (<see cref="Recheck.Mark"/>).</param>
    public Task<RosterOutcome> RunAsync(Actor actor, RosterId roster, string? remark, string seen, CancellationToken stop) => way.TakeAsync(
        actor, roster, RosterMoveKind.Approve,
        async found =>
        {
            if (await recheck.RefusalAsync(found, seen, stop) is { } changed) return changed;
            var bands = (await SettingBook.LoadAsync(db, day.Today, stop)).ApprovalBands;
            return found.Approve(
                await way.DutiesAsync(found.Id, stop), day.Today, await way.OpenObjectionsAsync(found.Id, stop),
                ApprovalBand.Needed(bands, Money.FromFen(found.Fen)), actor.Name, time.GetUtcNow(), remark);
        },
        stop);
}
