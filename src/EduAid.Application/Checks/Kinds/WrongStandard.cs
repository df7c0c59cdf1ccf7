using EduAid.Application.Rosters;
using EduAid.Domain.Checks;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Checks.Kinds;

/// <summary>
/// A signed roster has another amount than the rules yield from the present facts. Where it is approved already, the difference has been drafted as
/// a supplement or recovery, and stands here until that is approved too.
/// </summary>
internal sealed class WrongStandard : AuditCheck
{
    public override string Code => CheckCodes.WrongStandard;

    public override async Task<IReadOnlyList<Caught>> FindAsync(CheckedSemester semester, CancellationToken stop)
    {
        var db = semester.Db;
        var differences = await (from difference in db.RosterDifferences
                                 join roster in db.Rosters on difference.Roster equals roster.Id
                                 where roster.Semester == semester.Semester && difference.Kind != DifferenceKind.Held
                                 orderby roster.Programme, difference.Person
                                 select new { Difference = difference, roster.Programme }).ToListAsync(stop);
        var corrections = await (from entry in db.RosterEntries
                                 join roster in db.Rosters on entry.Roster equals roster.Id
                                 where roster.Semester == semester.Semester && (roster.Kind == RosterKind.Supplement || roster.Kind == RosterKind.Recovery) && roster.State != RosterState.Approved
                                 orderby roster.Programme, entry.Person
                                 select new { Entry = entry, roster.Programme, roster.Kind }).ToListAsync(stop);
        return
        [
            .. differences.Select(d => new Caught($"roster:{d.Difference.Roster.Value:N}/{d.Difference.Person.Value:N}", d.Difference.Name,
                $"changed|{d.Programme}|{Money.FromFen(d.Difference.FenBefore)}|{Money.FromFen(d.Difference.FenNow)}")
            {
                Person = d.Difference.Person,
                School = d.Difference.School,
                Roster = d.Difference.Roster,
                Fen = Math.Abs(d.Difference.FenNow - d.Difference.FenBefore),
            }),
            .. corrections.Select(c => new Caught($"entry:{c.Entry.Id}", c.Entry.Name, $"{c.Kind}|{c.Programme}|{Money.FromFen(c.Entry.Fen)}")
            {
                Person = c.Entry.Person,
                School = c.Entry.School,
                Roster = c.Entry.Roster,
                Fen = c.Entry.Fen,
            }),
        ];
    }
}
