using EduAid.Application.Checks;
using EduAid.Domain.Values;

namespace EduAid.Application.Jobs.Kinds;

/// <summary>Of <see cref="JobKind.Check"/>.</summary>
public sealed record CheckArguments(Semester Semester);

/// <summary>Runs the checks of a semester; answers with <see cref="RanCheck"/>s.</summary>
public sealed class CheckWork(RunChecks checks) : JobWork
{
    public override async Task<JobAnswer> RunAsync(JobRun run, CancellationToken stop)
    {
        var ran = await checks.RunAsync(run.Actor, run.Arguments<CheckArguments>().Semester, stop);
        return new(ran?.ToList(), Refused: ran is null);
    }
}
