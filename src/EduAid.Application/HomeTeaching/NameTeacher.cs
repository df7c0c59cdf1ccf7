using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Duties;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.HomeTeaching;

/// <summary>A teacher who can be named.</summary>
/// <param name="Account">Key of the account.</param>
public sealed record TeacherChoice(Guid Account, string Name, SchoolId School);

/// <summary>Gives a child a teacher from a day on. A child may have several.</summary>
public sealed class NameTeacher(EduAidDbContext db, Work work, AuditTrail trail, TimeProvider time)
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

    public Task<HomeTeachingRefusal?> RunAsync(Actor actor, Guid child, Guid teacher, DateOnly from, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (actor.Held is not { } role || !HomeTeachingRights.MayKeep(role)) return (HomeTeachingRefusal?)HomeTeachingRefusal.NotYourRole;
            if (await db.HomeTaughtChildren.Include(c => c.Teachers).SingleOrDefaultAsync(c => c.Id == child, stop) is not { } found) return HomeTeachingRefusal.NotFound;
            if (!found.Span.Covers(from)) return HomeTeachingRefusal.DayOutside;
            var name = await db.Users.Where(u => u.Id == teacher).Select(u => u.DisplayName).SingleOrDefaultAsync(stop);
            if (name is null || !await TeachesAtAsync(teacher, found.School, stop) || found.Teachers.Exists(t => t.Teacher == teacher && t.Span.Meets(new(from, null)))) return HomeTeachingRefusal.TeacherWrong;
            db.HomeTeachingTeachers.Add(new HomeTeachingTeacher
            {
                County = db.CountyCode,
                Child = child,
                Id = Keys.New(time.GetUtcNow()),
                School = found.School,
                Teacher = teacher,
                Name = name,
                From = from,
                By = actor.Name,
            });
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "home-teaching.teacher", $"home-child:{child}", new { found.Number, Teacher = teacher, From = from });
            return null;
        },
        stop);

    internal Task<bool> TeachesAtAsync(Guid teacher, SchoolId school, CancellationToken stop)
    {
        var county = db.CountyCode;
        return db.Assignments.AnyAsync(a => a.County == county && a.User == teacher && a.Role == Role.Teacher && a.School == school, stop);
    }
}

/// <summary>Ends that a teacher visits a child, with a last day. The visits stay the teacher's.</summary>
public sealed class ReleaseTeacher(EduAidDbContext db, Work work, AuditTrail trail)
{
    public Task<HomeTeachingRefusal?> RunAsync(Actor actor, Guid child, Guid id, DateOnly until, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (actor.Held is not { } role || !HomeTeachingRights.MayKeep(role)) return (HomeTeachingRefusal?)HomeTeachingRefusal.NotYourRole;
            if (await db.HomeTeachingTeachers.AsTracking().SingleOrDefaultAsync(t => t.Child == child && t.Id == id && t.Until == null, stop) is not { } found) return HomeTeachingRefusal.NotFound;
            if (until < found.From) return HomeTeachingRefusal.DayOutside;
            if (await HomeTeachingVisit.Counting(db.HomeTeachingVisits).AnyAsync(v => v.Child == child && v.Teacher == found.Teacher && v.On > until, stop)) return HomeTeachingRefusal.VisitsLater;
            found.Until = until;
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "home-teaching.release", $"home-child:{child}", new { found.Teacher, Until = until });
            return null;
        },
        stop);
}
