using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Storage;
using EduAid.Domain.HomeTeaching;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.HomeTeaching;

/// <summary>Writes down from when on another disability, level or plan holds. The earlier ones stay.</summary>
public sealed class ReviseChild(EduAidDbContext db, Work work, AuditTrail trail, BusinessDay day, TimeProvider time)
{
    public Task<HomeTeachingRefusal?> RunAsync(Actor actor, Guid child, DateOnly from, DisabilityKind? kind, DisabilityLevel? level, string? plan, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (actor.Held is not { } role || !HomeTeachingRights.MayKeep(role)) return (HomeTeachingRefusal?)HomeTeachingRefusal.NotYourRole;
            if (await db.HomeTaughtChildren.Include(c => c.Facts).SingleOrDefaultAsync(c => c.Id == child, stop) is not { } found) return HomeTeachingRefusal.NotFound;
            if (from > day.Today) return HomeTeachingRefusal.DayAhead;
            if (!found.Span.Covers(from)) return HomeTeachingRefusal.DayOutside;
            if (kind is not { } why || !Enum.IsDefined(why) || level is not { } how || !Enum.IsDefined(how)) return HomeTeachingRefusal.KindMissing;
            var text = plan?.Trim() ?? "";
            if (text.Length == 0) return HomeTeachingRefusal.PlanMissing;
            if (text.Length > HomeTaughtChild.LongestText) return HomeTeachingRefusal.TextTooLong;
            // Nothing changed means nothing written.
            if (HomeTeachingFact.On(found.Facts, from) is { } held && (held.Kind, held.Level, held.Plan) == (why, how, text)) return null;
            db.HomeTeachingFacts.Add(new HomeTeachingFact
            {
                County = db.CountyCode,
                Child = child,
                Number = found.Facts.Max(f => f.Number) + 1,
                School = found.School,
                From = from,
                Kind = why,
                Level = how,
                Plan = text,
                By = actor.Name,
                At = time.GetUtcNow(),
            });
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "home-teaching.revise", $"home-child:{child}", new { found.Number, From = from, Kind = $"{why}", Level = $"{how}" });
            return null;
        },
        stop);
}

/// <summary>Ends a child's stay with its last day and why: back at school, moved, grown up, died. What was recorded stays.</summary>
public sealed class EndHomeTeaching(EduAidDbContext db, Work work, AuditTrail trail, BusinessDay day)
{
    public Task<HomeTeachingRefusal?> RunAsync(Actor actor, Guid child, DateOnly until, string? reason, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (actor.Held is not { } role || !HomeTeachingRights.MayKeep(role)) return (HomeTeachingRefusal?)HomeTeachingRefusal.NotYourRole;
            if (await db.HomeTaughtChildren.AsTracking().SingleOrDefaultAsync(c => c.Id == child && c.Until == null, stop) is not { } found) return HomeTeachingRefusal.NotFound;
            var why = reason?.Trim() ?? "";
            if (why.Length == 0) return HomeTeachingRefusal.ReasonMissing;
            if (why.Length > HomeTaughtChild.LongestText) return HomeTeachingRefusal.TextTooLong;
            if (until > day.Today) return HomeTeachingRefusal.DayAhead;
            if (until < found.From) return HomeTeachingRefusal.DayOutside;
            if (await HomeTeachingVisit.Counting(db.HomeTeachingVisits).AnyAsync(v => v.Child == child && v.On > until, stop)) return HomeTeachingRefusal.VisitsLater;
            (found.Until, found.EndReason) = (until, why);
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "home-teaching.end", $"home-child:{child}", new { found.Number, Until = until });
            return null;
        },
        stop);
}
