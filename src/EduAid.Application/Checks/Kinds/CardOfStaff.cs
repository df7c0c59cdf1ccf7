using EduAid.Domain.Checks;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Checks.Kinds;

/// <summary>
/// The card is in the name of somebody who works at the pupil's school, as far as the product knows them: those with an account there or for its
/// township, and whoever teaches or visits for it. A parent may well be one; the check asks, it does not accuse.
/// </summary>
internal sealed class CardOfStaff : AuditCheck
{
    public override string Code => CheckCodes.CardOfStaff;

    public override async Task<IReadOnlyList<Caught>> FindAsync(CheckedSemester semester, CancellationToken stop)
    {
        var staff = await StaffAsync(semester, stop);
        return
        [
            .. (await semester.CardsAsync(stop))
                .Where(c => c.Holder is not null && !PersonName.AreAlike(c.Holder, c.Entry.Name) && staff.Contains((c.Entry.School, PersonName.FoldName(c.Holder))))
                .Select(c => Caught.Of(c.Entry, c.Holder!)),
        ];
    }

    private static async Task<HashSet<(SchoolId School, string Name)>> StaffAsync(CheckedSemester semester, CancellationToken stop)
    {
        var (db, county) = (semester.Db, semester.Db.CountyCode);
        var schools = semester.Schools.All.ToLookup(s => s.Township, s => s.Id);
        var accounts = await (from assignment in db.Assignments
                              join user in db.Users on assignment.User equals user.Id
                              where assignment.County == county && (assignment.School != null || assignment.Township != null)
                              select new { assignment.School, assignment.Township, user.DisplayName }).ToListAsync(stop);
        var named = await db.PairHolders.Select(h => new { h.School, Name = h.Staff }).Union(db.HomeTeachingTeachers.Select(t => new { t.School, t.Name })).ToListAsync(stop);
        return
        [
            .. accounts.SelectMany(a => a.School is { } school ? [school] : schools[a.Township!], (a, school) => (school, PersonName.FoldName(a.DisplayName)))
                .Concat(named.Select(n => (n.School, PersonName.FoldName(n.Name)))).Where(s => s.Item2.Length > 0),
        ];
    }
}
