using System.Buffers.Binary;
using System.Security.Cryptography;
using EduAid.Application.Storage;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Rosters;

/// <summary>What the present facts say of one entry that was computed from earlier ones.</summary>
/// <param name="Fen">Whole fen on the roster.</param>
/// <param name="Now">The judgement by the present facts; null where the child stands on no list any more.</param>
public sealed record ChangedEntry(Guid Entry, PersonId Person, string Name, long Fen, Judgement? Now)
{
    public long FenNow => Now is Entitlement entitled ? entitled.Amount.Fen : 0;

    /// <summary>Code of the reason for nothing, or the first finding that holds the amount; null where only the amount differs.</summary>
    public string? Why => Now switch
    {
        Nothing nothing => nothing.Why,
        Held held => held.Findings[0],
        null => "on-no-list",
        _ => null,
    };
}

/// <param name="Mark">Stands for exactly these changes: a signature under what was shown is refused when something else holds by then.</param>
public sealed record Recheck(IReadOnlyList<ChangedEntry> Changes, string Mark);

/// <summary>
/// What an entry was computed from is frozen with it. Before anyone signs, the same rules run on the present facts, so that a pupil
/// who has left, moved or lost registration since is seen.
/// </summary>
public sealed class RosterRecheck(EduAidDbContext db)
{
    public async Task<Recheck> OfAsync(Roster roster, CancellationToken stop) => (await OfAsync([roster], stop))[roster.Id];

    /// <summary>The same for many rosters: the facts of a semester and the people are read once.</summary>
    public async Task<IReadOnlyDictionary<RosterId, Recheck>> OfAsync(IReadOnlyCollection<Roster> rosters, CancellationToken stop)
    {
        // A recovery takes back what the present facts do not grant; there is nothing to compare it with.
        var rechecks = rosters.Where(r => !r.NeedsNotice).ToDictionary(r => r.Id, _ => new Recheck([], MarkOf([])));
        foreach (var semester in rosters.Where(r => r.NeedsNotice).GroupBy(r => r.Semester))
        {
            var facts = await SemesterFacts.LoadAsync(db, semester.Key, stop);
            var ids = semester.Select(r => r.Id).ToList();
            var on = db.RosterEntries.Where(e => ids.Contains(e.Roster));
            var entries = (await on.OrderBy(e => e.Id).Select(e => new FrozenEntry(e.Roster, e.Id, e.Person, e.Name, e.Fen)).ToListAsync(stop)).ToLookup(e => e.Roster);
            var people = (await facts.OfAsync(on.Select(e => e.Person), stop)).ToDictionary(p => p.Person);
            foreach (var roster in semester)
            {
                // A supplement adds to what was granted before; what must hold is the sum of both.
                var granted = roster.Kind == RosterKind.Regular ? [] : await GrantedBesideAsync(roster, stop);
                rechecks[roster.Id] = Compare(roster, facts, entries[roster.Id], people, granted);
            }
        }
        return rechecks;
    }

    private static Recheck Compare(
        Roster roster, SemesterFacts facts, IEnumerable<FrozenEntry> entries, Dictionary<PersonId, PersonLines> people, Dictionary<PersonId, long> granted)
    {
        var school = facts.Schools[roster.School].Code;
        var changes = new List<ChangedEntry>();
        foreach (var entry in entries)
        {
            var now = people.TryGetValue(entry.Person, out var person)
                ? facts.Judge(person).Results.FirstOrDefault(r => r.Programme.Code == roster.Programme && r.SchoolCode == school)?.Judgement : null;
            var due = checked(entry.Fen + granted.GetValueOrDefault(entry.Person));
            if (now is Entitlement entitled && entitled.Amount.Fen == due) continue;
            changes.Add(new(entry.Id, entry.Person, entry.Name, due, now));
        }
        return new(changes, MarkOf(changes));
    }

    internal async Task<RosterRefusal?> RefusalAsync(Roster roster, string seen, CancellationToken stop)
    {
        var now = await OfAsync(roster, stop);
        return now.Mark == seen ? null : new RosterRefusal.FactsChanged(now.Changes.Count);
    }

    private async Task<Dictionary<PersonId, long>> GrantedBesideAsync(Roster roster, CancellationToken stop)
    {
        var rows = await (
            from entry in db.RosterEntries
            join other in db.Rosters on entry.Roster equals other.Id
            where other.Semester == roster.Semester && other.Programme == roster.Programme && other.School == roster.School
                && other.Id != roster.Id && other.State == RosterState.Approved && other.Kind != RosterKind.Surplus
            select new { entry.Person, Fen = other.Kind == RosterKind.Recovery ? -entry.Fen : entry.Fen }).ToListAsync(stop);
        return rows.GroupBy(r => r.Person).ToDictionary(g => g.Key, g => g.Sum(r => r.Fen));
    }

    private sealed record FrozenEntry(RosterId Roster, Guid Id, PersonId Person, string Name, long Fen);

    private static string MarkOf(List<ChangedEntry> changes)
    {
        if (changes.Count == 0) return "none";
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        foreach (var change in changes)
        {
            hash.AppendData(change.Entry.ToByteArray());
            BinaryPrimitives.WriteInt64BigEndian(number, change.FenNow);
            hash.AppendData(number);
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(change.Why ?? ""));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 12));
    }
}
