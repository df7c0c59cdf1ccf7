using System.Data.Common;
using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Application.Jobs;

/// <summary>
/// The row of a job that somebody has begun: taken, kept while they are heard of, ended by the last who has begun it and by nobody else.
/// </summary>
internal sealed class JobHold(IServiceScopeFactory scopes, JobLimits limits, TimeProvider time)
{
    // So long a note waits for an embedded database that is held by a change; the next note says the same.
    private const int NoteSeconds = 2;

    public static bool IsHeld(Job job, DateTimeOffset now) => job.State == JobState.Running && job.HeldUntil > now;

    /// <summary>Jobs that have not ended, of all counties, as they were asked for.</summary>
    public async Task<List<Job>> OpenAsync(CancellationToken stop)
    {
        await using var services = Services();
        return await All(services.Db).Where(j => j.State == JobState.Waiting || j.State == JobState.Running).OrderBy(j => j.AskedAt).ThenBy(j => j.Id).ToListAsync(stop);
    }

    /// <summary>Begins a job that nobody holds; null where somebody was quicker, or where it has failed too often to be begun again.</summary>
    public async Task<Job?> BeginAsync(Job job, CancellationToken stop)
    {
        await using var services = Services();
        var (db, now) = (services.Db, time.GetUtcNow());
        var seen = All(db).Where(j => j.County == job.County && j.Id == job.Id && j.Attempt == job.Attempt && j.State == job.State);
        if (job.Attempt >= limits.Attempts || job.StopAsked)
        {
            var state = job.StopAsked ? JobState.Cancelled : JobState.Failed;
            await seen.ExecuteUpdateAsync(s => s.SetProperty(j => j.State, state).SetProperty(j => j.EndedAt, now), stop);
            return null;
        }
        var (until, next) = (now + limits.Held, job.Attempt + 1);
        var begun = await seen.ExecuteUpdateAsync(
            s => s.SetProperty(j => j.State, JobState.Running).SetProperty(j => j.Attempt, next).SetProperty(j => j.HeldUntil, until)
                .SetProperty(j => j.StartedAt, now).SetProperty(j => j.Phase, (JobPhase?)null).SetProperty(j => j.Done, 0).SetProperty(j => j.Total, 0),
            stop);
        return begun == 0 ? null : await All(db).SingleAsync(j => j.County == job.County && j.Id == job.Id, stop);
    }

    /// <summary>Says every few moments that the job is still at work and how far, and stops it where it is to be stopped.</summary>
    public async Task BeatAsync(Job job, JobBoard.Running running, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                await Task.Delay(limits.Beat, stop);
                if (await NoteAsync(job, running.Step, stop) is { } why) running.Stop(why);
            }
        }
        catch (OperationCanceledException)
        {
            // The job has ended.
        }
    }

    /// <summary>Whose role it is, if they still hold it and may still sign in.</summary>
    public static async Task<Actor?> ActorAsync(EduAidDbContext db, Job job, CancellationToken stop)
    {
        var held = await Holders(db, job).SingleOrDefaultAsync(stop);
        if (held is null || await AssignmentScope.OfAsync(db, held.Assignment, stop) is not { } scope) return null;
        db.Scope = scope;
        return new(held.User.UserName!, held.Assignment.Role.ToString(), job.Origin);
    }

    /// <summary>Ends the job in the caller's transaction, where there is one.</summary>
    /// <exception cref="JobLostException">Somebody else has begun it again.</exception>
    public async Task EndAsync(EduAidDbContext db, Job job, JobState state, JobAnswer? answer, CancellationToken stop)
    {
        var written = answer?.Value is { } value ? JobJson.Write(value, value.GetType()) : null;
        var (file, now) = (answer?.FileName, time.GetUtcNow());
        var ended = await Own(db, job).ExecuteUpdateAsync(
            s => s.SetProperty(j => j.State, state).SetProperty(j => j.EndedAt, now).SetProperty(j => j.Answer, written).SetProperty(j => j.FileName, file), stop);
        if (ended == 0) throw new JobLostException();
    }

    /// <summary>Gives a job back that has come to no end here: to be begun again, or ended without an answer.</summary>
    public async Task LeaveAsync(Job job, JobState state)
    {
        await using var services = Services();
        var (now, waits) = (time.GetUtcNow(), state == JobState.Waiting);
        // Whoever stops the node stops this too late: the job would wait until its hold is over.
        await Own(services.Db, job).ExecuteUpdateAsync(
            s => s.SetProperty(j => j.State, state).SetProperty(j => j.HeldUntil, (DateTimeOffset?)null).SetProperty(j => j.EndedAt, waits ? null : now), CancellationToken.None);
    }

    /// <returns>Why the job is to stop; null where it is not.</returns>
    private async Task<JobState?> NoteAsync(Job job, JobStep? step, CancellationToken stop)
    {
        await using var services = Services();
        var db = services.Db;
        db.Database.SetCommandTimeout(NoteSeconds);
        try
        {
            if (!await Holders(db, job).AnyAsync(stop)) return JobState.RoleEnded;
            if (await Own(db, job).AnyAsync(j => j.StopAsked, stop)) return JobState.Cancelled;
            var until = time.GetUtcNow() + limits.Held;
            var (phase, done, total) = (step?.Phase, step?.Done ?? 0, step?.Total ?? 0);
            await Own(db, job).ExecuteUpdateAsync(
                s => s.SetProperty(j => j.HeldUntil, until).SetProperty(j => j.Phase, phase).SetProperty(j => j.Done, done).SetProperty(j => j.Total, total), stop);
        }
        catch (Exception busy) when (busy is DbException or InvalidOperationException or TimeoutException)
        {
            // The job's own change holds the database, or it is away for a moment: neither ends the job. Ending it asks again whose it is.
        }
        return null;
    }

    private static IQueryable<Holder> Holders(EduAidDbContext db, Job job) =>
        from assignment in db.Assignments
        join user in db.Users on assignment.User equals user.Id
        where assignment.Id == job.Assignment && user.Id == job.User && assignment.County == job.County
            && (user.LockoutEnd == null || user.LockoutEnd < User.UntilUnlocked)
        select new Holder { Assignment = assignment, User = user };

    private static IQueryable<Job> All(EduAidDbContext db) => db.Jobs.IgnoreQueryFilters([EduAidDbContext.CountyFilter]);

    private static IQueryable<Job> Own(EduAidDbContext db, Job job) =>
        All(db).Where(j => j.County == job.County && j.Id == job.Id && j.Attempt == job.Attempt && j.State == JobState.Running);

    private EduAidServices Services() => new(scopes.CreateAsyncScope());

    private sealed class Holder
    {
        public required Assignment Assignment { get; init; }

        public required User User { get; init; }
    }
}

/// <summary>A job was begun again by somebody else while this node was not heard of; what was done here is taken back.</summary>
public sealed class JobLostException() : Exception("Somebody else has begun the job again.");
