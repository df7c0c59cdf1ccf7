using EduAid.Application.Audit;
using EduAid.Application.Enrolments;
using EduAid.Application.Intake;
using EduAid.Application.Matching;
using EduAid.Application.People;
using EduAid.Application.Registrations;
using EduAid.Application.Rosters;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Domain.Dropouts;
using EduAid.Domain.Values;

namespace EduAid.Application.Retention;

/// <summary>What stands beyond its period: the same rows for the dry run and for the erasure.</summary>
/// <param name="today">The county's present day.</param>
internal sealed class RetentionRows(EduAidDbContext db, IReadOnlyDictionary<RetentionKind, int> months, DateOnly today)
{
    /// <summary>The day before which a kind goes.</summary>
    public DateOnly Before(RetentionKind kind) => today.AddMonths(-months[kind]);

    public IQueryable<StagedUpload> Staged()
    {
        var before = Start(RetentionKind.StagedUploads);
        return db.StagedUploads.Where(u => u.AcceptedAt == null && u.Files != StagedUpload.NoFiles && u.At < before);
    }

    public IQueryable<Import> RawFiles()
    {
        var before = Start(RetentionKind.RawFiles);
        return db.Imports.Where(i => i.StoredFile != null && i.At < before);
    }

    public IQueryable<Enrolment> Contacts()
    {
        var first = FirstKept(RetentionKind.ContactDetails);
        return from row in db.Enrolments
               where db.SchoolLists.Any(l => l.Id == row.List && l.Semester < first)
                   && (row.PhoneCipher != null || row.GuardianIdCipher != null || row.Address != null || row.Guardian != null || row.Note != null)
               select row;
    }

    /// <summary>Rows that were refused for their ID: nothing but their contact details and a broken number, so they go with those.</summary>
    public IQueryable<RefusedRow> Refused()
    {
        var first = FirstKept(RetentionKind.ContactDetails);
        return db.RefusedRows.Where(r => r.Semester < first);
    }

    /// <summary>People whose rows all lie before the period; a registration, a stay with home teaching or a pairing that still holds keeps its person.</summary>
    public IQueryable<Person> People()
    {
        var (first, before) = (FirstKept(RetentionKind.Identity), Before(RetentionKind.Identity));
        return db.People.Where(p => p.Name != Erased
            && !db.Enrolments.Any(e => e.Person == p.Id && db.SchoolLists.Any(l => l.Id == e.List && l.Semester >= first))
            && !db.Admissions.Any(a => a.Person == p.Id && db.SchoolLists.Any(l => l.Id == a.List && l.Semester >= first))
            && !db.Set<RosterEntry>().Any(e => e.Person == p.Id && db.Rosters.Any(r => r.Id == e.Roster && r.Semester >= first))
            && !db.Registrations.Any(r => r.Person == p.Id && r.ValidUntil > first.Number)
            && !db.DropoutCases.Any(c => c.Person == p.Id && c.LastOn >= before) && !db.Loans.Any(l => l.Borrower == p.Id && l.StateOn >= before)
            && !db.HomeTaughtChildren.Any(c => c.Person == p.Id && (c.Until == null || c.Until >= before))
            && !db.PairedHouseholds.Any(h => h.Person == p.Id && (h.Until == null || h.Until >= before))
            && (db.Enrolments.Any(e => e.Person == p.Id) || db.Admissions.Any(a => a.Person == p.Id) || db.Registrations.Any(r => r.Person == p.Id)
                || db.DropoutCases.Any(c => c.Person == p.Id) || db.Loans.Any(l => l.Borrower == p.Id) || db.HomeTaughtChildren.Any(c => c.Person == p.Id)));
    }

    /// <summary>Cases of children whose ID nobody knows, so that no person carries them: they go by the day of their last step, as those of people do.</summary>
    public IQueryable<DropoutCase> NamedCases()
    {
        var before = Before(RetentionKind.Identity);
        return db.DropoutCases.Where(c => c.Person == null && c.Name != Erased && c.LastOn < before);
    }

    public IQueryable<AuditDetail> Details()
    {
        var before = Start(RetentionKind.AuditDetails);
        return db.AuditDetails.Where(d => d.Json != null && db.AuditEvents.Any(e => e.Number == d.Number && e.At < before));
    }

    /// <summary>What stands in place of a name that was erased.</summary>
    public const string Erased = "—";

    private DateTimeOffset Start(RetentionKind kind)
    {
        var midnight = Before(kind).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, CountyTime.Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    // A semester has ended when the next one begins.
    private Semester FirstKept(RetentionKind kind) => Semester.Of(Before(kind));
}
