using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Rosters;

/// <summary>校长确认. Keeps with the roster whose lists stand under it, so that none of them reviews or approves it.</summary>
public sealed class ConfirmRoster(EduAidDbContext db, RosterWay way, RosterHands hands, TimeProvider time)
{
    public Task<RosterOutcome> RunAsync(Actor actor, RosterId roster, string? remark, CancellationToken stop) => way.TakeAsync(
        actor, roster, RosterMoveKind.Confirm,
        async found =>
        {
            var move = found.Confirm(actor.Name, time.GetUtcNow(), remark);
            if (move.Step is null) return move;
            await hands.RecordUploadersAsync(found, stop);
            await db.RosterDifferences.Where(d => d.Roster == found.Id).ExecuteDeleteAsync(stop);
            return move;
        },
        stop);
}
