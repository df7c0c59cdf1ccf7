using EduAid.Application.Audit;
using EduAid.Application.Enrolments;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.People;

/// <summary>Why something on record about a person was not corrected.</summary>
public enum CorrectionRefusal
{
    NotYourRole = 1,
    NotFound,
    NameMissing,

    /// <summary>18 characters, a date that exists, and the check character (GB 11643).</summary>
    IdWrong,

    /// <summary>Somebody else has, or had, this ID.</summary>
    IdTaken,
    GuardianIdWrong,

    /// <summary>7 to 15 digits.</summary>
    PhoneWrong,
    NothingChanged,
    ReasonMissing,

    /// <summary>One of the same kind waits for its decision.</summary>
    AlreadyWaiting,

    /// <summary>Somebody else decides.</summary>
    SamePerson,
    AlreadyDecided,
}

/// <param name="Change">What was stored: in force, or waiting for a second person.</param>
public sealed record CorrectionOutcome(PersonChange? Change, CorrectionRefusal? Refusal = null);

/// <param name="Guardian">监护人姓名; blank for one that stays as it is, as everything here.</param>
public sealed record NewContact(string? Guardian, string? Relation, string? GuardianId, string? Phone);

/// <summary>
/// Corrects a name, a citizen ID, or guardian and phone, with a reason. Where a signed roster has the pupil, a name or an ID waits for a
/// second person; otherwise it holds at once.
/// </summary>
public sealed class CorrectPerson(
    EduAidDbContext db, Work work, PersonDirectory people, FieldCipher cipher, ApplyCorrection apply, CorrectionEffect effect, AuditTrail trail, TimeProvider time)
{
    /// <param name="semester">The semester whose list has the wrong name.</param>
    public Task<CorrectionOutcome> NameAsync(Actor actor, Semester semester, PersonId person, string? name, string? reason, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (await FindAsync(actor, person, stop) is not { } found) return Refused(PersonRights.MayCorrect(actor) ? CorrectionRefusal.NotFound : CorrectionRefusal.NotYourRole);
            if (PersonName.Parse(name) is not { } parsed || parsed.Written.Length > 100) return Refused(CorrectionRefusal.NameMissing);
            if (string.IsNullOrWhiteSpace(reason)) return Refused(CorrectionRefusal.ReasonMissing);
            var written = parsed.Written;
            var listed = await apply.LinesOf(semester, person).Select(e => e.Name).ToListAsync(stop);
            if (written == found.Name && listed.TrueForAll(n => n == written)) return Refused(CorrectionRefusal.NothingChanged);
            var before = listed.Find(n => n != written) ?? found.Name;
            return await StoreAsync(actor, Draft(actor, found, PersonChangeKind.Name, semester, before, reason, await effect.SignedAsync(semester, person, stop)), c => c.Name = written, stop);
        },
        stop);

    public Task<CorrectionOutcome> CitizenIdAsync(Actor actor, Semester semester, PersonId person, string? number, string? reason, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (await FindAsync(actor, person, stop) is not { } found) return Refused(PersonRights.MayCorrect(actor) ? CorrectionRefusal.NotFound : CorrectionRefusal.NotYourRole);
            var parsed = CitizenId.Parse(Text.Fold(number), time.Today());
            if (!parsed.IsValid) return Refused(CorrectionRefusal.IdWrong);
            if (string.IsNullOrWhiteSpace(reason)) return Refused(CorrectionRefusal.ReasonMissing);
            var present = (await people.RevealAsync([person], stop)).TryGetValue(person, out var id) ? id : default;
            if (!present.IsEmpty && present.Reveal() == parsed.Id.Reveal()) return Refused(CorrectionRefusal.NothingChanged);
            if (await people.FindAsync([parsed.Id.Reveal()], stop) is { Count: > 0 } owners && owners.Values.Any(o => o != person)) return Refused(CorrectionRefusal.IdTaken);
            var draft = Draft(actor, found, PersonChangeKind.CitizenId, semester, present.ToString(), reason, await effect.SignedAsync(null, person, stop));
            return await StoreAsync(actor, draft, c => c.NumberCipher = cipher.Encrypt(parsed.Id.Reveal(), Places.PersonChange("number", c.County, c.Id)), stop);
        },
        stop);

    public Task<CorrectionOutcome> ContactAsync(Actor actor, Semester semester, PersonId person, NewContact contact, string? reason, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (await FindAsync(actor, person, stop) is not { } found) return Refused(PersonRights.MayCorrect(actor) ? CorrectionRefusal.NotFound : CorrectionRefusal.NotYourRole);
            var (guardian, relation, guardianId, phone) = (Blank(contact.Guardian), Blank(contact.Relation), Text.Fold(contact.GuardianId).ToUpperInvariant(), Telephone.Digits(contact.Phone));
            if (guardianId.Length > 0 && !CitizenId.Parse(guardianId, time.Today()).IsValid) return Refused(CorrectionRefusal.GuardianIdWrong);
            if (phone is "") return Refused(CorrectionRefusal.PhoneWrong);
            if (guardian is null && relation is null && guardianId.Length == 0 && phone is null) return Refused(CorrectionRefusal.NothingChanged);
            if (string.IsNullOrWhiteSpace(reason)) return Refused(CorrectionRefusal.ReasonMissing);
            var before = await apply.LinesOf(semester, person).Select(e => e.Guardian).FirstOrDefaultAsync(stop) ?? "";
            return await StoreAsync(actor, Draft(actor, found, PersonChangeKind.Contact, semester, before, reason, 0), c =>
            {
                (c.Name, c.Relation) = (guardian, relation);
                if (guardianId.Length > 0) c.GuardianIdCipher = cipher.Encrypt(guardianId, Places.PersonChange("guardian-id", c.County, c.Id));
                if (phone is not null) c.PhoneCipher = cipher.Encrypt(phone, Places.PersonChange("phone", c.County, c.Id));
            }, stop);
        },
        stop);

    private static CorrectionOutcome Refused(CorrectionRefusal refusal) => new(null, refusal);

    private static string? Blank(string? text) => Text.Tidy(text) is { Length: > 0 } tidy ? tidy.Length > 40 ? tidy[..40] : tidy : null;

    private async Task<Subject?> FindAsync(Actor actor, PersonId person, CancellationToken stop) => !PersonRights.MayCorrect(actor) ? null
        : await db.People.Where(p => p.Id == person).Select(p => new Subject(
            p.Id, p.Name, db.Enrolments.Where(e => e.Person == p.Id).OrderByDescending(e => e.List).Select(e => (SchoolId?)e.School).FirstOrDefault())).FirstOrDefaultAsync(stop);

    private PersonChange Draft(Actor actor, Subject person, PersonChangeKind kind, Semester semester, string before, string reason, int rosters)
    {
        var now = time.GetUtcNow();
        return new()
        {
            County = db.CountyCode,
            Id = Keys.New(now),
            Person = person.Id,
            School = person.School,
            Kind = kind,
            Semester = semester,
            Before = before,
            Rosters = rosters,
            Reason = reason.Trim(),
            By = actor.Name,
            At = now,
            State = rosters > 0 ? PersonChangeState.Waiting : PersonChangeState.Applied,
        };
    }

    private async Task<CorrectionOutcome> StoreAsync(Actor actor, PersonChange change, Action<PersonChange> fill, CancellationToken stop)
    {
        if (await db.PersonChanges.AnyAsync(c => c.Person == change.Person && c.Kind == change.Kind && c.State == PersonChangeState.Waiting, stop))
            return Refused(CorrectionRefusal.AlreadyWaiting);
        fill(change);
        db.PersonChanges.Add(change);
        await db.SaveChangesAsync(stop);
        if (change.State == PersonChangeState.Applied) await apply.RunAsync(change, stop);
        trail.Record(actor, "person.correct", $"person:{change.Person.Value:N}", new { What = change.Kind.ToString(), change.Before, State = change.State.ToString(), Why = change.Reason });
        return new(change);
    }

    private sealed record Subject(PersonId Id, string Name, SchoolId? School);
}
