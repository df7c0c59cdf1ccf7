using EduAid.Application.Enrolments;
using EduAid.Application.People;
using EduAid.Application.Storage;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Entry;

/// <summary>A school's current list of one semester, as far as the scope sees it.</summary>
public sealed class LastList(EduAidDbContext db, PersonDirectory people)
{
    /// <summary>The rows in their order; none where there is no list.</summary>
    public async Task<IReadOnlyList<Enrolment>> RowsAsync(SchoolId school, Semester semester, CancellationToken stop) =>
        await RowsOf(school, semester).OrderBy(e => e.Line).ToListAsync(stop);

    /// <summary>The rows of certain people.</summary>
    public async Task<IReadOnlyList<(Enrolment Row, CitizenId Id)>> RowsAsync(
        SchoolId school, Semester semester, IReadOnlyDictionary<string, PersonId> persons, CancellationToken stop)
    {
        if (persons.Count == 0) return [];
        var wanted = persons.Values.ToList();
        var ids = persons.ToDictionary(p => p.Value, p => CitizenId.FromStored(p.Key));
        return [.. (await RowsOf(school, semester).Where(e => wanted.Contains(e.Person)).ToListAsync(stop)).Select(e => (e, ids[e.Person]))];
    }

    /// <summary>The present IDs of the people on the rows.</summary>
    public Task<Dictionary<PersonId, CitizenId>> IdsAsync(IReadOnlyList<Enrolment> rows, CancellationToken stop) =>
        people.RevealAsync([.. rows.Select(r => r.Person)], stop);

    internal static Carried Into(Semester to, Enrolment row, IReadOnlyList<Stage> taught) =>
        CarryForward.Into(to, row.Stage, row.Grade, row.Status, taught);

    private IQueryable<Enrolment> RowsOf(SchoolId school, Semester semester) => db.Enrolments.Where(e => db.SchoolLists.Any(l =>
        l.Id == e.List && l.Current && l.Kind == SchoolListKind.Enrolments && l.Semester == semester && l.School == school));
}
