using EduAid.Application.Enrolments;
using EduAid.Application.Intake;
using EduAid.Application.Policies;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Jobs;

/// <summary>Whether work is so long that it becomes a job.</summary>
public sealed class JobSizes(EduAidDbContext db, JobLimits limits)
{
    /// <summary>Reading what was sent.</summary>
    public bool IsLongToRead(IEnumerable<UploadedFile> files) => files.Sum(f => (long)f.Content.Length) > limits.PreviewBytes;

    /// <summary>Taking an upload in.</summary>
    public bool IsLongToAccept(UploadPreview preview) => preview.Rows.Count > limits.AcceptRows;

    /// <summary>The rules over all lists of a semester.</summary>
    public async Task<bool> IsLongToJudgeAsync(Semester semester, CancellationToken stop) =>
        await db.SchoolLists.Where(l => l.Current && l.Semester == semester).SumAsync(l => (long)l.Rows, stop) > limits.ListRows;

    /// <summary>The rules over the last lists, as an effect or a forecast asks them.</summary>
    public async Task<bool> IsLongToJudgeAgainAsync(CancellationToken stop) =>
        await PolicyEffects.Recent(db.SchoolLists).Take(1).ToListAsync(stop) is [var latest] && await IsLongToJudgeAsync(latest, stop);

    /// <summary>A workbook or an archive of a programme, as far as the scope reaches.</summary>
    public async Task<bool> IsLongToWriteAsync(Semester semester, string programme, CancellationToken stop) =>
        await db.Rosters.Where(r => r.Semester == semester && r.Programme == programme).SumAsync(r => (long)r.Entries, stop) > limits.Entries;
}
