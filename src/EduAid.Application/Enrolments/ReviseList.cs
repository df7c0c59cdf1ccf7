using EduAid.Application.Intake;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Enrolments;

/// <summary>A line that goes on in the next version, renamed where something is given.</summary>
internal sealed record RevisedLine(Enrolment Line, RenamedLine? Renamed);

/// <summary>
/// Makes a version of a school's list by hand: versions are appended, so the corrected one is built on the one before and can be taken back
/// like any import.
/// </summary>
public sealed class ReviseList(EduAidDbContext db, FieldCipher cipher, TimeProvider time)
{
    /// <param name="revise">What becomes of each line; null for one that leaves.</param>
    /// <returns>Rows of the new version.</returns>
    internal async Task<int> RunAsync(SchoolList before, string by, int number, Func<Enrolment, RevisedLine?> revise, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var list = Keys.New(now);
        var lines = await db.Enrolments.Where(e => e.List == before.Id).OrderBy(e => e.Line).ToListAsync(stop);
        var revised = lines.Select(revise).OfType<RevisedLine>()
            .Select((r, i) => EnrolmentForm.Carry(cipher, new(r.Line.County, list, i + 1, r.Line.School, r.Line.Person), r.Line, r.Renamed)).ToList();
        var version = await db.SchoolLists.Where(l => l.Kind == before.Kind && l.Semester == before.Semester && l.School == before.School).MaxAsync(l => l.Version, stop);
        await db.SchoolLists.Where(l => l.Id == before.Id).ExecuteUpdateAsync(s => s.SetProperty(l => l.Current, false), stop);
        db.SchoolLists.Add(new SchoolList
        {
            County = before.County,
            Id = list,
            Kind = before.Kind,
            Semester = before.Semester,
            School = before.School,
            Version = version + 1,
            BuiltOn = before.Id,
            Current = true,
            Rows = revised.Count,
            At = now,
            By = by,
        });
        db.SchoolListImports.Add(new SchoolListImport { County = before.County, List = list, Import = number });
        await db.SaveChangesAsync(stop);
        await db.InsertManyAsync(revised, stop);
        return revised.Count;
    }

    /// <summary>The import that stands for corrections by hand to the lists of one school.</summary>
    internal Import ImportOf(SchoolList list, string by, int number, int rows, int written, int removed) => new()
    {
        County = list.County,
        Number = number,
        Kind = ListKind.Enrolments,
        File = RenamedLine.Sheet,
        Semester = list.Semester,
        School = list.School,
        By = by,
        At = time.GetUtcNow(),
        Rows = rows,
        Accepted = rows,
        Rejected = 0,
        Written = written,
        Removed = removed,
    };
}
