using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Jobs;

/// <summary>Stops a job of one's own. A job that changes anything is one transaction, so that nothing of it will have happened.</summary>
public sealed class StopJob(EduAidDbContext db, JobBoard board, TimeProvider time)
{
    /// <returns>Whether there was such a job that had not ended.</returns>
    public async Task<bool> RunAsync(Guid user, Guid id, CancellationToken stop)
    {
        var own = db.Jobs.Where(j => j.Id == id && j.User == user);
        if (!await own.AnyAsync(j => j.State == JobState.Waiting || j.State == JobState.Running, stop)) return false;
        // One that runs here is told so at once: the database may be held by its own change.
        if (board.Stop(id)) return true;
        var now = time.GetUtcNow();
        var waiting = await own.Where(j => j.State == JobState.Waiting)
            .ExecuteUpdateAsync(s => s.SetProperty(j => j.State, JobState.Cancelled).SetProperty(j => j.EndedAt, now), stop);
        if (waiting > 0) return true;
        return await own.Where(j => j.State == JobState.Running).ExecuteUpdateAsync(s => s.SetProperty(j => j.StopAsked, true), stop) > 0;
    }
}
