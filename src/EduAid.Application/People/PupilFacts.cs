using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Domain.Payments;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.People;

/// <summary>What the registered list says of a person in a semester.</summary>
public sealed record RegisteredAs(PersonId Person, string Category, string Household, string Township, string Village);

/// <summary>What a person gets in a semester, over all programmes; whole fen.</summary>
/// <param name="Granted">On rosters that pay, signed or not.</param>
/// <param name="Paid">Arrived by the bank's word.</param>
public sealed record GrantedSum(PersonId Person, long Granted, long Paid);

/// <summary>What a page of the list shows of a person beside the row.</summary>
/// <param name="Id">Masked; null once erased.</param>
/// <param name="Category">脱贫属性, with household and place of the registered list; null for a school and for who is not registered.</param>
public sealed record PupilFact(string? Id, string? Category, string? Household, string? Township, string? Village, long Granted, long Paid);

/// <summary>What lists show of many people beside their rows, by a fixed number of questions for each thousand.</summary>
public sealed class PupilFacts(EduAidDbContext db, PersonDirectory people)
{
    private const int Chunk = 1000;

    /// <summary>All that a page shows, with one question.</summary>
    public async Task<IReadOnlyDictionary<PersonId, PupilFact>> OfPageAsync(Semester semester, IReadOnlyCollection<PersonId> whom, CancellationToken stop)
    {
        if (whom.Count == 0) return new Dictionary<PersonId, PupilFact>();
        var wanted = whom.Distinct().ToList();
        var paying =
            from entry in db.RosterEntries
            join roster in db.Rosters on entry.Roster equals roster.Id
            where roster.Semester == semester && (roster.Kind == RosterKind.Regular || roster.Kind == RosterKind.Supplement)
            select entry;
        var valid = SemesterFacts.Valid(db, semester);
        var rows = await (
            from p in db.People
            where wanted.Contains(p.Id)
            from number in db.PersonIdNumbers.Where(n => n.Person == p.Id && n.Until == null).DefaultIfEmpty()
            from r in valid.Where(r => r.Person == p.Id).DefaultIfEmpty()
            select new
            {
                p.Id,
                Number = number,
                r.Category,
                r.HouseholdNumber,
                r.Township,
                r.Village,
                Granted = paying.Where(e => e.Person == p.Id).Sum(e => (long?)e.Fen) ?? 0,
                // Asked as "is there": joined, the database would begin with all payments there are.
                Paid = paying.Where(e => e.Person == p.Id && db.LineEntries.Any(l => l.Entry == e.Id
                    && db.PaymentLines.Any(x => x.Batch == l.Batch && x.Sequence == l.Sequence && x.State == LineState.Paid))).Sum(e => (long?)e.Fen) ?? 0,
            }).ToListAsync(stop);
        return rows.GroupBy(r => r.Id).ToDictionary(g => g.Key, g => g.Last()).ToDictionary(r => r.Key, r => new PupilFact(
            r.Value.Number is { } number ? people.Reveal(number).ToString() : null, r.Value.Category, r.Value.HouseholdNumber, r.Value.Township, r.Value.Village, r.Value.Granted, r.Value.Paid));
    }

    /// <summary>The county's alone; a school gets none.</summary>
    public async Task<Dictionary<PersonId, RegisteredAs>> RegisteredAsync(Semester semester, IReadOnlyCollection<PersonId> whom, CancellationToken stop)
    {
        var found = new Dictionary<PersonId, RegisteredAs>(whom.Count);
        if (db.Scope is not { Schools: null }) return found;
        foreach (var chunk in whom.Distinct().Chunk(Chunk))
        {
            var wanted = chunk.ToList();
            var rows = await SemesterFacts.Valid(db, semester).Where(r => wanted.Contains(r.Person)).OrderBy(r => r.List)
                .Select(r => new RegisteredAs(r.Person, r.Category, r.HouseholdNumber, r.Township, r.Village)).ToListAsync(stop);
            foreach (var row in rows) found[row.Person] = row;
        }
        return found;
    }

    public async Task<Dictionary<PersonId, GrantedSum>> GrantedAsync(Semester semester, IReadOnlyCollection<PersonId> whom, CancellationToken stop)
    {
        var found = new Dictionary<PersonId, GrantedSum>(whom.Count);
        foreach (var chunk in whom.Distinct().Chunk(Chunk))
        {
            var wanted = chunk.ToList();
            var rows = await (
                from entry in db.RosterEntries
                join roster in db.Rosters on entry.Roster equals roster.Id
                where wanted.Contains(entry.Person) && roster.Semester == semester && (roster.Kind == RosterKind.Regular || roster.Kind == RosterKind.Supplement)
                select new
                {
                    entry.Person,
                    entry.Fen,
                    Paid = db.LineEntries.Any(l => l.Entry == entry.Id && db.PaymentLines.Any(p => p.Batch == l.Batch && p.Sequence == l.Sequence && p.State == LineState.Paid)),
                }).ToListAsync(stop);
            foreach (var person in rows.GroupBy(r => r.Person)) found[person.Key] = new(person.Key, person.Sum(r => r.Fen), person.Where(r => r.Paid).Sum(r => r.Fen));
        }
        return found;
    }

    /// <summary>Codes of the findings that hold an amount of a person in a semester.</summary>
    public async Task<ILookup<PersonId, string>> HeldAsync(Semester semester, IReadOnlyCollection<PersonId> whom, CancellationToken stop)
    {
        var found = new List<(PersonId Person, string Code)>();
        foreach (var chunk in whom.Distinct().Chunk(Chunk))
        {
            var wanted = chunk.ToList();
            var rows = await db.Findings.Where(f => f.Semester == semester && f.Holds && wanted.Contains(f.Person)).Select(f => new { f.Person, f.Code }).ToListAsync(stop);
            found.AddRange(rows.Select(r => (r.Person, r.Code)));
        }
        return found.Distinct().ToLookup(f => f.Person, f => f.Code);
    }
}
