using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.People;

/// <summary>Finds people by citizen ID over the whole county and makes rows for those who are new.</summary>
public sealed class PersonDirectory(EduAidDbContext db, FieldCipher cipher, TimeProvider time)
{
    private const int Chunk = 1000;

    public byte[] HashOf(string citizenId) => cipher.Hash("citizen-id", db.CountyCode, citizenId);

    public byte[] HashOfLastFour(string lastFour) => cipher.Hash("citizen-id.last-four", db.CountyCode, lastFour.ToUpperInvariant());

    public async Task<PersonId?> FindAsync(CitizenId id, CancellationToken stop)
    {
        var hash = HashOf(id.Reveal());
        var found = await db.PersonIdNumbers.Where(n => n.NumberHash == hash).Select(n => (PersonId?)n.Person).FirstOrDefaultAsync(stop);
        return found;
    }

    /// <summary>People by citizen ID, wherever in the county they are; those without a row are left out.</summary>
    public async Task<Dictionary<string, PersonId>> FindAsync(IReadOnlyList<string> ids, CancellationToken stop)
    {
        var found = new Dictionary<string, PersonId>(ids.Count, StringComparer.Ordinal);
        foreach (var chunk in ids.Distinct().Chunk(Chunk))
        {
            var hashes = chunk.ToDictionary(HashOf, id => id, HashComparer.Instance);
            var wanted = hashes.Keys.ToList();
            var stored = await db.PersonIdNumbers.IgnoreQueryFilters([EduAidDbContext.SchoolFilter])
                .Where(n => wanted.Contains(n.NumberHash)).Select(n => new { n.NumberHash, n.Person }).ToListAsync(stop);
            foreach (var number in stored) found[hashes[number.NumberHash]] = number.Person;
        }
        return found;
    }

    /// <summary>People by citizen ID; those without a row yet are stored under the given name.</summary>
    public async Task<Dictionary<string, PersonId>> FindOrAddAsync(IReadOnlyList<(string Id, string Name)> people, CancellationToken stop)
    {
        var county = db.CountyCode;
        var found = await FindAsync([.. people.Select(p => p.Id)], stop);
        var now = time.GetUtcNow();
        var (added, numbers) = (new List<Person>(), new List<PersonIdNumber>());
        var missing = people.DistinctBy(p => p.Id).Where(p => !found.ContainsKey(p.Id));
        foreach (var (id, name) in missing)
        {
            var (person, number) = Make(county, CitizenId.FromStored(id), name, now);
            added.Add(person);
            numbers.Add(number);
            found[id] = person.Id;
        }
        await db.InsertManyAsync(added, stop);
        await db.InsertManyAsync(numbers, stop);
        return found;
    }

    /// <summary>The whole number; the caller answers for showing it.</summary>
    public CitizenId Reveal(PersonIdNumber number) =>
        CitizenId.FromStored(cipher.Decrypt(number.NumberCipher, Places.PersonNumber(number.County, number.NumberHash)));

    /// <summary>The present numbers of many people.</summary>
    public async Task<Dictionary<PersonId, CitizenId>> RevealAsync(IReadOnlyCollection<PersonId> people, CancellationToken stop)
    {
        var revealed = new Dictionary<PersonId, CitizenId>(people.Count);
        foreach (var chunk in people.Distinct().Chunk(Chunk))
        {
            var wanted = chunk.ToList();
            var numbers = await db.PersonIdNumbers.IgnoreQueryFilters([EduAidDbContext.SchoolFilter])
                .Where(n => wanted.Contains(n.Person) && n.Until == null).ToListAsync(stop);
            foreach (var number in numbers) revealed[number.Person] = Reveal(number);
        }
        return revealed;
    }

    private (Person Person, PersonIdNumber Number) Make(string county, CitizenId id, string name, DateTimeOffset now)
    {
        var birth = id.BirthDate;
        var person = new Person
        {
            County = county,
            Id = new(Keys.New(now)),
            Name = name,
            BirthYear = birth.Year,
            Cohort = Person.CohortOf(birth),
        };
        person.Rename(name);
        return (person, NumberOf(person.Id, id, now));
    }

    /// <summary>A row for a number that a person has from now on.</summary>
    internal PersonIdNumber NumberOf(PersonId person, CitizenId id, DateTimeOffset since)
    {
        var (county, hash) = (db.CountyCode, HashOf(id.Reveal()));
        return new()
        {
            County = county,
            NumberHash = hash,
            Person = person,
            LastFourHash = HashOfLastFour(id.LastFour),
            NumberCipher = cipher.Encrypt(id.Reveal(), Places.PersonNumber(county, hash)),
            Since = since,
        };
    }

    private sealed class HashComparer : IEqualityComparer<byte[]>
    {
        public static HashComparer Instance { get; } = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] obj) => BitConverter.ToInt32(obj);
    }
}
