using System.Data.Common;
using EduAid.Application.Jobs;

namespace EduAid.Web.Setup;

/// <summary>Runs jobs beside the pages for as long as the application runs; every node of an installation does.</summary>
public sealed partial class JobWorker(RunJobs jobs, JobBoard board, JobLimits limits, IServiceScopeFactory scopes, TimeProvider time, ILogger<JobWorker> log) : BackgroundService
{
    private static readonly TimeSpan SweptEvery = TimeSpan.FromHours(1);

    private DateTimeOffset _swept = DateTimeOffset.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var free = new SemaphoreSlim(limits.AtOnce);
        var running = new List<Task>();
        try
        {
            while (true)
            {
                await free.WaitAsync(stoppingToken);
                var job = await TakeAsync(stoppingToken);
                if (job is not null) running.Add(Task.Run(() => RunAsync(job, free, stoppingToken), CancellationToken.None));
                else
                {
                    free.Release();
                    await board.WaitForWorkAsync(TimeSpan.FromSeconds(limits.LookSeconds), stoppingToken);
                }
                running.RemoveAll(r => r.IsCompleted);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What has not ended goes back to be begun again, here after the next start or elsewhere.
            await Task.WhenAll(running);
        }
    }

    private async Task<Job?> TakeAsync(CancellationToken stop)
    {
        try
        {
            if (time.GetUtcNow() - _swept > SweptEvery)
            {
                await using var services = scopes.CreateAsyncScope();
                await services.ServiceProvider.GetRequiredService<SweepJobs>().RunAsync(stop);
                _swept = time.GetUtcNow();
            }
            return await jobs.TakeAsync(stop);
        }
        catch (DbException busy)
        {
            // An embedded database that is held by a change, or one that is away: the next look finds the same jobs.
            LookedInVain(busy.GetType().Name);
            return null;
        }
    }

    private async Task RunAsync(Job job, SemaphoreSlim free, CancellationToken stop)
    {
        try
        {
            var ran = await jobs.RunAsync(job, stop);
            if (ran.Fault is { } fault) Broke(fault, ran.Kind, ran.Job);
        }
        catch (DbException fault)
        {
            // Not even leaving it could be noted: it is begun again when its hold is over.
            Broke(fault, job.Kind, job.Id);
        }
        finally
        {
            if (!stop.IsCancellationRequested) free.Release();
        }
    }

    [LoggerMessage(LogLevel.Debug, "No look for jobs: {Fault}")]
    private partial void LookedInVain(string fault);

    [LoggerMessage(LogLevel.Error, "Job {Kind} {Job} broke")]
    private partial void Broke(Exception fault, JobKind kind, Guid job);
}
