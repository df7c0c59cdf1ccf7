using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Pairing;

/// <summary>
/// Gives a household to somebody else of the school's staff from a day on. The days between two visits go on counting: handing over wins no time.
/// </summary>
public sealed class PassHousehold(EduAidDbContext db, PairStaff staff, Work work, AuditTrail trail, BusinessDay day, TimeProvider time)
{
    public Task<PairingRefusal?> RunAsync(Actor actor, Guid household, string? name, Guid? account, DateOnly from, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (actor.Held is not { } role || !PairingRights.MayKeep(role)) return (PairingRefusal?)PairingRefusal.NotYourRole;
            if (await db.PairedHouseholds.AsTracking().Include(h => h.Holders).SingleOrDefaultAsync(h => h.Id == household && h.Until == null, stop) is not { } found) return PairingRefusal.NotFound;
            if (from > day.Today) return PairingRefusal.DayAhead;
            var held = found.Holders.Single(h => h.Until == null);
            if (from <= held.From) return PairingRefusal.DayOutside;
            var (refusal, called) = await staff.NameAsync(found.School, name, account, stop);
            if (refusal is not null) return refusal;
            if ((called, account) == (held.Staff, held.Account)) return PairingRefusal.StaffWrong;
            if (await PairVisit.Counting(db.PairVisits).AnyAsync(v => v.Household == household && v.On >= from, stop)) return PairingRefusal.VisitsLater;
            held.Until = from.AddDays(-1);
            var holder = PairStaff.Holder(actor, found, called, account, from, time.GetUtcNow());
            db.PairHolders.Add(holder);
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "pairing.pass", $"pair:{household}", new { found.Number, From = from, Holder = holder.Id });
            return null;
        },
        stop);
}

/// <summary>Ends the pairing of a household with its last day and why: moved away, died out, given to another school. What was recorded stays.</summary>
public sealed class EndPairing(EduAidDbContext db, Work work, AuditTrail trail, BusinessDay day)
{
    public Task<PairingRefusal?> RunAsync(Actor actor, Guid household, DateOnly until, string? reason, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (actor.Held is not { } role || !PairingRights.MayKeep(role)) return (PairingRefusal?)PairingRefusal.NotYourRole;
            if (await db.PairedHouseholds.AsTracking().Include(h => h.Holders).SingleOrDefaultAsync(h => h.Id == household && h.Until == null, stop) is not { } found) return PairingRefusal.NotFound;
            var why = reason?.Trim() ?? "";
            if (why.Length == 0) return PairingRefusal.ReasonMissing;
            if (why.Length > PairedHousehold.LongestText) return PairingRefusal.TextTooLong;
            if (until > day.Today) return PairingRefusal.DayAhead;
            var held = found.Holders.Single(h => h.Until == null);
            if (until < held.From) return PairingRefusal.DayOutside;
            if (await PairVisit.Counting(db.PairVisits).AnyAsync(v => v.Household == household && v.On > until, stop)) return PairingRefusal.VisitsLater;
            (found.Until, found.EndReason, held.Until) = (until, why, until);
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "pairing.end", $"pair:{household}", new { found.Number, Until = until });
            return null;
        },
        stop);
}
