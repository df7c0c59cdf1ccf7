using EduAid.Application.Audit;
using EduAid.Application.Enrolments;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Payments;

public enum CardRefusal
{
    NotYourRole = 1,
    NotFound,

    /// <summary>16 to 19 digits (domain.md section 2).</summary>
    NotACard,
    HolderMissing,

    /// <summary>The payee is often a guardian; then the relation is stated.</summary>
    RelationMissing,
    ReasonMissing,

    /// <summary>Somebody else looks at a card that one has entered.</summary>
    SamePerson,

    /// <summary>It was decided before.</summary>
    AlreadyDecided,
}

/// <param name="Holder">户名.</param>
/// <param name="Relation">与学生关系, where the holder is not the pupil.</param>
public sealed record NewCard(string Number, string Holder, string? Bank, string? Relation, string Reason);

/// <summary>Enters a card for a pupil in place of one that is missing, was refused or has changed. A second person looks at it before it is paid to.</summary>
public sealed class MendCard(EduAidDbContext db, Work work, FieldCipher cipher, AuditTrail trail, TimeProvider time)
{
    public Task<CardRefusal?> RunAsync(Actor actor, Guid entry, NewCard card, CancellationToken stop) => work.ChangeAsync(
        async () => await AddAsync(
            actor, await db.RosterEntries.Where(e => e.Id == entry).Select(e => new Payee(e.Person, e.School, e.Name)).SingleOrDefaultAsync(stop), card, stop),
        stop);

    /// <summary>The same for a pupil who stands on a list, on a roster or not.</summary>
    public Task<CardRefusal?> RunAsync(Actor actor, PersonId person, NewCard card, CancellationToken stop) => work.ChangeAsync(
        async () => await AddAsync(
            actor, await db.Enrolments.Where(e => e.Person == person).OrderByDescending(e => e.List).Select(e => new Payee(e.Person, e.School, e.Name)).FirstOrDefaultAsync(stop), card, stop),
        stop);

    private async Task<CardRefusal?> AddAsync(Actor actor, Payee? found, NewCard card, CancellationToken stop)
    {
        if (!PaymentRights.May(actor, PaymentAct.MendCard)) return CardRefusal.NotYourRole;
        if (found is null) return CardRefusal.NotFound;
        var (number, problem) = BankCard.Parse(Text.Fold(card.Number));
        if (problem is not null) return CardRefusal.NotACard;
        if (string.IsNullOrWhiteSpace(card.Holder)) return CardRefusal.HolderMissing;
        if (string.IsNullOrWhiteSpace(card.Reason)) return CardRefusal.ReasonMissing;
        var own = PersonName.FoldName(card.Holder) == PersonName.FoldName(found.Name);
        if (!own && string.IsNullOrWhiteSpace(card.Relation)) return CardRefusal.RelationMissing;
        var (county, now, digits) = (db.CountyCode, time.GetUtcNow(), number.Reveal());
        var id = Keys.New(now);
        db.PersonCards.Add(new PersonCard
        {
            County = county,
            Id = id,
            Person = found.Person,
            School = found.School,
            CardCipher = cipher.Encrypt(digits, Places.PersonCard(county, id)),
            CardHash = cipher.Hash("card", county, digits),
            Bank = Cut(card.Bank),
            Holder = card.Holder.Trim(),
            Relation = own ? null : Cut(card.Relation),
            Reason = card.Reason.Trim(),
            By = actor.Name,
            At = now,
        });
        await db.SaveChangesAsync(stop);
        trail.Record(actor, "card.mend", $"person:{found.Person.Value}", new { Card = BankCard.Mask(digits), card.Bank, card.Relation, Why = card.Reason.Trim() });
        return null;
    }

    private sealed record Payee(PersonId Person, SchoolId School, string Name);

