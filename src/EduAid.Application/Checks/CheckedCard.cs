using EduAid.Application.Rosters;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Checks;

/// <summary>Where a child's money goes: the card of its payment, or the one by which it would be paid now.</summary>
/// <param name="Card">Keyed hash.</param>
/// <param name="Holder">户名; null where nobody has said.</param>
/// <param name="Relation">What the holder of that card is to the pupil; null where nobody has said.</param>
internal sealed record CheckedCard(CheckedEntry Entry, byte[] Card, string? Holder, string? Relation)
{
    /// <summary>Of every child who is paid by card and has one.</summary>
    public static async Task<IReadOnlyList<CheckedCard>> OfAsync(CheckedSemester semester, CancellationToken stop)
    {
        var known = await KnownAsync(semester, stop);
        var cards = new List<CheckedCard>();
        foreach (var entry in semester.Entries.Where(e => e.Payee == Payee.Card))
        {
            var own = known[entry.Id].ToList();
            // A card that was mended later does not change on which one the money went.
            if (semester.PaymentsOf(entry).FirstOrDefault(p => p is { Open: true, Card: not null }) is { } paid)
                cards.Add(new(entry, paid.Card!, paid.Payee, own.Find(c => c.Card.AsSpan().SequenceEqual(paid.Card))?.Relation));
            else if (own is [var first, ..]) cards.Add(new(entry, first.Card, first.Holder, first.Relation));
        }
        return cards;
    }

    // Cards of an entry that are on record, the one that would be paid first: entered by hand and looked at, then the list's.
    private static async Task<ILookup<Guid, Known>> KnownAsync(CheckedSemester semester, CancellationToken stop)
    {
        var db = semester.Db;
        var mended = (await db.PersonCards.Where(c => c.ConfirmedAt != null && !c.Rejected).OrderByDescending(c => c.At)
            .Select(c => new { c.Person, c.CardHash, c.Holder, c.Relation }).ToListAsync(stop)).ToLookup(c => c.Person, c => new Known(c.CardHash, c.Holder, c.Relation));
        var enrolled = await (from entry in db.RosterEntries
                              join row in db.Enrolments on new { entry.List, entry.Line } equals new { row.List, row.Line }
                              join roster in db.Rosters on entry.Roster equals roster.Id
                              where roster.Semester == semester.Semester && entry.Payee == Payee.Card && row.CardHash != null
                              select new { entry.Id, row.CardHash, row.Holder, row.Guardian, row.GuardianRelation }).ToListAsync(stop);
        var admitted = await (from entry in db.RosterEntries
                              join row in db.Admissions on new { entry.List, entry.Line } equals new { row.List, row.Line }
                              join roster in db.Rosters on entry.Roster equals roster.Id
                              where roster.Semester == semester.Semester && row.CardHash != null
                              select new { entry.Id, row.CardHash, row.Holder }).ToListAsync(stop);
        var listed = enrolled.Select(r => (r.Id, Card: new Known(r.CardHash!, r.Holder, PersonName.AreAlike(r.Holder, r.Guardian) ? r.GuardianRelation : null)))
            .Concat(admitted.Select(r => (r.Id, Card: new Known(r.CardHash!, r.Holder, null)))).ToLookup(r => r.Id, r => r.Card);
        return semester.Entries.SelectMany(e => mended[e.Person].Concat(listed[e.Id]), (entry, card) => (entry.Id, card)).ToLookup(c => c.Id, c => c.card);
    }

    private sealed record Known(byte[] Card, string? Holder, string? Relation);
}
