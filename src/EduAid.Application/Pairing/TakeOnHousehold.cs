using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Registrations;
using EduAid.Application.Storage;
using EduAid.Domain.Duties;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Pairing;

/// <param name="Household">户编号, or the citizen ID of a member.</param>
/// <param name="Head">Name of the head, as the registered list has it.</param>
/// <param name="Staff">Name; may be blank where there is an account.</param>
/// <param name="Account">Key of a teacher's account; null for somebody who has none.</param>
public sealed record SentPair(string? Household, string? Head, SchoolId? School, string? Staff, Guid? Account, DateOnly From);

/// <param name="Household">Key of the paired household where it was taken on.</param>
public sealed record PairTakenOn(PairingRefusal? Refusal, Guid? Household = null);

/// <summary>Pairs a registered household with somebody of a school's staff.</summary>
public sealed class TakeOnHousehold(EduAidDbContext db, RegisteredHouseholds registered, PairStaff staff, Work work, AuditTrail trail, BusinessDay day, TimeProvider time)
{
    public Task<PairTakenOn> RunAsync(Actor actor, SentPair sent, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (actor.Held is not { } role || !PairingRights.MayKeep(role)) return new PairTakenOn(PairingRefusal.NotYourRole);
            if (sent.School is not { } school || !db.Scope!.Covers(school) || !await db.Schools.AnyAsync(s => s.Id == school, stop)) return new PairTakenOn(PairingRefusal.SchoolMissing);
            if (sent.From > day.Today) return new PairTakenOn(PairingRefusal.DayAhead);
            if (sent.From < PairedHousehold.Earliest) return new PairTakenOn(PairingRefusal.DayOutside);
            if (await registered.FindAsync(sent.Household, sent.Head, sent.From, stop) is not { } row) return new PairTakenOn(PairingRefusal.HouseholdUnknown);
            var (refusal, name) = await staff.NameAsync(school, sent.Staff, sent.Account, stop);
            if (refusal is not null) return new PairTakenOn(refusal);
            // Another school may have the household: who it is is not told, only that there is somebody.
            var stays = await db.PairedHouseholds.IgnoreQueryFilters([EduAidDbContext.PairFilter]).Where(h => h.Household == row.HouseholdNumber).ToListAsync(stop);
            if (stays.Exists(h => h.Span.Meets(new DutySpan(sent.From, null)))) return new PairTakenOn(PairingRefusal.AlreadyPaired);
            var household = await AddAsync(actor, sent, row, name, stop);
            trail.Record(actor, "pairing.take-on", $"pair:{household.Id}", new { household.Number, School = school.Value, household.From, Holder = household.Holders[0].Id });
            return new PairTakenOn(null, household.Id);
        },
        stop);

    private async Task<PairedHousehold> AddAsync(Actor actor, SentPair sent, Registration registered, string name, CancellationToken stop)
    {
        var last = await db.PairedHouseholds.IgnoreQueryFilters([EduAidDbContext.PairFilter]).MaxAsync(h => (int?)h.Number, stop) ?? 0;
        var now = time.GetUtcNow();
        var household = new PairedHousehold
        {
            County = db.CountyCode,
            Id = Keys.New(now),
            Number = last + 1,
            School = sent.School!.Value,
            Household = registered.HouseholdNumber,
            Person = registered.Person,
            Head = registered.Head,
            Township = registered.Township,
            Village = registered.Village,
            From = sent.From,
            By = actor.Name,
            At = now,
        };
        household.Holders.Add(PairStaff.Holder(actor, household, name, sent.Account, sent.From, now));
        db.PairedHouseholds.Add(household);
        await db.SaveChangesAsync(stop);
        return household;
    }
}
