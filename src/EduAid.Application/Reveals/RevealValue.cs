using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.People;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Reveals;

/// <summary>Which value: a person's, or that of one line of a list version.</summary>
public sealed record RevealTarget(RevealKind Kind, Guid Key, int Line = 0)
{
    /// <summary>The key as it stands in an address: <c>guid</c>, or <c>guid.line</c>.</summary>
    public string Place => HasNoLine(Kind) ? $"{Key}" : $"{Key}.{Line}";

    private static bool HasNoLine(RevealKind kind) => kind is RevealKind.CitizenId or RevealKind.MendedCard or RevealKind.CorrectedPhone or RevealKind.CorrectedGuardianId;

    /// <summary>Null where the texts name no value.</summary>
    public static RevealTarget? Read(string? kind, string? place)
    {
        if (!Enum.TryParse<RevealKind>(kind, ignoreCase: true, out var which) || !Enum.IsDefined(which)) return null;
        var parts = (place ?? "").Split('.', 2);
        if (!Guid.TryParse(parts[0], out var key)) return null;
        if (HasNoLine(which)) return parts.Length == 1 ? new(which, key) : null;
        return parts.Length == 2 && int.TryParse(parts[1], out var line) && line > 0 ? new(which, key, line) : null;
    }
}

/// <summary>What somebody needs the value for.</summary>
public enum RevealPurpose
{
    CheckIdentity = 1,
    CheckCard,
    ContactFamily,
    AnswerObjection,
    MendReturn,
    Audit,
    Other,
}

public enum RevealRefusal
{
    /// <summary>No such value in the scope.</summary>
    NotFound = 1,

    /// <summary>Not for this role.</summary>
    NotAllowed,

    /// <summary>No purpose was chosen, or "other" was not explained.</summary>
    PurposeMissing,
}

/// <param name="Value">The whole value, for this answer alone.</param>
public sealed record RevealOutcome(string? Value, RevealRefusal? Refusal = null);

/// <summary>A protected value as whoever asks for it sees it first.</summary>
public sealed record MaskedValue(PersonId Person, string Name, string Masked);

/// <summary>
/// Shows one protected value in full, to who may see it and says what for. The trail has who, what and why before the value leaves;
/// a refusal is an event too.
/// </summary>
public sealed class RevealValue(EduAidDbContext db, FieldCipher cipher, PersonDirectory people, Work work, AuditTrail trail)
{
    private const int LongestNote = 200;

    /// <summary>The value masked; null where the scope has none.</summary>
    public async Task<MaskedValue?> FindAsync(RevealTarget target, CancellationToken stop) =>
        await ReadAsync(target, stop) is { } found ? new(found.Person, found.Name, found.Masked) : null;

    public Task<RevealOutcome> RunAsync(Actor actor, Role role, RevealTarget target, RevealPurpose? purpose, string? note, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (await ReadAsync(target, stop) is not { } found) return Refuse(RevealRefusal.NotFound);
            var (why, subject) = ((note ?? "").Trim(), $"person:{found.Person.Value:N}");
            if (!RevealRights.May(role, target.Kind))
            {
                trail.Record(actor, "access.refuse", subject, new { What = target.Kind.ToString() });
                return Refuse(RevealRefusal.NotAllowed);
            }
            if (purpose is not { } chosen || !Enum.IsDefined(chosen) || (chosen == RevealPurpose.Other && why.Length == 0)) return Refuse(RevealRefusal.PurposeMissing);
            trail.Record(actor, "person.reveal", subject, new
            {
                What = target.Kind.ToString(),
                Value = found.Masked,
                Purpose = chosen.ToString(),
                // What is typed as a reason may be the number itself.
                Why = WithoutNumbers(why.Length > LongestNote ? why[..LongestNote] : why),
            });
            return new RevealOutcome(found.Whole);
        },
        stop);

    private static RevealOutcome Refuse(RevealRefusal refusal) => new(null, refusal);

    private static string WithoutNumbers(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, "[0-9]{7,}[0-9Xx]?", m => new string('*', m.Length));

    private async Task<Found?> ReadAsync(RevealTarget target, CancellationToken stop)
    {
        var (key, line) = (target.Key, target.Line);
        switch (target.Kind)
        {
            case RevealKind.CitizenId:
                var person = new PersonId(key);
                if (await db.People.FirstOrDefaultAsync(p => p.Id == person, stop) is not { } known) return null;
                return (await people.RevealAsync([person], stop)).TryGetValue(person, out var id) ? new(person, known.Name, id.Reveal(), id.ToString()) : null;
            case RevealKind.AdmissionCard:
                if (await db.Admissions.FirstOrDefaultAsync(a => a.List == key && a.Line == line, stop) is not { CardCipher: { } sealed_ } graduate) return null;
                return Of(graduate.Person, graduate.Name, cipher.Decrypt(sealed_, Places.AdmissionCard(graduate.County, key, line)), BankCard.Mask);
            case RevealKind.MendedCard:
                if (await db.PersonCards.FirstOrDefaultAsync(c => c.Id == key, stop) is not { } mended) return null;
                return Of(mended.Person, mended.Holder, cipher.Decrypt(mended.CardCipher, Places.PersonCard(mended.County, key)), BankCard.Mask);
            case RevealKind.CorrectedPhone or RevealKind.CorrectedGuardianId:
                if (await db.PersonChanges.FirstOrDefaultAsync(c => c.Id == key, stop) is not { } change) return null;
                var phone = target.Kind == RevealKind.CorrectedPhone;
                if ((phone ? change.PhoneCipher : change.GuardianIdCipher) is not { } entered) return null;
                return Of(change.Person, change.Name ?? "", cipher.Decrypt(entered, Places.PersonChange(phone ? "phone" : "guardian-id", change.County, key)), phone ? Telephone.Mask : CitizenId.Mask);
            default:
                if (await db.Enrolments.FirstOrDefaultAsync(e => e.List == key && e.Line == line, stop) is not { } row) return null;
                return target.Kind switch
                {
                    RevealKind.Card => Of(row, row.CardCipher, "card", BankCard.Mask),
                    RevealKind.Phone => Of(row, row.PhoneCipher, "phone", Telephone.Mask),
                    _ => Of(row, row.GuardianIdCipher, "guardian-id", CitizenId.Mask),
                };
        }
    }

    private Found? Of(Enrolments.Enrolment row, byte[]? sealed_, string column, Func<string, string> mask) =>
        sealed_ is null ? null : Of(row.Person, row.Name, cipher.Decrypt(sealed_, Places.Enrolment(column, row.County, row.List, row.Line)), mask);

    private static Found Of(PersonId person, string name, string whole, Func<string, string> mask) => new(person, name, whole, mask(whole));

    private sealed record Found(PersonId Person, string Name, string Whole, string Masked);
}