    private static string? Cut(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A second person's word on a card that was entered by hand.</summary>
public sealed class DecideCard(EduAidDbContext db, Work work, AuditTrail trail, TimeProvider time)
{
    public Task<CardRefusal?> RunAsync(Actor actor, Guid card, bool right, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!PaymentRights.May(actor, PaymentAct.ConfirmCard)) return CardRefusal.NotYourRole;
            var found = await db.PersonCards.AsTracking().SingleOrDefaultAsync(c => c.Id == card, stop);
            if (found is null) return CardRefusal.NotFound;
            if (found.ConfirmedAt is not null) return CardRefusal.AlreadyDecided;
            if (!found.Decide(right, actor.Name, time.GetUtcNow())) return CardRefusal.SamePerson;
            await db.SaveChangesAsync(stop);
            trail.Record(actor, right ? "card.confirm" : "card.reject", $"person:{found.Person.Value}", new { Entered = found.By, found.Reason });
            return (CardRefusal?)null;
        },
        stop);
}

/// <summary>
/// A second person's word on a card that a list has: it is shared by several pupils, or a later list has another one. What holds from
/// then on is kept as a card of the pupil, entered by whoever sent the list.
/// </summary>
public sealed class ConfirmListedCard(EduAidDbContext db, Work work, FieldCipher cipher, AuditTrail trail, TimeProvider time)
{
    /// <param name="newer">The card of the school's present list; else the one on the roster.</param>
    public Task<CardRefusal?> RunAsync(Actor actor, Guid entry, bool newer, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!PaymentRights.May(actor, PaymentAct.ConfirmCard)) return CardRefusal.NotYourRole;
            if (await db.RosterEntries.SingleOrDefaultAsync(e => e.Id == entry, stop) is not { } found) return CardRefusal.NotFound;
            if (await ListedAsync(found, newer, stop) is not { } listed) return CardRefusal.NotFound;
            var (county, now) = (db.CountyCode, time.GetUtcNow());
            var id = Keys.New(now);
            var digits = cipher.Decrypt(listed.Cipher, listed.Place);
            var card = new PersonCard
            {
                County = county,
                Id = id,
                Person = found.Person,
                School = found.School,
                CardCipher = cipher.Encrypt(digits, Places.PersonCard(county, id)),
                CardHash = cipher.Hash("card", county, digits),
                Bank = listed.Bank,
                Holder = string.IsNullOrEmpty(listed.Holder) ? found.Name : listed.Holder,
                Relation = listed.Relation,
                Reason = newer ? "名单更正后的卡号" : "名册上的卡号",
                By = listed.By,
                At = now,
            };
            if (!card.Decide(true, actor.Name, now)) return CardRefusal.SamePerson;
            db.PersonCards.Add(card);
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "card.confirm", $"person:{found.Person.Value}", new { Entered = listed.By, Card = BankCard.Mask(digits), Newer = newer });
            return (CardRefusal?)null;
        },
        stop);

    private async Task<Listed?> ListedAsync(RosterEntry entry, bool newer, CancellationToken stop)
    {
        var lists = db.SchoolLists.Where(l => newer ? l.Current && l.Kind == SchoolListKind.Enrolments && db.Rosters.Any(r => r.Id == entry.Roster && r.Semester == l.Semester) : l.Id == entry.List);
        var enrolled = await (
            from row in db.Enrolments
            join list in lists on row.List equals list.Id
            where row.Person == entry.Person && row.School == entry.School && row.CardCipher != null && (newer || row.Line == entry.Line)
            select new { Row = row, list.By }).FirstOrDefaultAsync(stop);
        if (enrolled is not null)
        {
            var row = enrolled.Row;
            return new(row.CardCipher!, Places.Enrolment("card", row.County, row.List, row.Line), row.Bank, row.Holder, row.Holder == row.Guardian ? row.GuardianRelation : null, enrolled.By);
        }
        if (newer) return null;
        var admitted = await db.Admissions.Where(a => a.List == entry.List && a.Line == entry.Line && a.CardCipher != null)
            .Select(a => new { Row = a, By = db.SchoolLists.Where(l => l.Id == a.List).Select(l => l.By).First() }).FirstOrDefaultAsync(stop);
        return admitted is null ? null
            : new(admitted.Row.CardCipher!, Places.AdmissionCard(entry.County, entry.List, entry.Line), admitted.Row.Bank, admitted.Row.Holder, null, admitted.By);
    }

    private sealed record Listed(byte[] Cipher, string Place, string? Bank, string? Holder, string? Relation, string By);
}
