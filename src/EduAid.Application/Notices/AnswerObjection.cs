using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Domain.Rosters;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Notices;

/// <summary>Answers an objection. One that is upheld sends the entry that it concerns back to review; the rest of the roster goes on.</summary>
public sealed class AnswerObjection(EduAidDbContext db, Work work, WithdrawEntry withdraw, RosterWay way, AuditTrail trail, TimeProvider time)
{
    private static readonly string[] Roles = [nameof(Role.SchoolHead), nameof(Role.TownshipSchool), nameof(Role.AidOfficer), nameof(Role.AidDirector)];

    public Task<RosterRefusal?> RunAsync(Actor actor, Guid objection, bool upheld, string answer, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!Roles.Contains(actor.Role)) return new RosterRefusal.NotYourRole(actor.Role);
            if (string.IsNullOrWhiteSpace(answer)) return new RosterRefusal.ReasonMissing();
            var found = await db.Objections.AsTracking().SingleOrDefaultAsync(o => o.Id == objection, stop);
            if (found is null) return new RosterRefusal.NotFound();
            var roster = await db.Rosters.AsTracking().SingleAsync(r => r.Id == found.Roster, stop);
            if (upheld && found.Entry is { } entry && await db.RosterEntries.AnyAsync(e => e.Roster == roster.Id && e.Id == entry, stop))
            {
                var move = await withdraw.WithdrawAsync(roster, entry, actor, answer, stop);
                if (move.Refusal is { } refusal) return refusal;
                await way.RecordAsync(actor, roster, move.Step!, stop);
            }
            if (!found.Close(upheld, answer.Trim(), actor.Name, time.GetUtcNow())) return new RosterRefusal.WrongState(roster.State);
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "objection.answer", $"roster:{roster.Id.Value}", new { Objection = objection, Upheld = upheld, found.Entry, Why = found.Answer });
            return (RosterRefusal?)null;
        },
        stop);
}
