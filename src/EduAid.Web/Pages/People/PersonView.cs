using EduAid.Application.People;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Payments;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using EduAid.Web.Parts.Figures;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.People;

/// <summary>A row on a current list. Card, phone and guardian's ID are masked, and null where there is none.</summary>
/// <param name="Sharing">Other pupils of current lists, within the scope, whose row has the same card.</param>
public sealed record PersonEnrolment(
    Semester Semester, SchoolId School, Guid List, int Line, string Name, string Class, bool? Boarding, EnrolmentStatus Status, string? Specialty, string? StudentNumber,
    string? Guardian, string? Relation, string? Holder, string? Bank, string? Card, string? Phone, string? GuardianId, int Sharing);

/// <param name="Until">First semester for which it no longer holds; null while it does.</param>
public sealed record PersonRegistration(string Name, string Category, string Household, string Head, string Relation, string Place, Semester From, Semester? Until, int Import);

public sealed record PersonEntry(Guid Entry, Guid Roster, Semester Semester, string Programme, RosterKind Kind, RosterState State, SchoolId School, long Fen, LineState? Line, string? Why);

/// <summary>What may be seen of a card that was entered by hand.</summary>
public sealed record PersonHandCard(Guid Id, string Number, string Holder, string? Relation, string? Bank, string Reason, string By, DateTimeOffset At, bool Decided, bool Rejected);

/// <param name="Phone">Masked, as <paramref name="GuardianId"/> and <paramref name="Number"/>.</param>
public sealed record PersonCorrection(
    Guid Id, PersonChangeKind Kind, PersonChangeState State, string Before, string? Name, string? Relation, string? Number, string? Phone, string? GuardianId, string Reason, string By,
    DateTimeOffset At, string? DecidedBy);

public sealed record PersonFinding(Guid Id, string Code, string Detail, bool Holds);

