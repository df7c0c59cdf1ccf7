using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Notices;

/// <summary>Writes down an objection to a roster on notice, or after it, as long as nobody has approved it.</summary>
public sealed class RecordObjection(EduAidDbContext db, Work work, AuditTrail trail, TimeProvider time)
{
    private static readonly string[] Roles =
        [nameof(Role.SchoolClerk), nameof(Role.SchoolHead), nameof(Role.TownshipSchool), nameof(Role.AidOfficer), nameof(Role.AidDirector)];

    /// <param name="entry">The entry that it concerns, or null.</param>
    public Task<RosterRefusal?> RunAsync(Actor actor, RosterId roster, Guid? entry, string text, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!Roles.Contains(actor.Role)) return new RosterRefusal.NotYourRole(actor.Role);
            var found = await db.Rosters.SingleOrDefaultAsync(r => r.Id == roster, stop);
            if (found is null || (entry is { } id && !await db.RosterEntries.AnyAsync(e => e.Roster == roster && e.Id == id, stop))) return new RosterRefusal.NotFound();
            if (found.State is not (RosterState.OnNotice or RosterState.Reviewed)) return new RosterRefusal.WrongState(found.State);
            if (string.IsNullOrWhiteSpace(text)) return new RosterRefusal.ReasonMissing();
            var now = time.GetUtcNow();
            var objection = new Objection
            {
                County = found.County,
                Id = Keys.New(now),
                Roster = roster,
                School = found.School,
                Entry = entry,
                Text = text.Trim(),
                RecordedBy = actor.Name,
                RecordedAt = now,
            };
            db.Objections.Add(objection);
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "objection.record", $"roster:{roster.Value}", new { Objection = objection.Id, Entry = entry, What = objection.Text });
            return (RosterRefusal?)null;
        },
        stop);
}
