using EduAid.Application.Audit;
using EduAid.Application.Jobs.Kinds;
using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Jobs;

/// <summary>Hands out the workbook that a job has made, to who asked for it and in the role in which they did; each time is in the trail.</summary>
public sealed class TakeJobFile(EduAidDbContext db, Work work, StoredFiles stored)
{
    /// <param name="inFull">Whether they may have IDs and cards in full now; when they asked they may have been somebody else.</param>
    /// <returns>Null where there is no such file, or it is not theirs.</returns>
    public async Task<(string Name, byte[] Content)?> RunAsync(Actor actor, JobAsker asker, Guid id, bool inFull, CancellationToken stop)
    {
        var job = await db.Jobs.SingleOrDefaultAsync(
            j => j.Id == id && j.User == asker.User && j.Assignment == asker.Assignment && j.Kind == JobKind.Export && j.State == JobState.Done, stop);
        if (job?.FileName is not { } name) return null;
        var made = JobJson.Read<ExportArguments>(job.Arguments);
        if (!made.Masked && !inFull) return null;
        // A school that has left the scope since would be in it still.
        if (made.School is { } school && db.Scope?.Covers(school) != true) return null;
        if (await stored.ReadAsync(id, stop) is not { } content) return null;
        await work.RecordAsync(actor, "rosters.download", $"semester:{made.Semester}", new { made.Programme, School = made.School?.Value, Values = made.Masked ? "masked" : "full", Job = id }, stop);
        return (name, content);
    }
}
