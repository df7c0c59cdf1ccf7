using System.Collections.Concurrent;

namespace EduAid.Application.Jobs;

/// <summary>
/// What this node knows of its jobs without asking the database: how far they have come, how to stop them, that there is work. On an embedded database
/// nothing can be written while a change is open, and so nobody could read there how far it is.
/// </summary>
public sealed class JobBoard : IDisposable
{
    private readonly ConcurrentDictionary<Guid, Running> _running = new();
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> _awaited = new();
    private readonly SemaphoreSlim _work = new(0);

    /// <summary>How far a job that runs here has come; null for any other.</summary>
    public JobStep? StepOf(Guid job) => _running.TryGetValue(job, out var running) ? running.Step : null;

    /// <summary>Whether a job runs here, whatever the database says of its hold.</summary>
    public bool Runs(Guid job) => _running.ContainsKey(job);

    /// <summary>How far a job has come: as this node knows, else as it was last noted; null while nothing is.</summary>
    public JobStep? StepOf(Job job) => StepOf(job.Id) ?? (job.Phase is { } phase ? new JobStep(phase, job.Done, job.Total) : null);

    /// <summary>Stops a job that runs here; nothing of it will have happened.</summary>
    /// <returns>False where it does not run here.</returns>
    public bool Stop(Guid job)
    {
        if (!_running.TryGetValue(job, out var running)) return false;
        running.Stop(JobState.Cancelled);
        return true;
    }

    /// <summary>There is work.</summary>
    public void Wake() => _work.Release();

    /// <summary>Waits until there is work, or for so long.</summary>
    public async Task WaitForWorkAsync(TimeSpan longest, CancellationToken stop)
    {
        await _work.WaitAsync(longest, stop);
        // However many have called meanwhile: one look finds them all.
        while (await _work.WaitAsync(TimeSpan.Zero, stop)) continue;
    }

    /// <summary>Waits a moment for a job to end here.</summary>
    public async Task WaitForAsync(Guid job, TimeSpan longest, CancellationToken stop)
    {
        var ended = _awaited.GetOrAdd(job, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        await Task.WhenAny(ended.Task, Task.Delay(longest, stop));
        _awaited.TryRemove(job, out _);
    }

    public void Dispose() => _work.Dispose();

    internal Running Begin(Guid job, CancellationToken stop) => _running[job] = new Running(stop);

    internal void End(Guid job)
    {
        if (_running.TryRemove(job, out var running)) running.Dispose();
        if (_awaited.TryGetValue(job, out var ended)) ended.TrySetResult();
    }

    /// <summary>A job that runs here.</summary>
    internal sealed class Running(CancellationToken stop) : IProgress<JobStep>, IDisposable
    {
        private readonly CancellationTokenSource _stopping = CancellationTokenSource.CreateLinkedTokenSource(stop);
        private readonly Lock _gate = new();
        private JobStep? _step;
        private bool _ended;

        public CancellationToken Stopping => _stopping.Token;

        public JobStep? Step
        {
            get
            {
                lock (_gate) return _step;
            }
        }

        /// <summary>Why it was stopped; null where it was not, or the node itself stops.</summary>
        public JobState? Why { get; private set; }

        public void Report(JobStep value)
        {
            // A verb that writes many rows at once has no other moment at which it could be stopped.
            Stopping.ThrowIfCancellationRequested();
            lock (_gate) _step = value;
        }

        public void Stop(JobState why)
        {
            lock (_gate)
            {
                if (_ended || _stopping.IsCancellationRequested) return;
                Why = why;
                _stopping.Cancel();
            }
        }

        public void Dispose()
        {
            lock (_gate) _ended = true;
            _stopping.Dispose();
        }
    }
}
