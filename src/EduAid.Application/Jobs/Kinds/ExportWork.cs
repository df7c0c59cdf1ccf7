using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;

namespace EduAid.Application.Jobs.Kinds;

/// <summary>Of <see cref="JobKind.Export"/>.</summary>
/// <param name="School">One school; null for all in the scope.</param>
/// <param name="Masked">IDs and cards masked.</param>
/// <param name="Title">Name of the workbook.</param>
public sealed record ExportArguments(Semester Semester, string Programme, SchoolId? School, bool Masked, string Title);

/// <summary>Writes the workbook of a programme into the job's stored file.</summary>
public sealed class ExportWork(ExportRosters export, StoredFiles stored) : JobWork
{
    public override async Task<JobAnswer> RunAsync(JobRun run, CancellationToken stop)
    {
        var (semester, code, school, masked, title) = run.Arguments<ExportArguments>();
        using var output = new MemoryStream();
        await export.RunAsync(run.Actor, semester, Programme.Find(code)!, school, output, stop, masked, run.Progress);
        await stored.SaveAsync(run.Job.Id, output.ToArray(), stop);
        return new(null, FileName: title + ".xlsx");
    }
}
