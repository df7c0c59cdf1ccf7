using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Accounts;

/// <summary>A teacher who can be named.</summary>
/// <param name="Account">Key of the account.</param>
public sealed record TeacherChoice(Guid Account, string Name, SchoolId School);

/// <summary>The teachers with an account, by the schools at which they hold the role.</summary>
public sealed class TeachersOfSchools(EduAidDbContext db)
{
    /// <summary>The teachers of the schools within the scope, by name.</summary>
    /// <param name="of">One school only, or null for all.</param>
    public async Task<IReadOnlyList<TeacherChoice>> ChoicesAsync(SchoolId? of, CancellationToken stop)
    {
        var (county, all, schools) = (db.CountyCode, db.Scope!.Schools is null, db.Scope.Schools ?? []);
        var held = db.Assignments.Where(a => a.County == county && a.Role == Role.Teacher && a.School != null && (all || schools.Contains(a.School.Value)) && (of == null || a.School == of));
        return await held.Join(db.Users, a => a.User, u => u.Id, (a, u) => new { u.Id, u.UserName, u.DisplayName, a.School })
            .OrderBy(t => t.DisplayName).ThenBy(t => t.UserName).Select(t => new TeacherChoice(t.Id, t.DisplayName, t.School!.Value)).ToListAsync(stop);
    }

    internal Task<bool> TeachesAtAsync(Guid teacher, SchoolId school, CancellationToken stop)
    {
        var county = db.CountyCode;
        return db.Assignments.AnyAsync(a => a.County == county && a.User == teacher && a.Role == Role.Teacher && a.School == school, stop);
    }
}
