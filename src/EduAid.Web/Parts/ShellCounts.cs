using EduAid.Application.Coverage;
using EduAid.Application.Enrolments;
using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace EduAid.Web.Parts;

/// <param name="Schools">Schools that are to send a list, as far as the visitor sees.</param>
/// <param name="Semesters">Semesters with lists.</param>
/// <param name="Messages">To the visitor's schools, not read yet; none for the county, which sends them.</param>
public sealed record Counted(
    int ListsSent, int Schools, int Findings, int Missed, int Rosters, string? SchoolName, IReadOnlyList<Semester> Semesters, int Messages);

/// <summary>
/// What the rail says. The county's turn goes up with every change in it, so what was counted in the same turn is still right:
/// one query after a change, none otherwise.
/// </summary>
public sealed class ShellCounts(EduAidDbContext db, MissedChildren missed, IMemoryCache cache)
{
    public async Task<Counted> OfAsync(Visitor visitor, CancellationToken stop)
    {
        var (county, place, semester, turn) = (db.CountyCode, visitor.Place, visitor.Semester, visitor.CountyTurn);
        var key = (typeof(ShellCounts), county, place, semester);
        if (cache.TryGetValue(key, out (long Turn, Counted Counted) kept) && kept.Turn == turn) return kept.Counted;
        var counted = await CountAsync(visitor, semester, stop);
        cache.Set(key, (turn, counted), TimeSpan.FromMinutes(30));
        return counted;
    }

    private async Task<Counted> CountAsync(Visitor visitor, Semester semester, CancellationToken stop)
    {
        var (county, school, own) = (db.CountyCode, visitor.School, visitor.Scope.Schools ?? []);
        var all = visitor.IsCounty;
        var lists = db.SchoolLists.Where(l => l.Current && l.Kind == SchoolListKind.Enrolments)
            .GroupBy(l => l.Semester).Select(g => new { Semester = (Semester?)g.Key, Sent = g.Count() });
        var schools = SchoolRegister.Holding(db, semester);
        var people = missed.PeopleIn(semester);
        // A row for each semester with lists, and one where there is none: all in one question.
        var counts = await (
            from c in db.Counties
            where c.Code == county
            from l in lists.DefaultIfEmpty()
            select new
            {
                l.Semester,
                Sent = (int?)l.Sent,
                Schools = schools.Count(v => !SchoolVersion.OutsideTownships.Contains(v.Township) && (all || own.Contains(v.School))),
                Findings = db.Findings.Count(f => f.Semester == semester),
                Rosters = db.Rosters.Count(r => r.Semester == semester),
                Missed = people.Distinct().Count(),
                Messages = db.Messages.Count(m => !all && m.ReadAt == null),
                Name = schools.Where(v => v.School == school).Select(v => v.Name).FirstOrDefault(),
            }).ToListAsync(stop);
        return new(
            counts.Find(c => c.Semester == semester)?.Sent ?? 0, counts[0].Schools, counts[0].Findings, counts[0].Missed, counts[0].Rosters,
            counts[0].Name, [.. counts.Select(c => c.Semester).OfType<Semester>()], counts[0].Messages);
    }
}
