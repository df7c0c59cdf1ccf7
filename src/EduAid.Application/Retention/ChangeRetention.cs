using EduAid.Application.Audit;
using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Retention;

/// <summary>Sets how long a kind of data is kept. Nothing goes by it: that is <see cref="ApplyRetention"/>.</summary>
public sealed class ChangeRetention(EduAidDbContext db, CountyScope scope, Work work, AuditTrail trail)
{
    /// <returns>False where the period is shorter than the law or longer than a century.</returns>
    public Task<bool> RunAsync(Actor actor, RetentionKind kind, int months, CancellationToken stop)
    {
        if (!Enum.IsDefined(kind) || months < RetentionPeriods.Shortest(kind) || months > RetentionPeriods.Longest) return Task.FromResult(false);
        return scope.RunAsync(() => work.ChangeAsync(
            async () =>
            {
                var before = (await RetentionPeriods.LoadAsync(db, stop))[kind];
                if (before == months) return true;
                var periods = db.Set<RetentionPeriod>();
                if (await periods.Where(p => p.Kind == kind).ExecuteUpdateAsync(s => s.SetProperty(p => p.Months, months), stop) == 0)
                {
                    periods.Add(new RetentionPeriod { County = db.CountyCode, Kind = kind, Months = months });
                    await db.SaveChangesAsync(stop);
                }
                trail.Record(actor, "retention.change", $"retention:{kind}", new { Before = before, After = months });
                return true;
            },
            stop));
    }
}
