using EduAid.Application.Matching;
using EduAid.Application.People;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Matching;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using EduAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Matching;

/// <summary>A refused row beside a registered child.</summary>
/// <param name="Source">Import, sheet and row where it was refused.</param>
public sealed record RefusedPair(Guid Candidate, RefusedKind Kind, bool Asked, MatchSide Registered, MatchSide Row, string Source);

/// <summary>A decision about a refused row, as the list of them shows it.</summary>
public sealed record DecidedRow(RefusedDecision Decision, string Registered, string Written, string Source);

/// <summary>Reads refused rows for the desk, with a fixed number of questions.</summary>
public static class RefusedPairs
{
    private const int MostShown = 4;

    /// <summary>Pairs of a semester that nobody has decided.</summary>
    public static IQueryable<RefusedCandidate> Open(EduAidDbContext db, Semester semester) => db.RefusedCandidates.Where(c => c.Semester == semester
        && !db.RefusedDecisions.Any(d => d.UndoneAt == null && d.Verdict != MatchVerdict.AskSchool && d.Refused == c.Refused && d.Registered == c.Registered));

    public static async Task<IReadOnlyList<RefusedPair>> PageAsync(
        EduAidDbContext db, PersonDirectory people, FieldCipher cipher, SchoolLabels schools, IQueryable<RefusedCandidate> open, Semester semester, Paging paging, CancellationToken stop)
    {
        var rows = await (
            from candidate in open
            join registered in db.People on candidate.Registered equals registered.Id
            join row in db.RefusedRows on candidate.Refused equals row.Id
            orderby candidate.Kind, candidate.Id
            select new
            {
                Candidate = candidate,
                Registered = registered,
                Row = row,
                Asked = db.RefusedDecisions.Any(d => d.UndoneAt == null && d.Verdict == MatchVerdict.AskSchool && d.Refused == candidate.Refused && d.Registered == candidate.Registered),
            }).Skip(paging.Skip).Take(paging.Size).ToListAsync(stop);
        var ones = rows.Select(r => r.Registered.Id).Distinct().ToList();
        var registrations = (await SemesterFacts.Valid(db, semester).Where(r => ones.Contains(r.Person)).OrderBy(r => r.List)
            .Select(r => new { r.Person, Where = r.Township + " " + r.Village + " · " + r.Head }).ToListAsync(stop)).ToLookup(r => r.Person, r => r.Where);
        var ids = await people.RevealAsync(ones, stop);
        return [.. rows.Select(r =>
        {
            var content = r.Row.Content(cipher);
            var (row, number) = (content.Value, ids.TryGetValue(r.Registered.Id, out var id) ? id.Reveal() : "");
            var place = $"{schools[r.Row.School].Name} {GradeName.Of(row.Stage, row.Grade)}{row.Class} {row.Address}".Trim();
            return new RefusedPair(
                r.Candidate.Id, r.Candidate.Kind, r.Asked,
                new(r.Registered.Id, MarkedDifference.Of(r.Registered.Name, r.Row.Name), Masked(number, row.Id), r.Registered.BirthYear, registrations[r.Registered.Id].LastOrDefault() ?? ""),
                new(null, MarkedDifference.Of(r.Row.Name, r.Registered.Name), Masked(row.Id, number), content.Birth?.Year, place), SourceOf(r.Row));
        })];
    }

    public static async Task<IReadOnlyList<DecidedRow>> DecidedAsync(EduAidDbContext db, IQueryable<RefusedDecision> decided, Paging paging, CancellationToken stop)
    {
        var rows = await (from decision in decided
                          join registered in db.People on decision.Registered equals registered.Id
                          join row in db.RefusedRows on decision.Refused equals row.Id
                          orderby decision.At descending, decision.Id
                          select new { decision, registered.Name, Row = row }).Skip(paging.Skip).Take(paging.Size).ToListAsync(stop);
        return [.. rows.Select(r => new DecidedRow(r.decision, r.Name, r.Row.Name, SourceOf(r.Row)))];
    }

    // A slip shows its few characters; where the numbers have little in common each stays under its mask.
    private static List<Stretch> Masked(string one, string other) =>
        MarkedDifference.Of(one, other).Where(s => s.Differs).Sum(s => s.Text.Length) <= MostShown ? MatchPairs.Masked(one, other) : [new(CitizenId.Mask(one), false)];

    private static string SourceOf(RefusedRow row) => $"#{row.Import} {row.Sheet}:{row.Row}";
}