/// <summary>Everything that is on record about one person, as a page shows it. Four questions.</summary>
public sealed record PersonView(
    PersonId Id, string Name, int BirthYear, string? Number, int Numbers, IReadOnlyList<PersonEnrolment> Enrolments, IReadOnlyList<PersonRegistration> Registrations,
    IReadOnlyList<PersonEntry> Entries, IReadOnlyList<PersonFinding> Findings, IReadOnlyList<PersonHandCard> Cards, IReadOnlyList<PersonCorrection> Corrections)
{
    public PersonEnrolment? Latest => Enrolments.Count > 0 ? Enrolments[0] : null;

    /// <summary>The registration that holds in a semester.</summary>
    public PersonRegistration? In(Semester semester) => Registrations.FirstOrDefault(r => r.From <= semester && (r.Until is null || r.Until > semester));

    /// <summary>The latest correction of guardian and phone that holds.</summary>
    public PersonCorrection? Contact(Func<PersonCorrection, string?> field) =>
        Corrections.FirstOrDefault(c => c is { Kind: PersonChangeKind.Contact, State: PersonChangeState.Applied } && field(c) is not null);

    /// <returns>Null where the scope has no such person.</returns>
    public static async Task<PersonView?> LoadAsync(EduAidDbContext db, PersonDirectory people, FieldCipher cipher, PersonId id, Semester semester, CancellationToken stop)
    {
        // Few rows each: joined into one question they cost less than three more.
        var found = await db.People.Where(p => p.Id == id).Select(p => new
        {
            p.Name,
            p.BirthYear,
            Numbers = p.Numbers.ToList(),
            Findings = db.Findings.Where(f => f.Person == p.Id && f.Semester == semester).ToList(),
            Cards = db.PersonCards.Where(c => c.Person == p.Id).ToList(),
            Changes = db.PersonChanges.Where(c => c.Person == p.Id).ToList(),
        }).SingleOrDefaultAsync(stop);
        if (found is null) return null;
        var number = found.Numbers.Find(n => n.Until is null);
        return new(
            id, found.Name, found.BirthYear, number is null ? null : people.Reveal(number).ToString(), found.Numbers.Count,
            await EnrolmentsAsync(db, cipher, id, stop), await RegistrationsAsync(db, id, stop), await EntriesAsync(db, id, stop),
            [.. found.Findings.OrderByDescending(f => f.Holds).Select(f => new PersonFinding(f.Id, f.Code, f.Detail, f.Holds))],
            [.. found.Cards.OrderByDescending(c => c.At).Select(c => new PersonHandCard(
                c.Id, Masks.Card(cipher.Decrypt(c.CardCipher, Places.PersonCard(c.County, c.Id))), c.Holder, c.Relation, c.Bank, c.Reason, c.By, c.At, c.ConfirmedAt is not null, c.Rejected))],
            [.. found.Changes.OrderByDescending(c => c.At).Select(c => CorrectionOf(c, cipher))]);
    }

    /// <summary>A correction with its protected values masked.</summary>
    public static PersonCorrection CorrectionOf(PersonChange change, FieldCipher cipher)
    {
        string? Open(byte[]? sealed_, string column) => sealed_ is null ? null : cipher.Decrypt(sealed_, Places.PersonChange(column, change.County, change.Id));
        return new(
            change.Id, change.Kind, change.State, change.Before, change.Name, change.Relation, Open(change.NumberCipher, "number") is { } number ? Masks.CitizenId(number) : null,
            Open(change.PhoneCipher, "phone") is { } phone ? Masks.Phone(phone) : null, Open(change.GuardianIdCipher, "guardian-id") is { } guardian ? Masks.CitizenId(guardian) : null,
            change.Reason, change.By, change.At, change.DecidedBy);
    }

    private static async Task<IReadOnlyList<PersonEnrolment>> EnrolmentsAsync(EduAidDbContext db, FieldCipher cipher, PersonId id, CancellationToken stop)
    {
        var rows = await (
            from e in db.Enrolments
            join l in db.SchoolLists on e.List equals l.Id
            where e.Person == id && l.Current
            orderby l.Semester descending, e.School
            select new
            {
                Row = e,
                l.Semester,
                Sharing = e.CardHash == null ? 0 : db.Enrolments.Where(o => o.CardHash == e.CardHash && o.Person != e.Person
                    && db.SchoolLists.Any(x => x.Id == o.List && x.Current && x.Semester == l.Semester)).Select(o => o.Person).Distinct().Count(),
            }).ToListAsync(stop);
        return [.. rows.Select(r =>
        {
            var e = r.Row;
            string? Open(byte[]? sealed_, string column) => sealed_ is null ? null : cipher.Decrypt(sealed_, Places.Enrolment(column, e.County, e.List, e.Line));
            return new PersonEnrolment(
                r.Semester, e.School, e.List, e.Line, e.Name, $"{e.Stage.InChinese()} {GradeName.Of(e.Stage, e.Grade)} {e.Class}".TrimEnd(), e.Boarding, e.Status, e.Specialty, e.StudentNumber,
                e.Guardian, e.GuardianRelation, e.Holder, e.Bank, Open(e.CardCipher, "card") is { } card ? Masks.Card(card) : null,
                Open(e.PhoneCipher, "phone") is { } phone ? Masks.Phone(phone) : null, Open(e.GuardianIdCipher, "guardian-id") is { } guardian ? Masks.CitizenId(guardian) : null, r.Sharing);
        })];
    }

    private static async Task<IReadOnlyList<PersonRegistration>> RegistrationsAsync(EduAidDbContext db, PersonId id, CancellationToken stop)
    {
        var rows = await db.Registrations.Where(r => r.Person == id && r.ValidUntil > 0).ToListAsync(stop);
        return [.. rows.Where(r => r.ValidFrom.Number < r.ValidUntil).OrderByDescending(r => r.ValidFrom).Select(r => new PersonRegistration(
            r.Name, r.Category, r.HouseholdNumber, r.Head, r.Relation, $"{r.Township} {r.Village}", r.ValidFrom, r.ValidUntil == int.MaxValue ? null : Semester.FromNumber(r.ValidUntil), r.List))];
    }

    private static async Task<IReadOnlyList<PersonEntry>> EntriesAsync(EduAidDbContext db, PersonId id, CancellationToken stop)
    {
        var rows = await (
            from entry in db.RosterEntries
            join roster in db.Rosters on entry.Roster equals roster.Id
            where entry.Person == id
            from link in db.LineEntries.Where(l => l.Entry == entry.Id).DefaultIfEmpty()
            from line in db.PaymentLines.Where(p => link != null && p.Batch == link.Batch && p.Sequence == link.Sequence).DefaultIfEmpty()
            select new { Entry = entry, roster.Semester, roster.Programme, roster.Kind, roster.State, Batch = (Guid?)link.Batch, Line = (LineState?)line.State }).ToListAsync(stop);
        // Of several payments of one entry the latest counts: batches have keys in the order of their making.
        return [.. rows.GroupBy(r => r.Entry.Id).Select(g => g.OrderBy(r => r.Batch).Last()).OrderByDescending(r => r.Semester).ThenBy(r => r.Programme, StringComparer.Ordinal).ThenBy(r => r.Kind)
            .Select(r => new PersonEntry(r.Entry.Id, r.Entry.Roster.Value, r.Semester, r.Programme, r.Kind, r.State, r.Entry.School, r.Entry.Fen, r.Line,
                Explanation.Read(r.Entry.Reasons).LastOrDefault(x => x.Part is not null)?.Fact))];
    }
}
