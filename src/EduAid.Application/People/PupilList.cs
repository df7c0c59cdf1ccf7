using EduAid.Application.Enrolments;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.People;

/// <summary>What narrows the list of pupils; nothing of it tells who a person is.</summary>
/// <param name="Township">Of the registered list, which is the county's; so is <paramref name="Village"/>.</param>
public sealed record PupilFilter(SchoolId? School = null, Stage? Stage = null, EnrolmentStatus? Status = null, string? Township = null, string? Village = null)
{
    /// <summary>Asked of the registered list and not of schools' lists.</summary>
    public bool ByPlace => Township is not null || Village is not null;
}

/// <summary>A person with the row on a school's current list of the semester, where there is one.</summary>
/// <param name="Line">With <paramref name="List"/>, where the row stands.</param>
public sealed record PupilRow(
    PersonId Person, string Name, SchoolId? School, Stage? Stage, int? Grade, string? Class, bool? Boarding, EnrolmentStatus? Status, Guid? List, int? Line);

/// <param name="Total">Rows altogether; of a search no more than <see cref="PupilList.MostFound"/>.</param>
/// <param name="More">There are more than are counted.</param>
public sealed record PupilPage(IReadOnlyList<PupilRow> Rows, int Total, bool More = false);

/// <summary>
/// The pupils of a semester. Without a search they are read list by list, a page from the few lists on which it lies; a search goes by an
/// index and stops at <see cref="MostFound"/>. Either way a page costs the same in a county of ten times the size.
/// </summary>
public sealed class PupilList(EduAidDbContext db, PersonDirectory people)
{
    /// <summary>People that a search shows at most; beyond it one says more.</summary>
    public const int MostFound = 1000;

    /// <param name="skip">Rows before the page.</param>
    /// <param name="codes">Code of each school, to put the lists in order.</param>
    public Task<PupilPage> PageAsync(Semester semester, PupilFilter filter, Sought? sought, Func<SchoolId, string> codes, int skip, int take, CancellationToken stop) =>
        sought is not null || filter.ByPlace ? SearchAsync(semester, filter, sought, skip, take, stop) : BrowseAsync(semester, filter, codes, skip, take, stop);

    private async Task<PupilPage> SearchAsync(Semester semester, PupilFilter filter, Sought? sought, int skip, int take, CancellationToken stop)
    {
        var found = await FoundAsync(semester, filter, sought, sought is null ? db.People : sought.In(db, people, semester), stop);
        // Nobody's name begins so: somebody's may have it within.
        if (found.Count == 0 && sought is { By: SoughtBy.Name, Text: var part })
            found = await FoundAsync(semester, filter, sought, db.People.Where(p => p.Folded.Contains(part)), stop);
        var more = found.Count > MostFound;
        if (more) found.RemoveAt(MostFound);
        skip = found.Count == 0 ? 0 : Math.Min(skip, (found.Count - 1) / take * take);
        var shown = found.GetRange(skip, Math.Min(take, found.Count - skip));
        var whom = shown.ConvertAll(f => f.Person);
        var rows = await Rows(Filtered(SemesterFacts.CurrentEnrolments(db, semester).Where(e => whom.Contains(e.Person)), filter)).ToListAsync(stop);
        // Of a child on two lists the one who is in school there.
        var own = rows.GroupBy(r => r.Person).ToDictionary(g => g.Key, g => g.OrderBy(r => r.Status).First());
        return new([.. shown.Select(f => own.TryGetValue(f.Person, out var row) ? row with { Name = f.Name } : f)], found.Count, more);
    }

