using System.Security.Cryptography;
using EduAid.Application.Calendar;
using EduAid.Application.Matching;
using EduAid.Application.Payments;
using EduAid.Application.Rosters;
using EduAid.Application.Settings;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Checks;

/// <summary>What the checks of a semester read, loaded once for all of them.</summary>
internal sealed class CheckedSemester
{
    private Task<IReadOnlyList<CheckedCard>>? cards;

    private CheckedSemester(EduAidDbContext db, Semester semester) => (Db, Semester) = (db, semester);

    public EduAidDbContext Db { get; }

    public Semester Semester { get; }

    public required SettingBook Settings { get; init; }

    public required DateOnly Today { get; init; }

    public required SchoolLabels Schools { get; init; }

    /// <summary>In the order of people and programmes.</summary>
    public required IReadOnlyList<CheckedEntry> Entries { get; init; }

    /// <summary>By the entry that they pay.</summary>
    public required ILookup<Guid, CheckedPayment> Payments { get; init; }

    /// <summary>The registered person of each enrolled one who is known to be the same under another ID.</summary>
    public required IReadOnlyDictionary<PersonId, PersonId> Matches { get; init; }

    /// <summary>The same of everybody whom the matching desk has ever joined, though both stand on lists and are judged apart.</summary>
    public required IReadOnlyDictionary<PersonId, PersonId> One { get; init; }

    /// <summary>People who are registered in the semester.</summary>
    public required IReadOnlySet<PersonId> Registered { get; init; }

    public IEnumerable<CheckedPayment> PaymentsOf(CheckedEntry entry) => entry.Parts.SelectMany(p => Payments[p.Id]);

    /// <summary>Whether a person is registered, under this ID or the one that the matching desk has found.</summary>
    public bool IsRegistered(PersonId person) => Registered.Contains(person) || (Matches.TryGetValue(person, out var other) && Registered.Contains(other));

    /// <summary>One human being, whatever the ID.</summary>
    public PersonId Same(PersonId person) => One.GetValueOrDefault(person, person);

    /// <summary>Where the money of those goes who are paid by card; read once for the checks that ask.</summary>
    public Task<IReadOnlyList<CheckedCard>> CardsAsync(CancellationToken stop) => cards ??= CheckedCard.OfAsync(this, stop);

    public static async Task<CheckedSemester> LoadAsync(EduAidDbContext db, FieldCipher cipher, Semester semester, BusinessDay day, CancellationToken stop)
    {
        var joined = await MatchLinks.Standing(db).Where(d => d.Verdict == MatchVerdict.Same).OrderBy(d => d.At).ThenBy(d => d.Id).Select(d => new { d.Enrolled, d.Registered }).ToListAsync(stop);
        return new(db, semester)
        {
            Settings = await SettingBook.LoadAsync(db, day.Today, stop),
            Today = day.Today,
            Schools = await SchoolLabels.LoadAsync(db, semester, stop),
            Entries = await EntriesAsync(db, semester, stop),
            Payments = (await PaymentsAsync(db, cipher, semester, stop)).ToLookup(p => p.Entry),
            Matches = await MatchLinks.LoadAsync(db, semester, stop),
            One = joined.GroupBy(d => d.Enrolled).ToDictionary(g => g.Key, g => g.Last().Registered),
            Registered = (await SemesterFacts.Valid(db, semester).Select(r => r.Person).ToListAsync(stop)).ToHashSet(),
        };
    }

    // A correction names the entry that it corrects and is of the difference: what stands is the sum of them all, drafted corrections included.
    private static async Task<IReadOnlyList<CheckedEntry>> EntriesAsync(EduAidDbContext db, Semester semester, CancellationToken stop)
    {
        var rows = await (from entry in db.RosterEntries
                          join roster in db.Rosters on entry.Roster equals roster.Id
                          where roster.Semester == semester && roster.Kind != RosterKind.Surplus
                          orderby entry.Person, roster.Programme, roster.Kind, entry.Id
                          select new { entry.Id, entry.Person, entry.School, entry.Name, roster.Programme, Roster = roster.Id, roster.Kind, roster.State, entry.Fen, entry.Payee, entry.List, entry.Line }).ToListAsync(stop);
        var closed = (await db.EntryClosures.Where(c => c.Reason != ClosureReason.CarriedOver).Select(c => c.Entry).ToListAsync(stop)).ToHashSet();
        var entries = new List<CheckedEntry>();
        foreach (var own in rows.GroupBy(r => (r.Person, r.Programme, r.School)))
        {
            var granted = own.Where(r => r.Kind != RosterKind.Recovery).ToList();
            var fen = granted.Sum(r => r.Fen) - own.Where(r => r.Kind == RosterKind.Recovery).Sum(r => r.Fen);
            if (fen <= 0 || granted is not [var first, ..]) continue;
            entries.Add(new(
                first.Id, first.Person, first.School, first.Name, first.Programme, first.Roster, fen, first.Payee, first.List, first.Line,
                [.. granted.Select(r => new CheckedPart(r.Id, r.State, closed.Contains(r.Id)))]));
        }
        return entries;
    }

    private static async Task<IReadOnlyList<CheckedPayment>> PaymentsAsync(EduAidDbContext db, FieldCipher cipher, Semester semester, CancellationToken stop)
    {
        var rows = await (from link in db.LineEntries
                          join line in db.PaymentLines on new { link.Batch, link.Sequence } equals new { line.Batch, line.Sequence }
                          join batch in db.Batches on link.Batch equals batch.Id
                          where batch.Semester == semester
                          select new { link.Entry, link.Batch, link.Sequence, link.Open, line.State, line.CreditedOn, line.PayeeName, line.AccountCipher, batch.Payee, batch.ReleasedAt }).ToListAsync(stop);
        return
        [
            .. rows.Select(r => new CheckedPayment(
                r.Entry, r.State, r.Open, r.CreditedOn, r.PayeeName,
                r.Payee == Payee.Card && r.Open ? CardOf(cipher, db.CountyCode, r.AccountCipher, Places.PaymentAccount(db.CountyCode, r.Batch, r.Sequence)) : null, r.ReleasedAt)),
        ];
    }

    // Lines carry another hash than lists do: the number itself is compared. What was erased or altered is compared with nothing.
    private static byte[]? CardOf(FieldCipher cipher, string county, byte[] account, string place)
    {
        try
        {
            return cipher.Decrypt(account, place) is { Length: > 0 } number ? cipher.Hash("card", county, number) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
