using EduAid.Application.Calendar;
using EduAid.Application.Enrolments;
using EduAid.Application.Rosters;
using EduAid.Application.Settings;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Payments;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Payments;

/// <summary>Why an approved entry can't be paid now.</summary>
public enum WaitingFor
{
    /// <summary>Nothing: the next batch takes it.</summary>
    Batch = 1,

    /// <summary>No card, or one that can't be used.</summary>
    Card,

    /// <summary>A card was entered and a second person has not looked at it.</summary>
    CardConfirmation,

    /// <summary>The school has no account.</summary>
    Account,

    /// <summary>The bank refused the card that is still the latest known.</summary>
    OtherCard,

    /// <summary>A later list has another card than the one on the roster; a second person says which holds.</summary>
    ChangedCard,

    /// <summary>More pupils than the setting allows have this card; a second person looks at it.</summary>
    SharedCard,
}

/// <summary>An approved entry without an open payment.</summary>
/// <param name="Account">In the clear, for the bank file; null where there is none.</param>
/// <param name="Tried">The last try: batch number and line, and what the bank said.</param>
public sealed record WaitingEntry(
    Guid Entry, RosterId Roster, SchoolId School, PersonId Person, string Name, long Fen, WaitingFor Reason,
    string? PayeeName, string? Account, string? Bank, TriedPayment? Tried)
{
    /// <summary>Prints no account and no name.</summary>
    public override string ToString() => $"entry {Entry}";
}

/// <param name="Line">Such as 2020-1-0003/17.</param>
public sealed record TriedPayment(string Line, LineState State, string? Reason, string? ReasonText, byte[] AccountHash);

/// <summary>Finds what is approved, not closed and in no open payment, with the account to which it would go.</summary>
public sealed class PayableEntries(EduAidDbContext db, FieldCipher cipher, BusinessDay day)
{
    public async Task<IReadOnlyList<WaitingEntry>> WaitingAsync(Semester semester, Programme programme, CancellationToken stop)
    {
        var entries = await (
            from entry in db.RosterEntries
            join roster in db.Rosters on entry.Roster equals roster.Id
            where roster.Semester == semester && roster.Programme == programme.Code && roster.State == RosterState.Approved
                && (roster.Kind == RosterKind.Regular || roster.Kind == RosterKind.Supplement)
                && !db.LineEntries.Any(l => l.County == entry.County && l.Entry == entry.Id && l.Open)
                && !db.EntryClosures.Any(c => c.County == entry.County && c.Entry == entry.Id)
            select entry).ToListAsync(stop);
        if (entries.Count == 0) return [];
        var tried = await TriedAsync(semester, programme, stop);
        return programme.Payee == Payee.School
            ? await OfSchoolsAsync(entries, tried, semester, stop)
            : await OfCardsAsync(entries, tried, programme, semester, stop);
    }

    // A school sees its pupils' payments and no batch: what it may see of one, its number, is asked for apart.
    private async Task<Dictionary<Guid, TriedPayment>> TriedAsync(Semester semester, Programme programme, CancellationToken stop)
    {
        var rows = await (
            from link in db.LineEntries
            join line in db.PaymentLines on new { link.Batch, link.Sequence } equals new { line.Batch, line.Sequence }
            join entry in db.RosterEntries on link.Entry equals entry.Id
            join roster in db.Rosters on entry.Roster equals roster.Id
            where roster.Semester == semester && roster.Programme == programme.Code && !link.Open
                && (line.State == LineState.Failed || line.State == LineState.Returned)
            select new { link.Entry, link.Batch, link.Sequence, line.State, line.Reason, line.ReasonText, line.AccountHash }).ToListAsync(stop);
        var batches = await BatchNumbers.OfAsync(db, rows.Select(r => r.Batch), stop);
        var tried = new Dictionary<Guid, TriedPayment>();
        foreach (var row in rows.OrderBy(r => batches[r.Batch].Sequence))
            tried[row.Entry] = new($"{batches[row.Batch].Number}/{row.Sequence}", row.State, row.Reason, row.ReasonText, row.AccountHash);
        return tried;
    }

    private async Task<IReadOnlyList<WaitingEntry>> OfSchoolsAsync(
        List<RosterEntry> entries, Dictionary<Guid, TriedPayment> tried, Semester semester, CancellationToken stop)
    {
        // The account that the register has by now: a school that had none when the roster was made is paid once it has one.
        var versions = (await db.SchoolVersions.Where(v => !v.Undone && v.From <= semester).ToListAsync(stop))
            .GroupBy(v => v.School).ToDictionary(g => g.Key, g => g.OrderBy(v => v.From).ThenBy(v => v.Import).Last());
        return
        [
            .. entries.Select(e =>
            {
                var version = versions.GetValueOrDefault(e.School);
                var account = version?.AccountCipher is { } sealed_
                    ? cipher.Decrypt(sealed_, Places.SchoolAccount(version.County, version.School, version.From, version.Import)) : null;
                return new WaitingEntry(
                    e.Id, e.Roster, e.School, e.Person, e.Name, e.Fen, account is null ? WaitingFor.Account : WaitingFor.Batch,
                    version?.PayeeName ?? version?.Name, account, version?.Bank, tried.GetValueOrDefault(e.Id));
            }),
        ];
    }

