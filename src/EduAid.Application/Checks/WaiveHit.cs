using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Checks;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Checks;

/// <summary>Why a hit was not waived, or a waiver not taken back.</summary>
public enum WaiverRefusal
{
    NotYourRole = 1,

    /// <summary>The last run does not point it out any more, or not so.</summary>
    NotFound,

    /// <summary>None, or longer than <see cref="CheckWaiver.LongestReason"/> characters.</summary>
    ReasonMissing,
    WaivedAlready,

    /// <summary>It says of the actor that they did what two people do.</summary>
    OwnHands,
}

/// <summary>排除: says why a hit stands as it is.</summary>
public sealed class WaiveHit(EduAidDbContext db, Work work, AuditTrail trail, TimeProvider time)
{
    /// <param name="hit">Key of the hit.</param>
    public Task<WaiverRefusal?> RunAsync(Actor actor, Guid hit, string? reason, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!ChecksRights.MayWaive(actor)) return WaiverRefusal.NotYourRole;
            if (await db.CheckHits.SingleOrDefaultAsync(h => h.Id == hit, stop) is not { } found) return WaiverRefusal.NotFound;
            if (found.Code == CheckCodes.SameHands && found.Detail.Split('|')[^1].Split(' ').Contains(actor.Name)) return WaiverRefusal.OwnHands;
            var why = reason?.Trim() ?? "";
            if (why.Length is 0 or > CheckWaiver.LongestReason) return WaiverRefusal.ReasonMissing;
            if (await CheckHits.WaiverOf(db, found).AnyAsync(stop)) return WaiverRefusal.WaivedAlready;
            var now = time.GetUtcNow();
            db.CheckWaivers.Add(new CheckWaiver
            {
                County = db.CountyCode,
                Id = Keys.New(now),
                Semester = found.Semester,
                Code = found.Code,
                Subject = found.Subject,
                Detail = found.Detail,
                Person = found.Person,
                Reason = why,
                By = actor.Name,
                At = now,
            });
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "check.waive", found.Subject, new { found.Code, Semester = found.Semester.ToString(), Why = why });
            return (WaiverRefusal?)null;
        },
        stop);
}

/// <summary>Takes a waiver back: the hit stands open again.</summary>
public sealed class TakeBackWaiver(EduAidDbContext db, Work work, AuditTrail trail, TimeProvider time)
{
    public Task<WaiverRefusal?> RunAsync(Actor actor, Guid hit, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!ChecksRights.MayWaive(actor)) return WaiverRefusal.NotYourRole;
            if (await db.CheckHits.SingleOrDefaultAsync(h => h.Id == hit, stop) is not { } found) return WaiverRefusal.NotFound;
            if (await CheckHits.WaiverOf(db, found).AsTracking().FirstOrDefaultAsync(stop) is not { } waiver) return WaiverRefusal.NotFound;
            (waiver.TakenBackBy, waiver.TakenBackAt) = (actor.Name, time.GetUtcNow());
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "check.take-back", found.Subject, new { found.Code, Semester = found.Semester.ToString(), Before = waiver.Reason });
            return (WaiverRefusal?)null;
        },
        stop);
}
