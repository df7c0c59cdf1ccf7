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
public sealed class RosterWay(EduAidDbContext db, Work work, AuditTrail trail)
{
    public Task<RosterOutcome> TakeAsync(
        Actor actor, RosterId id, RosterMoveKind kind, Func<Roster, Task<RosterMove>> step, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            // The scope's filter hides other schools' rosters: to whoever may not see it there is none.
            var roster = await db.Rosters.AsTracking().SingleOrDefaultAsync(r => r.Id == id, stop);
            if (roster is null) return new(id, new RosterRefusal.NotFound());
            if (!RosterRights.May(actor, kind, roster.State)) return new(id, new RosterRefusal.NotYourRole(actor.Role));
            var before = roster.State;
            var move = await step(roster);
            if (move.Step is not { } taken) return new(id, move.Refusal);
            db.RosterSteps.Add(taken);
            await db.SaveChangesAsync(stop);
            trail.Record(actor, $"roster.{Verb(kind)}", $"roster:{id.Value}", new
            {
                Semester = roster.Semester.ToString(),
                roster.Programme,
                School = roster.School.Value,
                Before = before.ToString(),
                After = roster.State.ToString(),
                roster.Entries,
                roster.Fen,
                Why = taken.Remark,
            });
            return new RosterOutcome(id, null);
        },
        stop);

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
