using EduAid.Application.Audit;
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

/// <summary>Enters a card for a pupil who stands on a roster, in place of one that is missing or was refused. A second person looks at it before it is paid to.</summary>
public sealed class MendCard(EduAidDbContext db, Work work, FieldCipher cipher, AuditTrail trail, TimeProvider time)
{
    public Task<CardRefusal?> RunAsync(Actor actor, Guid entry, NewCard card, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!PaymentRights.May(actor, PaymentAct.MendCard)) return CardRefusal.NotYourRole;
            var found = await db.RosterEntries.SingleOrDefaultAsync(e => e.Id == entry, stop);
            if (found is null) return CardRefusal.NotFound;
            var (number, problem) = BankCard.Parse(Text.Fold(card.Number));
            if (problem is not null) return CardRefusal.NotACard;
            if (string.IsNullOrWhiteSpace(card.Holder)) return CardRefusal.HolderMissing;
            if (string.IsNullOrWhiteSpace(card.Reason)) return CardRefusal.ReasonMissing;
            var own = PersonName.FoldName(card.Holder) == PersonName.FoldName(found.Name);
            if (!own && string.IsNullOrWhiteSpace(card.Relation)) return CardRefusal.RelationMissing;
            var now = time.GetUtcNow();
            var id = Keys.New(now);
            var digits = number.Reveal();
            db.PersonCards.Add(new PersonCard
            {
                County = found.County,
                Id = id,
                Person = found.Person,
                School = found.School,
                CardCipher = cipher.Encrypt(digits, Places.PersonCard(found.County, id)),
                CardHash = cipher.Hash("card", found.County, digits),
                Bank = Cut(card.Bank),
                Holder = card.Holder.Trim(),
                Relation = own ? null : Cut(card.Relation),
                Reason = card.Reason.Trim(),
                By = actor.Name,
                At = now,
            });
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "card.mend", $"person:{found.Person.Value}", new { Card = BankCard.Mask(digits), card.Bank, card.Relation, Why = card.Reason.Trim() });
            return (CardRefusal?)null;
        },
        stop);

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
