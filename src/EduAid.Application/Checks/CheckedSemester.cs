using EduAid.Application.Calendar;
using EduAid.Application.Matching;
using EduAid.Application.Payments;
using EduAid.Application.Rosters;
using EduAid.Application.Settings;
using EduAid.Application.Storage;
using EduAid.Domain.Payments;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Checks;

/// <summary>An entry of a regular or supplementary roster that nobody is taking back.</summary>
/// <param name="List">The list version and line that it stands on.</param>
internal sealed record CheckedEntry(
    Guid Id, PersonId Person, SchoolId School, string Name, string Programme, RosterId Roster, RosterState State, long Fen, Payee Payee, Guid List, int Line);

/// <summary>A payment of an entry, whatever became of it.</summary>
internal sealed record CheckedPayment(Guid Entry, LineState State, bool Open, DateOnly? CreditedOn, byte[] AccountHash, DateTimeOffset? ReleasedAt);

/// <summary>What the checks of a semester read, loaded once for all of them.</summary>
internal sealed class CheckedSemester
{
    private CheckedSemester(EduAidDbContext db, Semester semester) => (Db, Semester) = (db, semester);

    public EduAidDbContext Db { get; }

    public Semester Semester { get; }

    public required SettingBook Settings { get; init; }

    public required DateOnly Today { get; init; }

    public required IReadOnlyList<CheckedEntry> Entries { get; init; }

    public required ILookup<Guid, CheckedPayment> Payments { get; init; }

    /// <summary>The registered person of each enrolled one who is known to be the same under another ID.</summary>
    public required IReadOnlyDictionary<PersonId, PersonId> Matches { get; init; }

    /// <summary>The same of everybody whom the matching desk has ever joined, though both stand on lists and are judged apart.</summary>
    public required IReadOnlyDictionary<PersonId, PersonId> One { get; init; }

    /// <summary>People who are registered in the semester.</summary>
    public required IReadOnlySet<PersonId> Registered { get; init; }

    /// <summary>The day on which the bank paid an entry; null while it has not, or has taken it back.</summary>
    public DateOnly? PaidOn(Guid entry) => Payments[entry].FirstOrDefault(p => p is { Open: true, State: LineState.Paid })?.CreditedOn;

    public bool IsPaid(Guid entry) => Payments[entry].Any(p => p is { Open: true, State: LineState.Paid });

    /// <summary>Whether a person is registered, under this ID or the one that the matching desk has found.</summary>
    public bool IsRegistered(PersonId person) => Registered.Contains(person) || (Matches.TryGetValue(person, out var other) && Registered.Contains(other));

    /// <summary>One human being, whatever the ID.</summary>
    public PersonId Same(PersonId person) => One.GetValueOrDefault(person, person);

    public static async Task<CheckedSemester> LoadAsync(EduAidDbContext db, Semester semester, BusinessDay day, CancellationToken stop)
    {
        // What an unfinished or approved recovery takes back is being put right already.
        var back = await (from entry in db.RosterEntries
                          join roster in db.Rosters on entry.Roster equals roster.Id
                          where roster.Semester == semester && roster.Kind == RosterKind.Recovery && entry.Corrects != null
                          select new { Entry = entry.Corrects!.Value, entry.Fen }).ToListAsync(stop);
        var taken = back.GroupBy(b => b.Entry).ToDictionary(g => g.Key, g => g.Sum(b => b.Fen));
        var entries = await (from entry in db.RosterEntries
                             join roster in db.Rosters on entry.Roster equals roster.Id
                             where roster.Semester == semester && (roster.Kind == RosterKind.Regular || roster.Kind == RosterKind.Supplement)
                             orderby entry.Person, roster.Programme, entry.Id
                             select new CheckedEntry(
                                 entry.Id, entry.Person, entry.School, entry.Name, roster.Programme, roster.Id, roster.State, entry.Fen, entry.Payee, entry.List, entry.Line)).ToListAsync(stop);
        var payments = await (from link in db.LineEntries
                              join line in db.PaymentLines on new { link.Batch, link.Sequence } equals new { line.Batch, line.Sequence }
                              join batch in db.Batches on link.Batch equals batch.Id
                              where batch.Semester == semester
                              select new CheckedPayment(link.Entry, line.State, link.Open, line.CreditedOn, line.AccountHash, batch.ReleasedAt)).ToListAsync(stop);
        var joined = await MatchLinks.Standing(db).Where(d => d.Verdict == MatchVerdict.Same).OrderBy(d => d.At).ThenBy(d => d.Id).Select(d => new { d.Enrolled, d.Registered }).ToListAsync(stop);
        return new(db, semester)
        {
            Settings = await SettingBook.LoadAsync(db, day.Today, stop),
            Today = day.Today,
            Entries = [.. entries.Where(e => taken.GetValueOrDefault(e.Id) < e.Fen)],
            Payments = payments.ToLookup(p => p.Entry),
            Matches = await MatchLinks.LoadAsync(db, semester, stop),
            One = joined.GroupBy(d => d.Enrolled).ToDictionary(g => g.Key, g => g.Last().Registered),
            Registered = (await SemesterFacts.Valid(db, semester).Select(r => r.Person).ToListAsync(stop)).ToHashSet(),
        };
    }
}
