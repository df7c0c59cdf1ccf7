using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages;

/// <summary>How many children a finding concerns; at one school, or altogether where <paramref name="School"/> is null.</summary>
public sealed record FindingCount(string Code, bool Holds, int Count);

public sealed record ProgrammeProgress(string Code, int Rosters, int Entries, long Fen, int Held, int Flagged, int Stale, bool Drafts);

/// <summary>The semester in counts, within the visitor's scope; three queries.</summary>
public sealed record IndexOverview(SchoolLabels Schools, IReadOnlyList<ProgrammeProgress> Programmes, IReadOnlyList<FindingCount> Findings)
{
    public int Rosters => Programmes.Sum(p => p.Rosters);

    public int Entries => Programmes.Sum(p => p.Entries);

    public long Fen => Programmes.Sum(p => p.Fen);

    public int Holding => Findings.Where(f => f.Holds).Sum(f => f.Count);

    public int Stale => Programmes.Sum(p => p.Stale);

    public static async Task<IndexOverview> LoadAsync(EduAidDbContext db, Semester semester, CancellationToken stop)
    {
        var schools = await SchoolLabels.LoadAsync(db, semester, stop);
        var sums = await db.Rosters.Where(r => r.Semester == semester).GroupBy(r => new { r.Programme, r.State, r.Stale })
            .Select(g => new
            {
                g.Key.Programme,
                g.Key.State,
                g.Key.Stale,
                Rosters = g.Count(),
                Entries = g.Sum(r => r.Entries),
                Fen = g.Sum(r => r.Fen),
                Held = g.Sum(r => r.Held),
                Flagged = g.Sum(r => r.Flagged),
            }).ToListAsync(stop);
        var findings = await db.Findings.Where(f => f.Semester == semester).GroupBy(f => new { f.Code, f.Holds })
            .Select(g => new FindingCount(g.Key.Code, g.Key.Holds, g.Count())).ToListAsync(stop);
        var programmes = Programme.Of(semester).Select(p => (p.Code, Of: sums.Where(s => s.Programme == p.Code).ToList())).Select(p => new ProgrammeProgress(
            p.Code, p.Of.Sum(s => s.Rosters), p.Of.Sum(s => s.Entries), p.Of.Sum(s => s.Fen), p.Of.Sum(s => s.Held), p.Of.Sum(s => s.Flagged),
            p.Of.Where(s => s.Stale).Sum(s => s.Rosters), p.Of.Any(s => s.State == RosterState.Draft)));
        return new(schools, [.. programmes], [.. findings.OrderByDescending(f => f.Count).ThenBy(f => f.Code, StringComparer.Ordinal)]);
    }
}
