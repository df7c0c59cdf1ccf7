using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Matching;

/// <summary>Pairs of a registered person and one on a school's list that somebody has said are one.</summary>
internal static class MatchLinks
{
    /// <summary>
    /// The registered person of each enrolled one, by decisions that were not taken back. Who stands on a list of the semester under the
    /// registered ID as well is judged there, and not twice; of several on one side the latest counts.
    /// </summary>
    public static async Task<IReadOnlyDictionary<PersonId, PersonId>> LoadAsync(EduAidDbContext db, Semester semester, CancellationToken stop)
    {
        // Whoever asks: a school's rosters are computed with them too.
        var decisions = await Standing(db).IgnoreQueryFilters([EduAidDbContext.SchoolFilter]).OrderBy(d => d.At).ThenBy(d => d.Id).Select(d => new { d.Enrolled, d.Registered, d.Verdict }).ToListAsync(stop);
        var links = decisions.GroupBy(d => (d.Enrolled, d.Registered)).Select(g => g.Last()).Where(d => d.Verdict == MatchVerdict.Same)
            .GroupBy(d => d.Enrolled).Select(g => g.Last()).GroupBy(d => d.Registered).Select(g => g.Last()).ToDictionary(d => d.Enrolled, d => d.Registered);
        if (links.Count == 0) return links;
        var registered = links.Values.ToList();
        var listed = await SemesterFacts.CurrentEnrolments(db, semester).IgnoreQueryFilters([EduAidDbContext.SchoolFilter])
            .Where(e => registered.Contains(e.Person)).Select(e => e.Person).Distinct().ToListAsync(stop);
        return links.Where(l => !listed.Contains(l.Value)).ToDictionary();
    }

    /// <summary>Decisions that were not taken back, within the scope. Lifting a filter here would lift it from the whole question that this is a part of.</summary>
    public static IQueryable<MatchDecision> Standing(EduAidDbContext db) => db.MatchDecisions.Where(d => d.UndoneAt == null);
}
