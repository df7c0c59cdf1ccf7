using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.HomeTeaching;

/// <summary>Gives a child a teacher from a day on. A child may have several.</summary>
public sealed class NameTeacher(EduAidDbContext db, TeachersOfSchools teachers, Work work, AuditTrail trail, TimeProvider time)
{
    public Task<HomeTeachingRefusal?> RunAsync(Actor actor, Guid child, Guid teacher, DateOnly from, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (actor.Held is not { } role || !HomeTeachingRights.MayKeep(role)) return (HomeTeachingRefusal?)HomeTeachingRefusal.NotYourRole;
            if (await db.HomeTaughtChildren.Include(c => c.Teachers).SingleOrDefaultAsync(c => c.Id == child, stop) is not { } found) return HomeTeachingRefusal.NotFound;
            if (!found.Span.Covers(from)) return HomeTeachingRefusal.DayOutside;
            var name = await db.Users.Where(u => u.Id == teacher).Select(u => u.DisplayName).SingleOrDefaultAsync(stop);
            if (name is null || !await teachers.TeachesAtAsync(teacher, found.School, stop) || found.Teachers.Exists(t => t.Teacher == teacher && t.Span.Meets(new(from, null)))) return HomeTeachingRefusal.TeacherWrong;
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
