using EduAid.Application.Storage;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Lists;

/// <param name="OutsideCounty">Nobody waits for its list.</param>
public sealed record SchoolOfSemester(SchoolId Id, string Code, string Name, string Township, SchoolKind Kind, bool OutsideCounty);

/// <summary>The schools as they are in a semester, with one query.</summary>
internal static class SchoolsOfSemester
{
    /// <param name="only">One school, or null for all of the county.</param>
    public static async Task<IReadOnlyList<SchoolOfSemester>> LoadAsync(EduAidDbContext db, Semester semester, SchoolId? only, CancellationToken stop)
    {
        var versions = db.SchoolVersions.Where(v => !v.Undone && v.From <= semester);
        if (only is { } school) versions = versions.Where(v => v.School == school);
        var rows = await versions.Join(db.Schools, v => v.School, s => s.Id, (v, s) => new { Version = v, s.Code }).ToListAsync(stop);
        return [.. rows.GroupBy(r => r.Version.School).Select(g => g.OrderBy(r => r.Version.From).ThenBy(r => r.Version.Import).Last())
            .Select(r => new SchoolOfSemester(r.Version.School, r.Code, r.Version.Name, r.Version.Township, r.Version.Kind, r.Version.OutsideCounty))];
    }
}
