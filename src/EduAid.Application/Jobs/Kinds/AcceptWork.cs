using EduAid.Application.Enrolments;
using EduAid.Application.Intake;
using EduAid.Domain.Values;

namespace EduAid.Application.Jobs.Kinds;

/// <summary>Of <see cref="JobKind.Accept"/>: an <see cref="Acceptance"/> of an upload.</summary>
public sealed record AcceptArguments(Guid Upload, string? Seen, ListMode? Mode, Semester? From);

/// <summary>Counts are rows, over all files.</summary>
public sealed record AcceptAnswer(IReadOnlyList<int> Numbers, int Written, int Unchanged, int Removed, int Rejected, AcceptRefusal? Refusal)
{
    public static AcceptAnswer Of(AcceptOutcome outcome)
    {
        var taken = outcome.Reports.Where(r => r.Number is not null).ToList();
        return new([.. taken.Select(r => r.Number!.Value)], taken.Sum(r => r.Written), taken.Sum(r => r.Unchanged), taken.Sum(r => r.Removed),
            outcome.Reports.Sum(r => r.Rejected), outcome.Refusal);
    }
}

/// <summary>Takes an upload in.</summary>
public sealed class AcceptWork(PreviewUpload preview, AcceptUpload accept) : JobWork
{
    // A node that has not read the files yet reads them before it makes others wait.
    public override async Task PrepareAsync(JobRun run, CancellationToken stop) => await preview.RunAsync(run.Arguments<AcceptArguments>().Upload, stop, run.Progress);

    public override async Task<JobAnswer> RunAsync(JobRun run, CancellationToken stop)
    {
        var (upload, seen, mode, from) = run.Arguments<AcceptArguments>();
        var outcome = await accept.RunAsync(run.Actor, upload, new(seen, mode, from), stop, run.Progress);
        return new(AcceptAnswer.Of(outcome), Refused: outcome.Refusal is not null);
    }
}
