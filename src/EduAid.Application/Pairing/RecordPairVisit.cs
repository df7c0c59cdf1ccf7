using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Pairing;

/// <param name="Visit">Its key where it was recorded.</param>
/// <param name="Again">The household has another visit of that day: the two count once.</param>
public sealed record PairVisitRecorded(PairingRefusal? Refusal, Guid? Visit = null, bool Again = false);

/// <summary>Records a visit, or puts one right: for whoever had the household on its day, a teacher the own, the school and the aid centre for all of theirs.</summary>
public sealed class RecordPairVisit(EduAidDbContext db, Work work, AuditTrail trail, BusinessDay day, TimeProvider time)
{
    public Task<PairVisitRecorded> RunAsync(Actor actor, SentPairVisit sent, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (actor.Held is not { } role || !PairingRights.MayRecord(role)) return new PairVisitRecorded(PairingRefusal.NotYourRole);
            var book = await PairVisitBook.LoadAsync(db, sent.Household, stop);
            if (book.Judge(sent, day.Today) is { } refusal) return new PairVisitRecorded(refusal);
            // The numbers go on over visits of days that a teacher does not see.
            var last = await db.PairVisits.IgnoreQueryFilters([EduAidDbContext.PairFilter]).Where(v => v.Household == sent.Household).MaxAsync(v => (int?)v.Number, stop) ?? 0;
            var visit = Add(actor, book.Find(sent.Household)!, sent, last + 1);
            await db.SaveChangesAsync(stop);
            var again = !sent.Withdrawn && book.VisitsOf(sent.Household).Any(v => v.On == sent.On && v.Id != sent.Corrects && !v.Withdrawn && !book.IsCorrected(v));
            return new PairVisitRecorded(null, visit.Id, again);
        },
        stop);

    /// <summary>Adds a visit that has been judged, within a change that saves it.</summary>
    internal PairVisit Add(Actor actor, PairedHousehold household, SentPairVisit sent, int number)
    {
        var now = time.GetUtcNow();
        var visit = new PairVisit
        {
            County = db.CountyCode,
            Id = Keys.New(now),
            Household = household.Id,
            Number = number,
            School = household.School,
            Holder = household.HolderOn(sent.On)!.Id,
            On = sent.On,
            Content = sent.Content!,
            Needs = sent.Needs,
            Corrects = sent.Corrects,
            Withdrawn = sent.Withdrawn,
            By = actor.Name,
            At = now,
        };
        db.PairVisits.Add(visit);
        trail.Record(actor, "pairing.visit", $"pair:{household.Id}", new { visit.Number, visit.On, visit.Holder, visit.Corrects, visit.Withdrawn });
        return visit;
    }
}
