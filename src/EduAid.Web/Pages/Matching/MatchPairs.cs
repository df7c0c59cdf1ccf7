using EduAid.Application.Matching;
using EduAid.Application.People;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Matching;
using EduAid.Domain.Programmes;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using EduAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Matching;

/// <summary>One side of a pair.</summary>
/// <param name="Person">Null for a row that was refused: it is nobody yet.</param>
/// <param name="Number">Masked but for what differs from the other side.</param>
/// <param name="Where">Township, village and household head; or school, grade and class.</param>
public sealed record MatchSide(PersonId? Person, IReadOnlyList<Stretch> Name, IReadOnlyList<Stretch> Number, int? BirthYear, string Where);

public sealed record MatchPair(Guid Candidate, MatchKind Kind, bool Asked, MatchSide Registered, MatchSide Enrolled);

/// <summary>A decision about a pair, as the list of them shows it.</summary>
public sealed record DecidedPair(MatchDecision Decision, string Registered, string Enrolled);

/// <summary>Reads pairs for the desk, with a fixed number of questions.</summary>
public static class MatchPairs
{
    /// <summary>Pairs of a semester that nobody has decided.</summary>
    public static IQueryable<MatchCandidate> Open(EduAidDbContext db, Semester semester, MatchKind? kind) => db.MatchCandidates.Where(c => c.Semester == semester
        && (kind == null || c.Kind == kind)
        && !db.MatchDecisions.Any(d => d.UndoneAt == null && d.Verdict != MatchVerdict.AskSchool && d.Registered == c.Registered && d.Enrolled == c.Enrolled));

    public static async Task<IReadOnlyList<MatchPair>> PageAsync(
        EduAidDbContext db, PersonDirectory people, SchoolLabels schools, Semester semester, IQueryable<MatchCandidate> open, Paging paging, CancellationToken stop)
    {
        var rows = await (
            from candidate in open
            join registered in db.People on candidate.Registered equals registered.Id
            join enrolled in db.People on candidate.Enrolled equals enrolled.Id
            orderby candidate.Kind, candidate.Id
            select new
            {
                Candidate = candidate,
                Registered = registered,
                Enrolled = enrolled,
                Asked = db.MatchDecisions.Any(d => d.UndoneAt == null && d.Verdict == MatchVerdict.AskSchool && d.Registered == candidate.Registered && d.Enrolled == candidate.Enrolled),
            }).Skip(paging.Skip).Take(paging.Size).ToListAsync(stop);
        var (ones, others) = (rows.Select(r => r.Registered.Id).ToList(), rows.Select(r => r.Enrolled.Id).ToList());
        var registrations = (await SemesterFacts.Valid(db, semester).Where(r => ones.Contains(r.Person)).OrderBy(r => r.List)
            .Select(r => new { r.Person, Where = r.Township + " " + r.Village + " · " + r.Head }).ToListAsync(stop)).ToLookup(r => r.Person, r => r.Where);
        var listed = (await SemesterFacts.CurrentEnrolments(db, semester).Where(e => others.Contains(e.Person))
            .Select(e => new Listed(e.Person, e.School, e.Stage, e.Grade, e.Class, e.Status)).ToListAsync(stop)).ToLookup(e => (e.Person, e.School));
        var ids = await people.RevealAsync([.. ones, .. others], stop);
        return [.. rows.Select(r =>
        {
            var (one, other) = (Number(ids, r.Registered.Id), Number(ids, r.Enrolled.Id));
            var row = listed[(r.Enrolled.Id, r.Candidate.School)].FirstOrDefault();
            var place = row is null ? "" : $"{GradeName.Of(row.Stage, row.Grade)}{row.Class} {(row.Status == EnrolmentStatus.InSchool ? "" : row.Status.InChinese())}";
            return new MatchPair(
                r.Candidate.Id, r.Candidate.Kind, r.Asked,
                new(r.Registered.Id, MarkedDifference.Of(r.Registered.Name, r.Enrolled.Name), Masked(one, other), r.Registered.BirthYear, registrations[r.Registered.Id].LastOrDefault() ?? ""),
                new(r.Enrolled.Id, MarkedDifference.Of(r.Enrolled.Name, r.Registered.Name), Masked(other, one), r.Enrolled.BirthYear, $"{schools[r.Candidate.School].Name} {place}".Trim()));
        })];
    }

    public static async Task<IReadOnlyList<DecidedPair>> DecidedAsync(EduAidDbContext db, IQueryable<MatchDecision> decided, Paging paging, CancellationToken stop) =>
        await (from decision in decided
               join registered in db.People on decision.Registered equals registered.Id
               join enrolled in db.People on decision.Enrolled equals enrolled.Id
               orderby decision.At descending, decision.Id
               select new DecidedPair(decision, registered.Name, enrolled.Name)).Skip(paging.Skip).Take(paging.Size).ToListAsync(stop);

    // What the masks leave is seen, and beyond it only the characters that differ.
    internal static List<Stretch> Masked(string one, string other)
    {
        var place = 0;
        var masked = new List<Stretch>();
        foreach (var stretch in MarkedDifference.Of(one, other))
        {
            var text = stretch.Differs ? stretch.Text : string.Concat(stretch.Text.Select((c, i) => place + i is >= 6 and < 14 ? '*' : c));
            masked.Add(stretch with { Text = text });
            place += stretch.Text.Length;
        }
        return masked;
    }

    private static string Number(Dictionary<PersonId, CitizenId> ids, PersonId person) => ids.TryGetValue(person, out var id) ? id.Reveal() : "";

    private sealed record Listed(PersonId Person, SchoolId School, Stage Stage, int Grade, string? Class, EnrolmentStatus Status);
}
