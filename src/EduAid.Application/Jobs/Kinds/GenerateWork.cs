using EduAid.Application.Rosters;
using EduAid.Domain.Values;

namespace EduAid.Application.Jobs.Kinds;

/// <summary>Of <see cref="JobKind.Generate"/>.</summary>
public sealed record GenerateArguments(Semester Semester);

/// <summary>Drafts the rosters of a semester; answers with <see cref="GeneratedProgramme"/>s.</summary>
public sealed class GenerateWork(GenerateRosters generate) : JobWork
{
    public override async Task<JobAnswer> RunAsync(JobRun run, CancellationToken stop) =>
        new((await generate.RunAsync(run.Actor, run.Arguments<GenerateArguments>().Semester, null, stop, run.Progress)).ToList());
}
