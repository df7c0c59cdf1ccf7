using EduAid.Application.People;
using EduAid.Application.Rosters;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Matching;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Matching;

/// <summary>
/// Compares rows that were refused for their ID with the registered people who stand on no list. IDs are opened for people of like name
/// alone; what was mended in an earlier semester is offered again, and what was found to be another child's is not.
/// </summary>
public sealed class FindRefused(EduAidDbContext db, PersonDirectory people, RefusedRows rows, FieldCipher cipher, TimeProvider time)
{
    private const int Chunk = 500;

    /// <summary>How many pairs were found; within the change of the comparison.</summary>
    internal async Task<int> RunAsync(Semester semester, IReadOnlyList<UnlistedPerson> registered, CancellationToken stop)
    {
        var standing = await rows.StandingListsAsync(semester, stop);
        // The same number sent again, still broken, is the same row: the latest counts.
        var refused = (await db.RefusedRows.Where(r => r.Semester == semester).OrderBy(r => r.Import).ThenBy(r => r.Id).ToListAsync(stop))
            .Where(r => standing.Contains(r.List)).GroupBy(SameAs).Select(g => g.Last()).ToList();
        var pairs = new Dictionary<(Guid Refused, PersonId Registered), RefusedKind>();
        await CompareAsync(semester, refused, registered, pairs, stop);
        await RememberAsync(refused, registered, pairs, stop);
        await WriteAsync(semester, refused.ToDictionary(r => r.Id), pairs, stop);
        return pairs.Count;
    }

    private async Task CompareAsync(
        Semester semester, List<RefusedRow> refused, IReadOnlyList<UnlistedPerson> registered, Dictionary<(Guid, PersonId), RefusedKind> pairs, CancellationToken stop)
    {
        var byInitials = registered.ToLookup(r => r.Initials);
        var marked = registered.Where(r => NameLikeness.HasMark(r.Name)).ToList();
        // A mark has no reading: whoever bears one is compared with everybody.
        var alike = refused.SelectMany(row => (NameLikeness.HasMark(row.Name) ? registered : byInitials[row.Initials].Union(marked))
            .Where(p => NameLikeness.Of(row.Name, p.Name) != Likeness.None).Select(p => (Row: row, Person: p))).ToList();
        var whom = alike.Select(a => a.Person.Person).Distinct().ToList();
        var ids = await people.RevealAsync(whom, stop);
        var villages = new Dictionary<PersonId, string>();
        foreach (var chunk in whom.Chunk(Chunk))
            foreach (var r in await SemesterFacts.Valid(db, semester).Where(r => chunk.Contains(r.Person)).OrderBy(r => r.List).Select(r => new { r.Person, r.Village }).ToListAsync(stop))
                villages[r.Person] = r.Village;
        var read = alike.Select(a => a.Row).DistinctBy(r => r.Id).ToDictionary(r => r.Id, Read);
        foreach (var (row, person) in alike)
            if (ids.TryGetValue(person.Person, out var id) && RefusedLikeness.Of(read[row.Id], new(id, person.Name, villages.GetValueOrDefault(person.Person, ""))) is { } kind)
                pairs[(row.Id, person.Person)] = kind;
    }

    private RefusedRead Read(RefusedRow row)
    {
        var content = row.Content(cipher);
        return new(content.Value.Id, row.Name, content.Birth, content.Value.Address, row.Lost);
    }

    // By school, number and name: that is what a decision was about, and it holds in other semesters too.
    private async Task RememberAsync(List<RefusedRow> refused, IReadOnlyList<UnlistedPerson> registered, Dictionary<(Guid, PersonId), RefusedKind> pairs, CancellationToken stop)
    {
        var decided = (await (from decision in db.RefusedDecisions
                              join row in db.RefusedRows on decision.Refused equals row.Id
                              where decision.UndoneAt == null && decision.Verdict != MatchVerdict.AskSchool
                              orderby decision.At
                              select new { decision.Registered, decision.Verdict, Row = row }).ToListAsync(stop)).ToLookup(d => SameAs(d.Row));
        var open = registered.Select(r => r.Person).ToHashSet();
        foreach (var row in refused)
            foreach (var said in decided[SameAs(row)].GroupBy(d => d.Registered).Select(g => g.Last()))
            {
                if (said.Verdict == MatchVerdict.Different) pairs.Remove((row.Id, said.Registered));
                else if (open.Contains(said.Registered)) pairs[(row.Id, said.Registered)] = RefusedKind.Remembered;
            }
    }

    private static (SchoolId, string, string) SameAs(RefusedRow row) => (row.School, Convert.ToHexString(row.IdHash), row.Name);

    // A pair that is found again keeps its key and day.
    private async Task WriteAsync(Semester semester, Dictionary<Guid, RefusedRow> refused, Dictionary<(Guid Refused, PersonId Registered), RefusedKind> pairs, CancellationToken stop)
    {
        var (county, now) = (db.CountyCode, time.GetUtcNow());
        var before = await db.RefusedCandidates.Where(c => c.Semester == semester).ToListAsync(stop);
        var gone = before.Where(c => !pairs.TryGetValue((c.Refused, c.Registered), out var kind) || kind != c.Kind).Select(c => c.Id).ToHashSet();
        foreach (var chunk in gone.Chunk(Chunk)) await db.RefusedCandidates.Where(c => chunk.Contains(c.Id)).ExecuteDeleteAsync(stop);
        var kept = before.Where(c => !gone.Contains(c.Id)).Select(c => (c.Refused, c.Registered)).ToHashSet();
        await db.InsertManyAsync(pairs.Where(p => !kept.Contains(p.Key)).Select(p => new RefusedCandidate
        {
            County = county,
            Id = Keys.New(now),
            Semester = semester,
            Refused = p.Key.Refused,
            Registered = p.Key.Registered,
            School = refused[p.Key.Refused].School,
            Kind = p.Value,
            FoundAt = now,
        }), stop);
    }
}
