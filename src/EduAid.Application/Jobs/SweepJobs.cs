using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Jobs;

/// <summary>Throws away ended jobs whose time is over, with the files that they made, in all counties.</summary>
public sealed class SweepJobs(EduAidDbContext db, StoredFiles stored, JobLimits limits, TimeProvider time)
{
    /// <returns>How many went.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var before = time.GetUtcNow().AddDays(-Math.Max(1, limits.KeptDays));
        var over = db.Jobs.IgnoreQueryFilters([EduAidDbContext.CountyFilter]).Where(j => j.EndedAt != null && j.EndedAt < before);
        var ids = await over.Select(j => j.Id).ToListAsync(stop);
        if (ids.Count == 0) return 0;
        // The file first: a file without its job would be found by nobody.
        foreach (var id in ids) stored.Delete(id);
        return await over.Where(j => ids.Contains(j.Id)).ExecuteDeleteAsync(stop);
    }
}
