using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Coverage;

/// <summary>How many registered children of compulsory age a township has, and how many of them are missed (<see cref="AgeBand.Compulsory"/>).</summary>
public sealed record TownshipCoverage(string Township, int Registered, int Missed);

/// <summary>Counts by township, with one query; the children themselves are on the missed list.</summary>
public static class RegisteredCoverage
{
    public static async Task<IReadOnlyList<TownshipCoverage>> InAsync(EduAidDbContext db, Semester semester, CancellationToken stop)
    {
        var rows = SemesterFacts.CurrentEnrolments(db, semester);
        // Age on 1 September = 6 + school year − cohort; 6–14.
        var (youngest, oldest) = (semester.SchoolYear, semester.SchoolYear - 8);
        var children = await (
            from registration in SemesterFacts.Valid(db, semester)
            join person in db.People on registration.Person equals person.Id
            where person.Cohort >= oldest && person.Cohort <= youngest
            select new { registration.Person, registration.Township, Listed = rows.Any(e => e.Person == registration.Person) }).ToListAsync(stop);
        return
        [
            .. children.DistinctBy(c => c.Person).GroupBy(c => c.Township)
                .Select(g => new TownshipCoverage(g.Key, g.Count(), g.Count(c => !c.Listed))).OrderByDescending(t => t.Missed).ThenBy(t => t.Township, StringComparer.Ordinal),
        ];
    }
}
