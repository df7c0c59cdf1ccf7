using EduAid.Application.Storage;
using EduAid.Domain.Payments.Sampling;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Payments.Arrivals;

/// <summary>A sample with how far it is and what it says of all paid entries.</summary>
/// <param name="Asked">With an outcome, whatever it is.</param>
/// <param name="Errors">Where the money did not arrive as it should.</param>
/// <param name="Estimate">Null until somebody was reached.</param>
public sealed record ArrivalFindings(ArrivalSample Sample, int Asked, int Reached, int Errors, ErrorEstimate? Estimate)
{
    /// <summary>Of samples that were found, by a fixed number of questions.</summary>
    public static async Task<IReadOnlyList<ArrivalFindings>> OfAsync(EduAidDbContext db, IQueryable<ArrivalSample> which, CancellationToken stop)
    {
        var samples = await which.OrderByDescending(s => s.Number).ToListAsync(stop);
        var ids = samples.Select(s => s.Id).ToList();
        var schools = (await db.ArrivalSchools.Where(s => ids.Contains(s.Sample)).ToListAsync(stop)).ToLookup(s => s.Sample);
        var counts = (await db.ArrivalChecks.Where(c => ids.Contains(c.Sample) && c.Outcome != null)
            .GroupBy(c => new { c.Sample, c.School, c.Outcome }).Select(g => new { g.Key.Sample, g.Key.School, g.Key.Outcome, Count = g.Count() }).ToListAsync(stop)).ToLookup(c => c.Sample);
        return
        [
            .. samples.Select(s =>
            {
                var found = counts[s.Id].ToList();
                var reached = found.Where(c => c.Outcome != ArrivalOutcome.NotReached).ToList();
                var wrong = reached.Where(c => c.Outcome != ArrivalOutcome.Arrived).ToList();
                var strata = schools[s.Id].Select(x => new SchoolFindings(
                    x.School, x.Population, reached.Where(c => c.School == x.School).Sum(c => c.Count), wrong.Where(c => c.School == x.School).Sum(c => c.Count))).ToList();
                return new ArrivalFindings(s, found.Sum(c => c.Count), reached.Sum(c => c.Count), wrong.Sum(c => c.Count), ErrorEstimate.Of(strata, s.Confidence));
            }),
        ];
    }
}