    private async Task<IReadOnlyList<WaitingEntry>> OfCardsAsync(
        List<RosterEntry> entries, Dictionary<Guid, TriedPayment> tried, Programme programme, Semester semester, CancellationToken stop)
    {
        var ids = entries.Select(e => e.Id).ToHashSet();
        var people = entries.Select(e => e.Person).ToHashSet();
        var cards = (await db.PersonCards.OrderBy(c => c.At).ToListAsync(stop)).Where(c => people.Contains(c.Person)).ToLookup(c => c.Person);
        var listed = (await (programme.JudgesAdmissions ? AdmittedCards(programme, semester) : EnrolledCards(programme, semester)).ToListAsync(stop))
            .Where(c => ids.Contains(c.Entry)).ToDictionary(c => c.Entry);
        var most = (await SettingBook.LoadAsync(db, day.Today, stop)).MostPupilsOfACard;
        return [.. entries.Select(e => OfCard(e, cards[e.Person].ToList(), listed.GetValueOrDefault(e.Id), tried.GetValueOrDefault(e.Id), programme, most))];
    }

    private IQueryable<ListedCard> EnrolledCards(Programme programme, Semester semester)
    {
        var current = db.SchoolLists.Where(l => l.Current && l.Kind == SchoolListKind.Enrolments && l.Semester == semester);
        return from entry in db.RosterEntries
               join row in db.Enrolments on new { entry.List, entry.Line } equals new { row.List, row.Line }
               join roster in db.Rosters on entry.Roster equals roster.Id
               where roster.Programme == programme.Code && roster.Semester == semester && roster.State == RosterState.Approved
               select new ListedCard(
                   entry.Id, row.CardCipher, row.CardHash, row.Bank, row.Holder,
                   db.Enrolments.Where(r => r.Person == entry.Person && r.School == entry.School && r.CardHash != null && current.Any(l => l.Id == r.List)).Select(r => r.CardHash).FirstOrDefault(),
                   current.Where(l => db.Enrolments.Any(r => r.List == l.Id && r.Person == entry.Person && r.School == entry.School && r.CardHash != null)).Select(l => (DateTimeOffset?)l.At).FirstOrDefault(),
                   row.CardHash == null ? 0 : db.Enrolments.Where(r => r.CardHash == row.CardHash && current.Any(l => l.Id == r.List)).Select(r => r.Person).Distinct().Count());
    }

    private IQueryable<ListedCard> AdmittedCards(Programme programme, Semester semester) =>
        from entry in db.RosterEntries
        join row in db.Admissions on new { entry.List, entry.Line } equals new { row.List, row.Line }
        join roster in db.Rosters on entry.Roster equals roster.Id
        where roster.Programme == programme.Code && roster.Semester == semester && roster.State == RosterState.Approved
        select new ListedCard(
            entry.Id, row.CardCipher, row.CardHash, row.Bank, row.Holder, null, null,
            row.CardHash == null ? 0 : db.Admissions.Where(r => r.CardHash == row.CardHash && db.SchoolLists.Any(l => l.Id == r.List && l.Current)).Select(r => r.Person).Distinct().Count());

    private WaitingEntry OfCard(RosterEntry entry, List<PersonCard> cards, ListedCard? listed, TriedPayment? tried, Programme programme, int most)
    {
        var (payee, account, bank) = ((string?)null, (string?)null, (string?)null);
        var mended = cards.FindLast(c => c.Usable);
        if (mended is not null)
            (payee, account, bank) = (mended.Holder, cipher.Decrypt(mended.CardCipher, Places.PersonCard(mended.County, mended.Id)), mended.Bank);
        else if (listed?.Cipher is { } sealed_)
        {
            var place = programme.JudgesAdmissions
                ? Places.AdmissionCard(entry.County, entry.List, entry.Line) : Places.Enrolment("card", entry.County, entry.List, entry.Line);
            var holder = string.IsNullOrEmpty(listed.Holder) ? entry.Name : listed.Holder;
            (payee, account, bank) = (holder, cipher.Decrypt(sealed_, place), listed.Bank);
        }
        // What the bank has refused is not sent to the same card again; the school finds another one.
        var refused = account is not null && tried is not null && tried.Reason != BankReasons.Other
            && tried.AccountHash.AsSpan().SequenceEqual(cipher.Hash("account", entry.County, account));
        var waitsFor = cards.Exists(c => c.ConfirmedAt is null) ? WaitingFor.CardConfirmation
            : account is null ? WaitingFor.Card
            : refused ? WaitingFor.OtherCard
            : IsChanged(listed, mended) ? WaitingFor.ChangedCard
            : mended is null && listed?.Sharing > most ? WaitingFor.SharedCard : WaitingFor.Batch;
        return new(entry.Id, entry.Roster, entry.School, entry.Person, entry.Name, entry.Fen, waitsFor, payee, account, bank, tried);
    }

    // A list that came after a second person's decision, with yet another card, asks for another decision.
    private static bool IsChanged(ListedCard? listed, PersonCard? mended) =>
        listed?.Newest is { } newest && !newest.AsSpan().SequenceEqual(mended?.CardHash ?? listed.Hash) && (mended is null || mended.At < listed.NewestAt);

    /// <param name="Newest">Hash of the card on the school's present list; null where it has none, or for admissions.</param>
    /// <param name="Sharing">Pupils on present lists with this card, the child among them.</param>
    private sealed record ListedCard(Guid Entry, byte[]? Cipher, byte[]? Hash, string? Bank, string? Holder, byte[]? Newest, DateTimeOffset? NewestAt, int Sharing);
}
