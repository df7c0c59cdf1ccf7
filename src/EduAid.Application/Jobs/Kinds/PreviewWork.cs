using EduAid.Application.Intake;

namespace EduAid.Application.Jobs.Kinds;

/// <summary>Of <see cref="JobKind.Preview"/>.</summary>
public sealed record PreviewArguments(Guid Upload);

/// <summary>Reads an upload and puts what accepting it would do where its page finds it.</summary>
public sealed class PreviewWork(PreviewUpload preview) : JobWork
{
    public override async Task<JobAnswer> RunAsync(JobRun run, CancellationToken stop)
    {
        var shown = await preview.RunAsync(run.Arguments<PreviewArguments>().Upload, stop, run.Progress);
        return new(new PreviewAnswer(shown?.Preview.Rows.Count), Refused: shown is null);
    }
}

/// <param name="Rows">Null where the upload is no longer there.</param>
public sealed record PreviewAnswer(int? Rows);
