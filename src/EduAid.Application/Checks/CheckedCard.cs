using EduAid.Application.Rosters;
using EduAid.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Checks;

/// <summary>Where an entry's money goes: the account of its payment, or the card by which it would be paid now.</summary>
/// <param name="Account">Keyed hash.</param>
/// <param name="Holder">户名 as the list or the card says; null where neither does.</param>
/// <param name="Relation">What the holder is to the pupil; null where nobody has said.</param>
internal sealed record CheckedCard(CheckedEntry Entry, byte[] Account, string? Holder, string? Relation)
{
    /// <summary>Of every entry that is paid by card and has one.</summary>
    public static async Task<IReadOnlyList<CheckedCard>> OfAsync(CheckedSemester semester, CancellationToken stop)
    {
        var db = semester.Db;
        var listed = (await (from entry in db.RosterEntries
                             join row in db.Enrolments on new { entry.List, entry.Line } equals new { row.List, row.Line }
                             join roster in db.Rosters on entry.Roster equals roster.Id
                             where roster.Semester == semester.Semester && entry.Payee == Payee.Card && row.CardHash != null
                             select new { entry.Id, row.CardHash, row.Holder, row.Guardian, row.GuardianRelation }).ToListAsync(stop))
            .ToDictionary(r => r.Id, r => (Account: r.CardHash!, r.Holder, Relation: r.Holder == r.Guardian ? r.GuardianRelation : null));
        foreach (var row in await (from entry in db.RosterEntries
                                   join admission in db.Admissions on new { entry.List, entry.Line } equals new { admission.List, admission.Line }
                                   join roster in db.Rosters on entry.Roster equals roster.Id
                                   where roster.Semester == semester.Semester && admission.CardHash != null
                                   select new { entry.Id, admission.CardHash, admission.Holder }).ToListAsync(stop))
            listed.TryAdd(row.Id, (row.CardHash!, row.Holder, null));
        var mended = (await db.PersonCards.Where(c => c.ConfirmedAt != null && !c.Rejected).OrderBy(c => c.At)
            .Select(c => new { c.Person, c.CardHash, c.Holder, c.Relation }).ToListAsync(stop)).GroupBy(c => c.Person).ToDictionary(g => g.Key, g => g.Last());
        var cards = new List<CheckedCard>();
        foreach (var entry in semester.Entries.Where(e => e.Payee == Payee.Card))
        {
            var found = mended.TryGetValue(entry.Person, out var card) ? (Account: card.CardHash, card.Holder, card.Relation)
                : listed.TryGetValue(entry.Id, out var row) ? row : default;
            var account = semester.Payments[entry.Id].FirstOrDefault(p => p.Open)?.AccountHash ?? found.Account;
            if (account is not null) cards.Add(new(entry, account, found.Holder, found.Relation));
        }
        return cards;
    }
}
