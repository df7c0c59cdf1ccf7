using EduAid.Application.Enrolments;
using EduAid.Application.People;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Intake;

/// <summary>Sets one school's new list beside its list of the semester before, so that a sudden change is seen before it is accepted.</summary>
public sealed class LastTermComparison(EduAidDbContext db, PersonDirectory people)
{
    /// <summary>Null for several schools at once, and where there was no list.</summary>
    public async Task<TermChange?> OfAsync(IReadOnlyList<SchoolPlan<EnrolmentRow>> plans, Semester semester, CancellationToken stop)
    {
        if (plans is not [var plan] || plan.Mode == ListMode.Add) return null;
        var (school, last) = (plan.School, semester.Previous);
        var before = await db.SchoolLists.Where(l => l.Current && l.Kind == SchoolListKind.Enrolments && l.Semester == last && l.School == school)
            .Join(db.Enrolments, l => l.Id, e => e.List, (_, e) => new { e.Person, e.Boarding }).ToListAsync(stop);
        if (before.Count == 0) return null;
        var known = await people.FindAsync([.. plan.Rows.Select(r => r.Row.Value!.Id)], stop);
        var now = plan.Rows.Select(r => r.Row.Value!).Where(r => known.ContainsKey(r.Id)).DistinctBy(r => r.Id).ToDictionary(r => known[r.Id], r => r.Boarding);
        var boarded = before.DistinctBy(b => b.Person).ToDictionary(b => b.Person, b => b.Boarding);
        return new(
            last,
            plan.Rows.Count(r => !known.TryGetValue(r.Row.Value!.Id, out var person) || !boarded.ContainsKey(person)),
            boarded.Keys.Count(p => !now.ContainsKey(p)),
            boarded.Count(b => b.Value is not null && now.GetValueOrDefault(b.Key) is { } boards && boards != b.Value));
    }
}
