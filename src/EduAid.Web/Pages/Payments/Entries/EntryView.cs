using EduAid.Application.Enrolments;
using EduAid.Application.Payments;
using EduAid.Application.People;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Payments;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using EduAid.Web.Parts.Figures;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Payments.Entries;

/// <param name="Account">Masked.</param>
public sealed record EntryLine(
    Guid Batch, string Number, int Sequence, string Payee, string Account, long Fen, LineState State, string? Reason, string? ReasonText, DateOnly? CreditedOn, string? TriedBefore);

/// <summary>What the bank said of a payment, in which of its files and rows.</summary>
public sealed record EntryAnswer(int Return, string File, int Row, Guid Batch, int Sequence, BankOutcome Outcome, string? Reason, DateOnly? CreditedOn, bool Undone);

/// <param name="Number">Masked.</param>
public sealed record EntryCard(string Number, string Holder, string? Relation, string? Bank, string Reason, string By, bool Decided, bool Rejected);

/// <summary>The cards that lists have for an entry's pupil.</summary>
/// <param name="Old">On the roster, masked; null where there is none.</param>
/// <param name="New">On the school's present list, masked; null where it is the same or there is none.</param>
/// <param name="Sharing">Pupils on present lists with the old one.</param>
public sealed record ListedCards(string? Old, string? New, int Sharing);

/// <summary>One entry with everything that became of its money.</summary>
public sealed record EntryView(
    RosterEntry Entry, Roster Roster, string School, EntryClosure? Closure, CitizenId? Id, IReadOnlyList<EntryLine> Lines, IReadOnlyList<EntryAnswer> Answers, IReadOnlyList<EntryCard> Cards,
    ListedCards Listed)
{
    public Programme Programme => Programme.Find(Roster.Programme)!;

    /// <summary>Approved, in no open payment and not closed.</summary>
    public bool Waits => Roster.State == RosterState.Approved && Roster.Kind is RosterKind.Regular or RosterKind.Supplement && Closure is null && !Lines.Any(l => l.State.IsOpen());

    /// <returns>Null where there is no such entry within the scope.</returns>
    public static async Task<EntryView?> LoadAsync(EduAidDbContext db, PersonDirectory people, FieldCipher cipher, Guid id, CancellationToken stop)
    {
        var found = await (
            from entry in db.RosterEntries
            join roster in db.Rosters on entry.Roster equals roster.Id
            where entry.Id == id
            select new
            {
                Entry = entry,
                Roster = roster,
                School = db.SchoolVersions.Where(v => v.School == entry.School && !v.Undone && v.From <= roster.Semester)
                    .OrderByDescending(v => v.From).ThenByDescending(v => v.Import).Select(v => v.Name).FirstOrDefault(),
                Closure = db.EntryClosures.FirstOrDefault(c => c.Entry == entry.Id),
            }).SingleOrDefaultAsync(stop);
        if (found is null) return null;
        // A school sees no batch, but of the payments of its own pupils it knows in which they went.
        var lines = await (
            from link in db.LineEntries.IgnoreQueryFilters([EduAidDbContext.SchoolFilter])
            join line in db.PaymentLines on new { link.Batch, link.Sequence } equals new { line.Batch, line.Sequence }
            join batch in db.Batches on link.Batch equals batch.Id
            where link.Entry == id
            orderby batch.Sequence
            select new { Line = line, link.Fen, batch.Number }).ToListAsync(stop);
        // The bank's files are the county's: a school sees what became of its pupils' payments.
        var answers = lines.Count == 0 || db.Scope is not { Schools: null } ? [] : await (
            from link in db.LineEntries
            join row in db.BankReturnRows on new { Batch = (Guid?)link.Batch, Sequence = (int?)link.Sequence } equals new { row.Batch, row.Sequence }
            join taken in db.BankReturns on row.Return equals taken.Number
            where link.Entry == id && row.Verdict == ReturnVerdict.Applied
            orderby row.Return, row.Number
            select new EntryAnswer(taken.Number, taken.FileName, row.Row, link.Batch, link.Sequence, row.Outcome!.Value, row.Reason, row.CreditedOn, taken.UndoneAt != null)).ToListAsync(stop);
        var person = found.Entry.Person;
        var cards = await db.PersonCards.Where(c => c.Person == person).ToListAsync(stop);
        var ids = await people.RevealAsync([person], stop);
        return new(
            found.Entry, found.Roster, found.School ?? "—", found.Closure, ids.TryGetValue(person, out var number) ? number : null,
            [.. lines.Select(l => new EntryLine(
                l.Line.Batch, l.Number, l.Line.Sequence, l.Line.PayeeName, Masks.Card(cipher.Decrypt(l.Line.AccountCipher, Places.PaymentAccount(l.Line.County, l.Line.Batch, l.Line.Sequence))),
                l.Fen, l.Line.State, l.Line.Reason, l.Line.ReasonText, l.Line.CreditedOn, l.Line.TriedBefore))],
            answers,
            [.. cards.OrderBy(c => c.At).Select(c => new EntryCard(
                Masks.Card(cipher.Decrypt(c.CardCipher, Places.PersonCard(c.County, c.Id))), c.Holder, c.Relation, c.Bank, c.Reason, c.By, c.ConfirmedAt is not null, c.Rejected))],
            await ListedAsync(db, cipher, found.Entry, found.Roster, stop));
    }

    // The rows of the roster's list and of the present one; often the same.
    private static async Task<ListedCards> ListedAsync(EduAidDbContext db, FieldCipher cipher, RosterEntry entry, Roster roster, CancellationToken stop)
    {
        if (roster.State != RosterState.Approved || entry.Payee != Payee.Card) return new(null, null, 0);
        var current = db.SchoolLists.Where(l => l.Current && l.Kind == SchoolListKind.Enrolments && l.Semester == roster.Semester);
        var rows = await db.Enrolments
            .Where(r => r.CardCipher != null && ((r.List == entry.List && r.Line == entry.Line) || (r.Person == entry.Person && r.School == entry.School && current.Any(l => l.Id == r.List))))
            .Select(r => new { Row = r, Sharing = db.Enrolments.Where(o => o.CardHash == r.CardHash && current.Any(l => l.Id == o.List)).Select(o => o.Person).Distinct().Count() })
            .ToListAsync(stop);
        var old = rows.Find(r => r.Row.List == entry.List && r.Row.Line == entry.Line);
        var now = rows.Find(r => r != old && !r.Row.CardHash.AsSpan().SequenceEqual(old?.Row.CardHash));
        return new(CardOf(old?.Row), CardOf(now?.Row), old?.Sharing ?? 0);

        string? CardOf(Enrolment? row) => row?.CardCipher is { } sealed_ ? Masks.Card(cipher.Decrypt(sealed_, Places.Enrolment("card", row.County, row.List, row.Line))) : null;
    }
}
