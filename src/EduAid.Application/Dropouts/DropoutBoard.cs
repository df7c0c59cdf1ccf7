using EduAid.Application.Coverage;
using EduAid.Application.Enrolments;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Domain.Coverage;
using EduAid.Domain.Dropouts;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Dropouts;

/// <summary>A case as it stood at the end of a day.</summary>
/// <param name="Due">By when the next step was due then; null where it was closed.</param>
public sealed record DropoutLine(DropoutCase Case, DropoutState State, DateOnly? Due, DateOnly On)
{
    /// <summary>Counts in the figure that has to be nought: open, and of compulsory age on the day.</summary>
    public bool Counts => State.IsOpen() && Case.IsCompulsory(On);

    public bool IsOverdue => Due is { } due && On > due;
}

/// <summary>The figures of a day without a name, for overviews.</summary>
/// <param name="Open">Open cases of compulsory age: 0 is what the plan asks for.</param>
/// <param name="Beyond">Open cases of children who are younger or older.</param>
/// <param name="Overdue">Open cases, of whatever age, whose next step is late.</param>
/// <param name="Townships">Open cases of compulsory age, most first.</param>
public sealed record DropoutFigures(DateOnly On, int Open, int Beyond, int Overdue, IReadOnlyList<(string Township, int Open)> Townships, IReadOnlyList<(SchoolId School, int Open)> Schools)
{
    public static async Task<DropoutFigures> LoadAsync(EduAidDbContext db, DateOnly on, CancellationToken stop) => Of(await DropoutBoard.LoadAsync(db, on, stop), on);

    public static DropoutFigures Of(IReadOnlyCollection<DropoutLine> lines, DateOnly on)
    {
        var counted = lines.Where(l => l.Counts).ToList();
        return new(
            on, counted.Count, lines.Count(l => l.State.IsOpen() && !l.Counts), lines.Count(l => l.IsOverdue),
            [.. counted.GroupBy(l => l.Case.Township).Select(g => (g.Key, g.Count())).OrderByDescending(t => t.Item2).ThenBy(t => t.Key, StringComparer.Ordinal)],
            [.. counted.GroupBy(l => l.Case.School).Select(g => (g.Key, g.Count())).OrderByDescending(t => t.Item2).ThenBy(t => t.Key.Value)]);
    }
}

/// <summary>A child of an open case whom a list accepted since shows as 在读.</summary>
public sealed record SeenAgain(Guid Case, SchoolId School, Semester Semester, DateOnly On);

/// <summary>All cases of the scope as they stood on a day. A county has hundreds, so they are read whole.</summary>
public static class DropoutBoard
{
    public static async Task<IReadOnlyList<DropoutLine>> LoadAsync(EduAidDbContext db, DateOnly on, CancellationToken stop)
    {
        var cases = await db.DropoutCases.ToListAsync(stop);
        if (cases.Count == 0) return [];
        var steps = (await db.DropoutSteps.OrderBy(s => s.Number).Select(s => new { s.Case, s.Kind, s.On, s.Due }).ToListAsync(stop)).ToLookup(s => s.Case);
        var lines = new List<DropoutLine>(cases.Count);
        foreach (var dropout in cases)
            if (DropoutWay.StoodOn(steps[dropout.Id].Select(s => (s.Kind, s.On, s.Due)), on) is { } stood) lines.Add(new(dropout, stood.State, stood.Due, on));
        return lines;
    }

    /// <summary>
    /// Open cases whose child stands as 在读 on a list that was accepted after the case was opened, of the semester in which it was opened or a later
    /// one: they are offered for closing. Which school's
    /// list it is matters to whoever answers for the child, so all schools' lists are looked at.
    /// </summary>
    public static async Task<IReadOnlyList<SeenAgain>> SeenAgainAsync(EduAidDbContext db, CancellationToken stop)
    {
        var open = db.DropoutCases.Where(c => c.State <= DropoutState.HandedOver && c.Person != null);
        var rows = await (
            from dropout in open
            join row in db.Enrolments on dropout.Person equals row.Person
            join list in db.SchoolLists on row.List equals list.Id
            where list.Current && list.Kind == SchoolListKind.Enrolments && row.Status == EnrolmentStatus.InSchool
            select new { dropout.Id, dropout.OpenedOn, list.School, list.Semester, list.At }).IgnoreQueryFilters([EduAidDbContext.SchoolFilter]).ToListAsync(stop);
        return
        [
            .. rows.Select(r => (r.OpenedOn, Seen: new SeenAgain(r.Id, r.School, r.Semester, CountyTime.DayOf(r.At))))
                .Where(r => r.Seen.On > r.OpenedOn && r.Seen.Semester >= Semester.Of(r.OpenedOn)).Select(r => r.Seen).GroupBy(s => s.Case).Select(g => g.MaxBy(s => (s.On, s.Semester))!),
        ];
    }

    /// <summary>Children whose last outcome in a semester is 失学辍学 and of whom no case was opened since: a nought with these beside it is none.</summary>
    public static async Task<IReadOnlyList<MissedOutcome>> WithoutCaseAsync(EduAidDbContext db, Semester semester, CancellationToken stop)
    {
        var found = await MissedOutcome.Latest(db, semester).Where(o => o.Kind == OutcomeKind.DroppedOut).ToListAsync(stop);
        if (found.Count == 0) return [];
        var people = found.ConvertAll(o => (PersonId?)o.Person);
        var cases = (await db.DropoutCases.IgnoreQueryFilters([EduAidDbContext.TownshipFilter]).Where(c => people.Contains(c.Person)).Select(c => new { c.Person, c.State, c.LastOn }).ToListAsync(stop))
            .ToLookup(c => c.Person!.Value);
        // A case that was closed after the finding has settled it.
        return [.. found.Where(o => !cases[o.Person].Any(c => c.State.IsOpen() || c.LastOn >= o.On))];
    }
}
