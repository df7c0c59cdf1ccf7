using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages;

/// <summary>How many children a finding concerns.</summary>
public sealed record FindingCount(string Code, bool Holds, int Count);

/// <param name="Entries">Of regular and supplementary rosters, as is <paramref name="Fen"/>: what comes back is not added to what is granted.</param>
/// <param name="States">Rosters by state, of every kind.</param>
public sealed record ProgrammeProgress(
    string Code, int Rosters, int Entries, long Fen, int Held, int Flagged, int Stale, bool Drafts, IReadOnlyDictionary<RosterState, int> States);

/// <summary>The semester in counts, within the visitor's scope; two queries.</summary>
public sealed record IndexOverview(SchoolLabels Schools, IReadOnlyList<ProgrammeProgress> Programmes, IReadOnlyList<FindingCount> Findings)
{
    public int Rosters => Programmes.Sum(p => p.Rosters);

    public int Entries => Programmes.Sum(p => p.Entries);

    public long Fen => Programmes.Sum(p => p.Fen);

    public int Holding => Findings.Where(f => f.Holds).Sum(f => f.Count);

    /// <summary>Rosters that have come at least as far.</summary>
    public int Reached(RosterState state) => Programmes.Sum(p => p.States.Where(s => s.Key >= state).Sum(s => s.Value));

    public int Stale => Programmes.Sum(p => p.Stale);

    public static async Task<IndexOverview> LoadAsync(EduAidDbContext db, Semester semester, CancellationToken stop)
    {
        var schools = await SchoolLabels.LoadAsync(db, semester, stop);
        // Rosters and findings in one question: both are counts by code.
        var counts = await db.Rosters.Where(r => r.Semester == semester).GroupBy(r => new { r.Programme, r.Stale, r.State, Back = r.Kind == RosterKind.Recovery || r.Kind == RosterKind.Surplus })
            .Select(g => new
            {
                Finding = false,
                Code = g.Key.Programme,
                Mark = g.Key.Stale,
                g.Key.State,
                g.Key.Back,
                Count = g.Count(),
                Entries = g.Sum(r => r.Entries),
                Fen = g.Sum(r => r.Fen),
                Held = g.Sum(r => r.Held),
                Flagged = g.Sum(r => r.Flagged),
            })
            .Concat(db.Findings.Where(f => f.Semester == semester).GroupBy(f => new { f.Code, f.Holds }).Select(g => new
            {
                Finding = true,
                g.Key.Code,
                Mark = g.Key.Holds,
                State = RosterState.Draft,
                Back = false,
                Count = g.Count(),
                Entries = 0,
                Fen = 0L,
                Held = 0,
                Flagged = 0,
            })).ToListAsync(stop);
        var programmes = Programme.Of(semester).Select(p => (p.Code, Of: counts.Where(c => !c.Finding && c.Code == p.Code).ToList())).Select(p => new ProgrammeProgress(
            p.Code, p.Of.Sum(c => c.Count), p.Of.Where(c => !c.Back).Sum(c => c.Entries), p.Of.Where(c => !c.Back).Sum(c => c.Fen), p.Of.Sum(c => c.Held), p.Of.Sum(c => c.Flagged),
            p.Of.Where(c => c.Mark).Sum(c => c.Count), p.Of.Any(c => c.State == RosterState.Draft), p.Of.GroupBy(c => c.State).ToDictionary(g => g.Key, g => g.Sum(c => c.Count))));
        var findings = counts.Where(c => c.Finding).Select(c => new FindingCount(c.Code, c.Mark, c.Count));
        return new(schools, [.. programmes], [.. findings.OrderByDescending(f => f.Count).ThenBy(f => f.Code, StringComparer.Ordinal)]);
    }
}
