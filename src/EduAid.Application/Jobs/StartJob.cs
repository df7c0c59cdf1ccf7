using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Jobs;

/// <summary>Who asks for a job: it will run in that role's scope and be theirs alone.</summary>
/// <param name="Assignment">The role in which they work now.</param>
public sealed record JobAsker(Guid User, Guid Assignment, string Origin);

/// <summary>
/// Puts a job where the next free node finds it. It waits for no change of the county, and records no event: what the job does, its verb records.
/// </summary>
public sealed class StartJob(EduAidDbContext db, JobBoard board, TimeProvider time)
{
    /// <returns>The job; the one that waits or runs already where the same is asked for twice.</returns>
    public async Task<Guid> RunAsync<T>(JobAsker asker, JobKind kind, string subject, T arguments, CancellationToken stop)
    {
        var written = JobJson.Write(arguments);
        var same = await db.Jobs.Where(j => j.User == asker.User && j.Assignment == asker.Assignment && j.Kind == kind && j.Subject == subject && j.Arguments == written
            && (j.State == JobState.Waiting || j.State == JobState.Running) && !j.StopAsked).Select(j => (Guid?)j.Id).FirstOrDefaultAsync(stop);
        if (same is { } running) return running;
        var now = time.GetUtcNow();
        var job = new Job
        {
            County = db.CountyCode,
            Id = Keys.New(now),
            Kind = kind,
            Subject = subject,
            Arguments = written,
            User = asker.User,
            Assignment = asker.Assignment,
            Origin = asker.Origin,
            AskedAt = now,
        };
        db.Jobs.Add(job);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
        board.Wake();
        return job.Id;
    }
}
