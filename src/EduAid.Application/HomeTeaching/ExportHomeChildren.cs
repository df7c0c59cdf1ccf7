using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.HomeTeaching;

/// <summary>The register of home teaching within the scope as a workbook (<see cref="HomeChildSheet"/>), stays that have ended among them. No ID leaves with it.</summary>
public sealed class ExportHomeChildren(EduAidDbContext db, Work work, AuditTrail trail, BusinessDay day)
{
    public async Task RunAsync(Actor actor, Stream output, CancellationToken stop)
    {
        var rows = await work.ChangeAsync(
            async () =>
            {
                var children = await db.HomeTaughtChildren.Include(c => c.Facts).Include(c => c.Teachers).AsSplitQuery().OrderBy(c => c.Number).ToListAsync(stop);
                var schools = await SchoolRegister.Holding(db, Semester.Of(day.Today)).Select(v => new { v.School, v.Name }).ToDictionaryAsync(v => v.School, v => v.Name, stop);
                var accounts = await db.HomeTeachingTeachers.Where(t => t.Until == null)
                    .Join(db.Users, t => t.Teacher, u => u.Id, (t, u) => new { u.Id, u.UserName }).Distinct().ToDictionaryAsync(u => u.Id, u => u.UserName!, stop);
                trail.Record(actor, "home-teaching.register", "home-children", new { Children = children.Count });
                return children.ConvertAll(c => RowOf(c, schools, accounts));
            },
            stop);
        HomeChildSheet.Write(rows, "送教上门登记", output, stop);
    }

    private static HomeChildRow RowOf(HomeTaughtChild child, Dictionary<SchoolId, string> schools, Dictionary<Guid, string> accounts)
    {
        var fact = HomeTeachingFact.On(child.Facts, DateOnly.MaxValue)!;
        var having = child.Teachers.Where(t => t.Until is null).OrderBy(t => t.From).ThenBy(t => t.Id).Select(t => accounts.GetValueOrDefault(t.Teacher)).OfType<string>();
        return new(
            child.Number, schools.GetValueOrDefault(child.School, ""), child.Name, null, child.From, fact.Kind, fact.Level, fact.Plan, string.Join('、', having), child.Until, child.EndReason ?? "", null);
    }
}
