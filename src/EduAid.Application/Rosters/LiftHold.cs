using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Rosters;

/// <summary>Lets a child who was taken off a roster be granted again; the county decides, and the next generation takes it up.</summary>
public sealed class LiftHold(EduAidDbContext db, Work work, AuditTrail trail, TimeProvider time)
{
    /// <returns>False where there is no such hold, it has been lifted, or the role may not.</returns>
    public Task<bool> RunAsync(Actor actor, Guid hold, string reason, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            var found = await db.EntryHolds.AsTracking().SingleOrDefaultAsync(h => h.Id == hold && h.LiftedAt == null, stop);
            if (found is null || actor.Role is not (nameof(Role.AidOfficer) or nameof(Role.AidDirector)) || string.IsNullOrWhiteSpace(reason)) return false;
            (found.LiftedBy, found.LiftedAt, found.LiftReason) = (actor.Name, time.GetUtcNow(), reason.Trim());
            await db.SaveChangesAsync(stop);
            await db.MarkDraftsStaleAsync(found.Semester, [found.School], stop);
            trail.Record(actor, "hold.lift", $"hold:{hold}", new { Semester = found.Semester.ToString(), found.Programme, Person = found.Person.Value, Why = found.LiftReason });
            return true;
        },
        stop);
}
