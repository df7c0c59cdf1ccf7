using EduAid.Application.Intake;
using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Enrolments;

/// <summary>Why the files of a school's list may not be taken in as a whole.</summary>
internal static class ListRefusals
{
    public static async Task<ImportRefusal?> FindAsync<TRow>(
        EduAidDbContext db, ListImport import, FileBatch<TRow> batch, ListKind kind, Func<TRow, string> schoolCode, SchoolRegister schools,
        CancellationToken stop)
        where TRow : class
    {
        foreach (var mends in batch.Files.Select(f => f.Mends).OfType<int>())
            if (!await db.Imports.AnyAsync(i => i.Number == mends && !i.Undone && i.Kind == kind && i.Semester == import.Semester, stop))
                return new ImportRefusal.MendsNothing(mends);
        if (import.OwnSchool is not { } own) return null;
        var other = batch.Files.SelectMany(f => f.Rows).Select(r => r.Value).OfType<TRow>().Select(schoolCode).FirstOrDefault(c => schools[c].Id != own);
        return other is null ? null : new ImportRefusal.OtherSchool(schools[other].Name);
    }
}
