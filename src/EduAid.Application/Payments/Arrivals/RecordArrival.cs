using EduAid.Application.Audit;
using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Payments.Arrivals;

public enum ArrivalRefusal
{
    NotYourRole = 1,
    NotFound,

    /// <summary>Before the money was sent, or in the future.</summary>
    DayWrong,

    /// <summary>Anything but arrived or not reached has to be described.</summary>
    RemarkMissing,

    /// <summary>Somebody else has recorded it since it was shown.</summary>
    RecordedMeanwhile,
}

/// <summary>What the visit or the call has shown.</summary>
/// <param name="Seen">The version that was on screen.</param>
public sealed record Arrival(int Number, ArrivalOutcome Outcome, ArrivalWay Way, DateOnly On, string? Remark, long Seen);

/// <summary>Notes what was found at one drawn entry; a correction keeps the earlier finding in the trail.</summary>
public sealed class RecordArrival(EduAidDbContext db, Work work, AuditTrail trail, Calendar.BusinessDay day, TimeProvider time)
{
    public const int LongestRemark = 300;

    public Task<ArrivalRefusal?> RunAsync(Actor actor, Guid sample, Arrival arrival, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!PaymentRights.May(actor, PaymentAct.CheckArrival)) return ArrivalRefusal.NotYourRole;
            var check = await db.ArrivalChecks.AsTracking().SingleOrDefaultAsync(c => c.Sample == sample && c.Number == arrival.Number, stop);
            if (check is null || !Enum.IsDefined(arrival.Outcome) || !Enum.IsDefined(arrival.Way)) return ArrivalRefusal.NotFound;
            if (check.Version != arrival.Seen) return ArrivalRefusal.RecordedMeanwhile;
            if (arrival.On > day.Today || arrival.On.Year < 2000) return ArrivalRefusal.DayWrong;
            var remark = string.IsNullOrWhiteSpace(arrival.Remark) ? null : arrival.Remark.Trim();
            if (remark is null && arrival.Outcome is not (ArrivalOutcome.Arrived or ArrivalOutcome.NotReached)) return ArrivalRefusal.RemarkMissing;
            if (remark?.Length > LongestRemark) remark = remark[..LongestRemark];
            var before = check.Outcome;
            check.Record(arrival.Outcome, arrival.Way, arrival.On, remark, actor.Name, time.GetUtcNow());
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "sample.record", $"entry:{check.Entry}", new { Sample = sample, check.Number, Before = before?.ToString(), After = arrival.Outcome.ToString(), Way = arrival.Way.ToString(), arrival.On });
            return (ArrivalRefusal?)null;
        },
        stop);
}
