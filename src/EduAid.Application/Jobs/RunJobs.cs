using System.Data.Common;
using EduAid.Application.Setup;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Application.Jobs;

/// <param name="Fault">What broke it, for the log; the job's page says only that it broke.</param>
public sealed record RanJob(Guid Job, JobKind Kind, Exception? Fault);

/// <summary>
/// Takes jobs and runs them, each in a unit of work of its own, in the scope of who asked. Several nodes share the work: a job is held by who has begun
/// it while they are heard of, and may then be begun again.
/// </summary>
public sealed class RunJobs(IServiceScopeFactory scopes, JobBoard board, JobLimits limits, TimeProvider time)
{
    private readonly JobHold _hold = new(scopes, limits, time);

    /// <summary>Begins the next job that may run. Jobs of one county that change anything wait for each other.</summary>
    /// <returns>Null where there is none.</returns>
    public async Task<Job?> TakeAsync(CancellationToken stop)
    {
        var (open, now) = (await _hold.OpenAsync(stop), time.GetUtcNow());
        var busy = open.Where(j => (JobHold.IsHeld(j, now) || board.Runs(j.Id)) && j.Kind.Changes()).Select(j => j.County).ToHashSet(StringComparer.Ordinal);
        // A change that holds an embedded database keeps its own node from saying that it is still at it.
        foreach (var job in open.Where(j => !JobHold.IsHeld(j, now) && !board.Runs(j.Id)))
        {
            if (job.Kind.Changes() && busy.Contains(job.County)) continue;
            if (await _hold.BeginAsync(job, stop) is { } begun) return begun;
        }
        return null;
    }

    /// <summary>Runs a job that was taken, to its end or until the node stops; then another may take it.</summary>
    public async Task<RanJob> RunAsync(Job job, CancellationToken stop)
    {
        var running = board.Begin(job.Id, stop);
        using var beating = new CancellationTokenSource();
        // Beside the job: an embedded database answers without ever giving way.
        var beat = Task.Run(() => _hold.BeatAsync(job, running, beating.Token), CancellationToken.None);
        Exception? fault = null;
        try
        {
            await DoAsync(job, running);
        }
        catch (JobLostException)
        {
            // It is somebody else's now, and nothing was done here.
        }
        catch (Exception broken)
        {
            var state = running.Why ?? (stop.IsCancellationRequested || IsWorthAnother(broken) ? JobState.Waiting : JobState.Failed);
            if (running.Why is null && !stop.IsCancellationRequested) fault = broken;
            await _hold.LeaveAsync(job, state);
        }
        finally
        {
            await beating.CancelAsync();
            await beat;
            board.End(job.Id);
            // Who waited for this one may run now.
            board.Wake();
        }
        return new(job.Id, job.Kind, fault);
    }

    private async Task DoAsync(Job job, JobBoard.Running running)
    {
        await using var services = new EduAidServices(scopes.CreateAsyncScope());
        var (db, stop) = (services.Db, running.Stopping);
        // Role and scope are looked up as they are now: who no longer holds the role gets nothing done.
        if (await JobHold.ActorAsync(db, job, stop) is not { } actor)
        {
            await _hold.EndAsync(db, job, JobState.RoleEnded, null, stop);
            return;
        }
        var (work, run) = (services.Get<JobWorks>().Of(job.Kind), new JobRun(job, actor, running));
        await work.PrepareAsync(run, stop);
        if (!job.Kind.Changes())
        {
            await EndAsync(await work.RunAsync(run, stop));
            return;
        }
        await services.Work.ChangeAsync(
            async () =>
            {
                var answer = await work.RunAsync(run, stop);
                // The job ends in the transaction of its verb: both have happened, or neither.
                await EndAsync(answer);
                return answer;
            },
            stop);

        async Task EndAsync(JobAnswer answer)
        {
            // Asked once more where nothing has happened yet: the role may have ended since the last note.
            if (await JobHold.ActorAsync(db, job, stop) is null) running.Stop(JobState.RoleEnded);
            stop.ThrowIfCancellationRequested();
            await _hold.EndAsync(db, job, answer.Refused ? JobState.Refused : JobState.Done, answer, stop);
        }
    }

    // A deadlock or a lost connection is nobody's fault; the verb has been taken back whole.
    private static bool IsWorthAnother(Exception broken) => broken is DbException { IsTransient: true } || broken.InnerException is DbException { IsTransient: true };
}
