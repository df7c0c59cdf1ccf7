using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.HomeTeaching;

/// <param name="Visit">Its key where it was recorded.</param>
/// <param name="Again">The child has another visit of that day: the two count once.</param>
public sealed record HomeVisitRecorded(HomeTeachingRefusal? Refusal, Guid? Visit = null, bool Again = false);

/// <summary>Records a visit, or puts one right: a teacher the own, the school and the aid centre for a teacher of the child.</summary>
public sealed class RecordHomeVisit(EduAidDbContext db, Work work, AuditTrail trail, BusinessDay day, TimeProvider time)
{
    public Task<HomeVisitRecorded> RunAsync(Actor actor, SentHomeVisit sent, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (actor.Held is not { } role || !HomeTeachingRights.MayRecord(role)) return new HomeVisitRecorded(HomeTeachingRefusal.NotYourRole);
            // Whoever teaches records for nobody else.
            if (db.Scope?.Staff is { } own) sent = sent with { Teacher = own };
            var book = await HomeVisitBook.LoadAsync(db, sent.Child, stop);
            if (book.Judge(sent, day.Today) is { } refusal) return new HomeVisitRecorded(refusal);
            // The numbers go on over the visits of other teachers, which a teacher does not see.
            var last = await db.HomeTeachingVisits.IgnoreQueryFilters([EduAidDbContext.SchoolFilter]).Where(v => v.Child == sent.Child).MaxAsync(v => (int?)v.Number, stop) ?? 0;
            var visit = Add(actor, book.Find(sent.Child)!, sent, last + 1);
            await db.SaveChangesAsync(stop);
            var again = !sent.Withdrawn && book.VisitsOf(sent.Child).Any(v => v.On == sent.On && v.Id != sent.Corrects && !v.Withdrawn && !book.IsCorrected(v));
            return new HomeVisitRecorded(null, visit.Id, again);
        },
        stop);

    /// <summary>Adds a visit that has been judged, within a change that saves it.</summary>
    internal HomeTeachingVisit Add(Actor actor, HomeTaughtChild child, SentHomeVisit sent, int number)
    {
        var now = time.GetUtcNow();
        var visit = new HomeTeachingVisit
        {
            County = db.CountyCode,
            Id = Keys.New(now),
            Child = child.Id,
            Number = number,
            School = child.School,
            Teacher = sent.Teacher!.Value,
            On = sent.On,
            Minutes = sent.Minutes,
            Content = sent.Content!,
            SignedBy = sent.SignedBy,
            Corrects = sent.Corrects,
            Withdrawn = sent.Withdrawn,
            By = actor.Name,
            At = now,
        };
        db.HomeTeachingVisits.Add(visit);
        trail.Record(actor, "home-teaching.visit", $"home-child:{child.Id}", new { visit.Number, visit.On, visit.Minutes, visit.Teacher, Signed = visit.SignedBy is not null, visit.Corrects, visit.Withdrawn });
        return visit;
    }
}
