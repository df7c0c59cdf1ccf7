using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.People;

/// <summary>A second person's word on a correction that touches a signed roster. What was signed stays; the roster shows the difference from then on.</summary>
public sealed class DecideCorrection(EduAidDbContext db, Work work, PersonDirectory people, FieldCipher cipher, ApplyCorrection apply, AuditTrail trail, TimeProvider time)
{
    public Task<CorrectionRefusal?> RunAsync(Actor actor, Guid id, bool right, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!PersonRights.MayDecide(actor)) return CorrectionRefusal.NotYourRole;
            if (await db.PersonChanges.AsTracking().SingleOrDefaultAsync(c => c.Id == id, stop) is not { } change) return CorrectionRefusal.NotFound;
            if (change.State != PersonChangeState.Waiting) return CorrectionRefusal.AlreadyDecided;
            if (change.By == actor.Name) return CorrectionRefusal.SamePerson;
            if (right && await TakenAsync(change, stop)) return CorrectionRefusal.IdTaken;
            (change.State, change.DecidedBy, change.DecidedAt) = (right ? PersonChangeState.Applied : PersonChangeState.Rejected, actor.Name, time.GetUtcNow());
            await db.SaveChangesAsync(stop);
            if (right) await apply.RunAsync(change, stop);
            var (subject, details) = ($"person:{change.Person.Value:N}", new { What = change.Kind.ToString(), change.Before, Entered = change.By, Why = change.Reason });
            if (right) trail.Record(actor, "person.confirm", subject, details);
            else trail.Record(actor, "person.reject", subject, details);
            return (CorrectionRefusal?)null;
        },
        stop);

    // Since it was entered somebody else may have come with this ID.
    private async Task<bool> TakenAsync(PersonChange change, CancellationToken stop)
    {
        if (change.NumberCipher is not { } sealed_) return false;
        var number = cipher.Decrypt(sealed_, Places.PersonChange("number", change.County, change.Id));
        return (await people.FindAsync([number], stop)).TryGetValue(number, out var owner) && owner != change.Person;
    }
}
