using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Enrolments;
using EduAid.Application.People;
using EduAid.Application.Rosters;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Domain.Matching;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Matching;

/// <summary>What a comparison found.</summary>
/// <param name="Registered">Registered people of school age who stand on no list of the semester.</param>
/// <param name="Pairs">Pairs that may be one person.</param>
/// <param name="Refused">Pairs of a row that was refused for its ID and a registered person.</param>
public sealed record MatchesFound(int Registered, int Pairs, int Refused);

/// <summary>A registered person of school age who stands on no list of a semester.</summary>
internal sealed record UnlistedPerson(PersonId Person, string Name, string Initials, int BirthYear);

/// <summary>
/// Compares the registered people who stand on no list with those on lists who are on no register. Only the IDs of the former, and of
/// those whose names are alike, are opened: near misses are looked up by the hash of each neighbour.
/// </summary>
public sealed class FindMatches(EduAidDbContext db, Work work, PersonDirectory people, FindRefused refused, AuditTrail trail, TimeProvider time)
{
    private const int PeopleAtOnce = 200;

    public static bool May(string role) => role == nameof(Role.AidOfficer);

    /// <summary>Null where the role may not.</summary>
    public Task<MatchesFound?> RunAsync(Actor actor, Semester semester, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!May(actor.Role)) return null;
            var registered = await UnlistedAsync(semester, stop);
            var pairs = new Dictionary<(PersonId, PersonId), MatchKind>();
            await FindNearAsync(semester, registered, pairs, stop);
            await FindAlikeAsync(semester, registered, pairs, stop);
            await WriteAsync(semester, pairs, stop);
            var rows = await refused.RunAsync(semester, registered, stop);
            trail.Record(actor, "matches.find", $"semester:{semester}", new { Registered = registered.Count, Pairs = pairs.Count, Refused = rows });
            return new MatchesFound(registered.Count, pairs.Count, rows);
        },
        stop);

    private Task<List<UnlistedPerson>> UnlistedAsync(Semester semester, CancellationToken stop)
    {
        var (youngest, oldest) = Person.CohortsOfSchoolAge(semester);
        var listed = SemesterFacts.CurrentEnrolments(db, semester).Select(e => e.Person);
        var admitted = SemesterFacts.CurrentAdmissions(db, semester).Select(a => a.Person);
        var registered = SemesterFacts.Valid(db, semester).Select(r => r.Person).Distinct();
        return db.People.Where(p => p.Cohort >= oldest && p.Cohort <= youngest && registered.Contains(p.Id) && !listed.Contains(p.Id) && !admitted.Contains(p.Id))
            .OrderBy(p => p.Id).Select(p => new UnlistedPerson(p.Id, p.Name, p.Initials, p.BirthYear)).ToListAsync(stop);
    }

    // Whoever stands on a list and on no register valid in the semester.
    private IQueryable<Person> Unregistered(Semester semester)
    {
        var listed = SemesterFacts.CurrentEnrolments(db, semester).Select(e => e.Person);
        var registered = SemesterFacts.Valid(db, semester).Select(r => r.Person);
        return db.People.Where(p => listed.Contains(p.Id) && !registered.Contains(p.Id));
    }

    private async Task FindNearAsync(Semester semester, List<UnlistedPerson> registered, Dictionary<(PersonId, PersonId), MatchKind> pairs, CancellationToken stop)
    {
        var today = time.Today();
        foreach (var chunk in registered.Chunk(PeopleAtOnce))
        {
            var ids = await people.RevealAsync([.. chunk.Select(c => c.Person)], stop);
            var neighbours = new Dictionary<string, List<PersonId>>(StringComparer.Ordinal);
            foreach (var (person, id) in ids)
                foreach (var (number, _) in IdNeighbours.Valid(id, today))
                {
                    if (!neighbours.TryGetValue(number, out var near)) neighbours[number] = near = [];
                    near.Add(person);
                }
            var found = await people.FindAsync([.. neighbours.Keys], stop);
            var owners = found.Values.ToHashSet();
            if (owners.Count == 0) continue;
            var wanted = owners.ToList();
            var open = (await Unregistered(semester).Where(p => wanted.Contains(p.Id)).Select(p => p.Id).ToListAsync(stop)).ToHashSet();
            foreach (var (number, person) in found.Where(f => open.Contains(f.Value)))
                foreach (var near in neighbours[number]) pairs[(near, person)] = MatchKind.NearId;
        }
    }

    private async Task FindAlikeAsync(Semester semester, List<UnlistedPerson> registered, Dictionary<(PersonId, PersonId), MatchKind> pairs, CancellationToken stop)
    {
        var years = registered.Select(r => r.BirthYear).Distinct().ToList();
        var initials = registered.Select(r => r.Initials).Distinct().ToHashSet(StringComparer.Ordinal);
        var byName = registered.ToLookup(r => (r.BirthYear, r.Initials));
        var byYear = registered.ToLookup(r => r.BirthYear);
        var marked = registered.Where(r => NameLikeness.HasMark(r.Name)).ToLookup(r => r.BirthYear);
        var alike = new List<(PersonId Registered, PersonId Enrolled, Likeness Likeness)>();
        await foreach (var person in Unregistered(semester).Where(p => years.Contains(p.BirthYear)).Select(p => new UnlistedPerson(p.Id, p.Name, p.Initials, p.BirthYear)).AsAsyncEnumerable().WithCancellation(stop))
        {
            // A mark has no reading: whoever bears one is compared with everybody of the year.
            var others = NameLikeness.HasMark(person.Name) ? byYear[person.BirthYear]
                : initials.Contains(person.Initials) ? byName[(person.BirthYear, person.Initials)].Union(marked[person.BirthYear]) : marked[person.BirthYear];
            alike.AddRange(others.Select(o => (o.Person, person.Person, NameLikeness.Of(o.Name, person.Name))).Where(p => p.Item3 != Likeness.None));
        }
        var births = (await people.RevealAsync([.. alike.SelectMany(a => (PersonId[])[a.Registered, a.Enrolled]).Distinct()], stop)).ToDictionary(p => p.Key, p => p.Value.BirthDate);
        foreach (var (one, other, likeness) in alike)
        {
            if (!births.TryGetValue(one, out var born) || !births.TryGetValue(other, out var day) || born != day) continue;
            pairs.TryAdd((one, other), likeness switch { Likeness.Same => MatchKind.NameAndBirth, Likeness.Substitute => MatchKind.Substitute, _ => MatchKind.SoundAlike });
        }
    }

    // A pair that is found again keeps its key and day.
    private async Task WriteAsync(Semester semester, Dictionary<(PersonId, PersonId), MatchKind> pairs, CancellationToken stop)
    {
        var (county, now) = (db.CountyCode, time.GetUtcNow());
        var before = await db.MatchCandidates.Where(c => c.Semester == semester).ToListAsync(stop);
        var gone = before.Where(c => !pairs.TryGetValue((c.Registered, c.Enrolled), out var kind) || kind != c.Kind).Select(c => c.Id).ToList();
        foreach (var chunk in gone.Chunk(500)) await db.MatchCandidates.Where(c => chunk.Contains(c.Id)).ExecuteDeleteAsync(stop);
        var kept = before.Where(c => !gone.Contains(c.Id)).Select(c => (c.Registered, c.Enrolled)).ToHashSet();
        var fresh = pairs.Where(p => !kept.Contains(p.Key)).ToList();
        var enrolled = fresh.Select(p => p.Key.Item2).Distinct().ToList();
        var schools = new Dictionary<PersonId, SchoolId>();
        foreach (var chunk in enrolled.Chunk(500))
            foreach (var row in await SemesterFacts.CurrentEnrolments(db, semester).Where(e => chunk.Contains(e.Person)).OrderBy(e => e.Status).Select(e => new { e.Person, e.School }).ToListAsync(stop))
                schools.TryAdd(row.Person, row.School);
        await db.InsertManyAsync([.. fresh.Select(p => new MatchCandidate
        {
            County = county,
            Id = Keys.New(now),
            Semester = semester,
            Registered = p.Key.Item1,
            Enrolled = p.Key.Item2,
            School = schools[p.Key.Item2],
            Kind = p.Value,
            FoundAt = now,
        })], stop);
    }
}
