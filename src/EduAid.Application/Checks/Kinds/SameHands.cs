using EduAid.Domain.Checks;
using EduAid.Domain.Rosters;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Checks.Kinds;

/// <summary>Somebody reviewed or approved a roster and had prepared, confirmed or reviewed it too. The product refuses that; this looks at what stands on record.</summary>
internal sealed class SameHands : AuditCheck
{
    public override string Code => CheckCodes.SameHands;

    public override async Task<IReadOnlyList<Caught>> FindAsync(CheckedSemester semester, CancellationToken stop)
    {
        var db = semester.Db;
        var steps = await (from step in db.RosterSteps
                           join roster in db.Rosters on step.Roster equals roster.Id
                           where roster.Semester == semester.Semester && roster.State >= RosterState.Reviewed
                           orderby roster.Programme, step.Number
                           select new { roster.Id, roster.School, roster.Programme, roster.Fen, step.Number, step.Kind, step.By }).ToListAsync(stop);
        var hands = (await (from hand in db.RosterHands
                            join roster in db.Rosters on hand.Roster equals roster.Id
                            where roster.Semester == semester.Semester && hand.Deed < RosterDeed.Confirmed
                            select new { hand.Roster, hand.Person }).ToListAsync(stop)).Select(h => (h.Roster, h.Person)).ToHashSet();
        var found = new List<Caught>();
        foreach (var roster in steps.GroupBy(s => s.Id))
        {
            // What was sent back was done again: the signatures after it are the ones that stand.
            var standing = roster.Where(s => s.Number > roster.Where(b => b.Kind == RosterMoveKind.SendBack).Select(b => b.Number).DefaultIfEmpty(0).Max()).ToList();
            var signed = standing.Where(s => s.Kind is RosterMoveKind.Review or RosterMoveKind.Approve).ToList();
            var twice = signed.Where(s => hands.Contains((s.Id, s.By)) || standing.Exists(o => o.Number != s.Number && o.By == s.By)).Select(s => s.By).Distinct().ToList();
            if (twice.Count == 0) continue;
            var first = roster.First();
            found.Add(new($"roster:{first.Id.Value}", semester.Schools[first.School].Name, $"{first.Programme}|{string.Join(' ', twice)}") { School = first.School, Roster = first.Id, Fen = first.Fen });
        }
        return found;
    }
}
