using EduAid.Application.Audit;
using EduAid.Application.Notices;
using EduAid.Application.Storage;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Rosters;

/// <param name="Refusal">Null where the step was taken.</param>
public sealed record RosterOutcome(RosterId Roster, RosterRefusal? Refusal)
{
    public bool Taken => Refusal is null;
}

/// <summary>How every step of a roster is taken: the role may, the roster agrees, the step and its event are written, in one transaction.</summary>
public sealed class RosterWay(EduAidDbContext db, Work work, EntryDigest digest, AuditTrail trail)
{
    public Task<RosterOutcome> TakeAsync(
        Actor actor, RosterId id, RosterMoveKind kind, Func<Roster, Task<RosterMove>> step, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            // The scope's filter hides other schools' rosters: to whoever may not see it there is none.
            var roster = await db.Rosters.AsTracking().SingleOrDefaultAsync(r => r.Id == id, stop);
            if (roster is null) return new(id, new RosterRefusal.NotFound());
            if (!RosterRights.May(actor, kind, roster.State)) return new(id, new RosterRefusal.NotYourRole(actor.Role));
            // Nobody signs below rows that are not the ones signed before; sending them back is the way out.
            if (roster.State != RosterState.Draft && kind != RosterMoveKind.SendBack && !await digest.HoldsAsync(RosterDigestRows.Roster, id.Value, stop))
                return new(id, new RosterRefusal.Altered());
            var move = await step(roster);
            if (move.Step is not { } taken) return new(id, move.Refusal);
            await RecordAsync(actor, roster, taken, stop);
            return new RosterOutcome(id, null);
        },
        stop);

    /// <summary>Writes a step that was taken, and its event with the digest of the rows as they are now; within a change.</summary>
    internal async Task RecordAsync(Actor actor, Roster roster, RosterStep taken, CancellationToken stop)
    {
        db.RosterSteps.Add(taken);
        await db.SaveChangesAsync(stop);
        var mark = roster.State == RosterState.Draft
            ? DigestMark.Released(RosterDigestRows.Roster, roster.Id.Value) : await digest.OfAsync(RosterDigestRows.Roster, roster.Id.Value, stop);
        trail.Record(actor, $"roster.{Verb(taken.Kind)}", mark, new
        {
            Semester = roster.Semester.ToString(),
            roster.Programme,
            School = roster.School.Value,
            Before = taken.From.ToString(),
            After = taken.To.ToString(),
            roster.Entries,
            roster.Fen,
            Why = taken.Remark,
        });
    }

    /// <summary>Who did what for a roster: its preparers, who confirmed it, and who reviewed and approved it in the present round.</summary>
    public async Task<IReadOnlyList<RosterDuty>> DutiesAsync(RosterId id, CancellationToken stop)
    {
        var hands = await db.RosterHands.Where(h => h.Roster == id).Select(h => new RosterDuty(h.Person, h.Deed)).ToListAsync(stop);
        var steps = await db.RosterSteps.Where(s => s.Roster == id).OrderBy(s => s.Number).ToListAsync(stop);
        hands.AddRange(steps.Where(s => s.Kind == RosterMoveKind.Confirm).Select(s => new RosterDuty(s.By, RosterDeed.Confirmed)));
        var review = steps.FindLastIndex(s => s.Kind == RosterMoveKind.Review);
        if (review >= 0)
        {
            hands.Add(new(steps[review].By, RosterDeed.Reviewed));
            hands.AddRange(steps.Skip(review).Where(s => s.Kind == RosterMoveKind.Approve).Select(s => new RosterDuty(s.By, RosterDeed.Approved)));
        }
        return hands;
    }

    public Task<int> OpenObjectionsAsync(RosterId id, CancellationToken stop) =>
        db.Objections.CountAsync(o => o.Roster == id && o.Upheld == null, stop);

    private static string Verb(RosterMoveKind kind) => kind switch
    {
        RosterMoveKind.Confirm => "confirm",
        RosterMoveKind.Publish => "publish",
        RosterMoveKind.Review => "review",
        RosterMoveKind.Approve => "approve",
        RosterMoveKind.SendBack => "send-back",
        _ => "withdraw",
    };
}