    // People first and their rows after: joined, the database would gather every row of the semester for one name.
    private async Task<List<PupilRow>> FoundAsync(Semester semester, PupilFilter filter, Sought? sought, IQueryable<Person> meant, CancellationToken stop)
    {
        if (filter.ByPlace)
        {
            var registered = SemesterFacts.Valid(db, semester);
            if (filter.Township is { } township) registered = registered.Where(r => r.Township == township);
            if (filter.Village is { } village) registered = registered.Where(r => r.Village == village);
            var here = registered.Select(r => r.Person);
            meant = meant.Where(p => here.Contains(p.Id));
        }
        if (filter.School is not null || filter.Stage is not null || filter.Status is not null)
        {
            var listed = Filtered(SemesterFacts.CurrentEnrolments(db, semester), filter);
            meant = meant.Where(p => listed.Any(e => e.Person == p.Id));
        }
        // Put in an order that the index of the search has already: any other would have the database walk through everybody.
        var ordered = sought?.By switch
        {
            SoughtBy.Name => meant.OrderBy(p => p.Folded),
            SoughtBy.Initials => meant.OrderBy(p => p.Initials),
            _ => meant.OrderBy(p => p.Id),
        };
        var found = await ordered.Take(MostFound + 1).Select(p => new { p.Id, p.Name, p.Folded }).ToListAsync(stop);
        return [.. found.OrderBy(p => p.Folded, StringComparer.Ordinal).ThenBy(p => p.Id.Value).Select(p => new PupilRow(p.Id, p.Name, null, null, null, null, null, null, null, null))];
    }

    private async Task<PupilPage> BrowseAsync(Semester semester, PupilFilter filter, Func<SchoolId, string> codes, int skip, int take, CancellationToken stop)
    {
        var lists = (await CountsAsync(semester, filter, stop)).OrderBy(l => codes(l.School), StringComparer.Ordinal).ToList();
        var total = lists.Sum(l => l.Rows);
        skip = total == 0 ? 0 : Math.Min(skip, (total - 1) / take * take);
        var (spanned, before, seen) = (new List<Guid>(), 0, 0);
        foreach (var list in lists)
        {
            if (seen + list.Rows > skip && seen < skip + take)
            {
                if (spanned.Count == 0) before = seen;
                spanned.Add(list.List);
            }
            seen += list.Rows;
        }
        if (spanned.Count == 0) return new([], total);
        var rows = await Rows(Filtered(db.Enrolments.Where(e => spanned.Contains(e.List)), filter)).ToListAsync(stop);
        return new([.. rows.OrderBy(r => spanned.IndexOf(r.List!.Value)).ThenBy(r => r.Line).Skip(skip - before).Take(take)], total);
    }

    /// <summary>Everybody whom filter and search mean, for an export.</summary>
    public async Task<IReadOnlyList<PupilRow>> AllAsync(Semester semester, PupilFilter filter, Sought? sought, CancellationToken stop) =>
        sought is not null || filter.ByPlace ? (await SearchAsync(semester, filter, sought, 0, MostFound, stop)).Rows
            : await Rows(Filtered(SemesterFacts.CurrentEnrolments(db, semester), filter).OrderBy(e => e.List).ThenBy(e => e.Line)).ToListAsync(stop);

    // A list says itself how many rows it has; only a narrower filter has to count.
    private async Task<List<ListCount>> CountsAsync(Semester semester, PupilFilter filter, CancellationToken stop)
    {
        var lists = db.SchoolLists.Where(l => l.Current && l.Kind == SchoolListKind.Enrolments && l.Semester == semester && (filter.School == null || l.School == filter.School));
        if (filter.Stage is null && filter.Status is null) return await lists.Select(l => new ListCount(l.Id, l.School, l.Rows)).ToListAsync(stop);
        var counts = await Filtered(SemesterFacts.CurrentEnrolments(db, semester), filter).GroupBy(e => new { e.List, e.School })
            .Select(g => new { g.Key.List, g.Key.School, Rows = g.Count() }).ToListAsync(stop);
        return [.. counts.Select(c => new ListCount(c.List, c.School, c.Rows))];
    }

    private static IQueryable<Enrolment> Filtered(IQueryable<Enrolment> rows, PupilFilter filter)
    {
        if (filter.School is { } school) rows = rows.Where(e => e.School == school);
        if (filter.Stage is { } stage) rows = rows.Where(e => e.Stage == stage);
        if (filter.Status is { } status) rows = rows.Where(e => e.Status == status);
        return rows;
    }

    private static IQueryable<PupilRow> Rows(IQueryable<Enrolment> rows) =>
        rows.Select(e => new PupilRow(e.Person, e.Name, e.School, e.Stage, e.Grade, e.Class, e.Boarding, e.Status, e.List, e.Line));

    private sealed record ListCount(Guid List, SchoolId School, int Rows);
}
