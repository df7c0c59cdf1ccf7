using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Rosters;

/// <summary>Takes one child off a confirmed roster to be looked at again; the others go on. Generation holds the amount until the hold is lifted.</summary>
public sealed class WithdrawEntry(EduAidDbContext db, RosterWay way, TimeProvider time)
{
    public Task<RosterOutcome> RunAsync(Actor actor, RosterId roster, Guid entry, string reason, CancellationToken stop) => way.TakeAsync(
        actor, roster, RosterMoveKind.Withdraw,
        found => WithdrawAsync(found, entry, actor, reason, stop),
        stop);

    /// <summary>The same within a step that has been allowed.</summary>
    internal async Task<RosterMove> WithdrawAsync(Roster roster, Guid entry, Actor actor, string reason, CancellationToken stop)
    {
        var found = await db.RosterEntries.SingleOrDefaultAsync(e => e.Roster == roster.Id && e.Id == entry, stop);
        if (found is null) return new RosterRefusal.NotFound();
        var now = time.GetUtcNow();
        var move = roster.Withdraw(Money.FromFen(found.Fen), found.Flags.Length > 0, actor.Name, now, reason);
        if (move.Step is null) return move;
        await db.RosterEntries.Where(e => e.Id == entry).ExecuteDeleteAsync(stop);
        db.EntryHolds.Add(new EntryHold
        {
            County = roster.County,
            Id = Keys.New(now),
            Semester = roster.Semester,
            Programme = roster.Programme,
            School = roster.School,
            Person = found.Person,
            Reason = reason.Trim(),
            By = actor.Name,
            At = now,
        });
        return move;
    }
}
