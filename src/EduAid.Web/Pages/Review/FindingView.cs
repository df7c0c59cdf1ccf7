using EduAid.Application.People;
using EduAid.Application.Review;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Findings;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Review;

/// <summary>A row of a school's list about the person.</summary>
public sealed record ListedRow(
    SchoolId School, string Name, Stage Stage, int Grade, string? Class, bool? Boarding, EnrolmentStatus Status, DateOnly? In, DateOnly? Out, string? Specialty, bool? FullTime, HouseholdType? Household, int Import);

/// <summary>The person's row on the registered list.</summary>
public sealed record RegisteredRow(string Name, string Household, string Head, string Relation, string Category, string Place);

/// <param name="Number">Masked where it is shown.</param>
/// <param name="Specialty">The specialty whose fee is in question; null where it is not that.</param>
/// <param name="Hold">The open hold on the pupil; null for none.</param>
public sealed record FindingView(
    Finding Finding, SchoolLabels Schools, IReadOnlyList<ListedRow> Rows, RegisteredRow? Registered, CitizenId Number, IReadOnlyList<Decision> Before, string? Specialty, Guid? Hold)
{
    private const int DecisionsShown = 20;

    /// <summary>One finding with everything that helps to decide it, within the scope: a school sees its own row, and no registered list. Null where the scope has none.</summary>
    public static async Task<FindingView?> FindAsync(EduAidDbContext db, PersonDirectory people, Guid id, bool county, CancellationToken stop)
    {
        var found = await db.Findings.Where(f => f.Id == id).Select(f => new
        {
            Finding = f,
            Schools = f.Schools.ToList(),
            Before = db.Decisions.Where(d => d.Person == f.Person).OrderByDescending(d => d.At).Take(DecisionsShown).ToList(),
            Hold = db.EntryHolds.Where(h => h.Semester == f.Semester && h.Person == f.Person && h.LiftedAt == null).OrderBy(h => h.Id).Select(h => (Guid?)h.Id).FirstOrDefault(),
        }).SingleOrDefaultAsync(stop);
        if (found is null) return null;
        var finding = found.Finding;
        if (finding.Schools.Count == 0) finding.Schools.AddRange(found.Schools);
        var (person, semester) = (finding.Person, finding.Semester);
        var schools = await SchoolLabels.LoadAsync(db, semester, stop);
        var rows = await SemesterFacts.CurrentEnrolments(db, semester).Where(e => e.Person == person).OrderBy(e => e.School)
            .Select(e => new ListedRow(e.School, e.Name, e.Stage, e.Grade, e.Class, e.Boarding, e.Status, e.TransferredIn, e.TransferredOut, e.Specialty, e.FullTime, e.HouseholdType, e.Import)).ToListAsync(stop);
        var registered = !county ? null : await SemesterFacts.Valid(db, semester).Where(r => r.Person == person).OrderByDescending(r => r.List)
            .Select(r => new RegisteredRow(r.Name, r.HouseholdNumber, r.Head, r.Relation, r.Category, r.Township + r.Village)).FirstOrDefaultAsync(stop);
        var number = (await people.RevealAsync([person], stop)).GetValueOrDefault(person);
        var specialty = finding.Code == FindingCodes.ParameterOutOfRange || finding.Code == FindingCodes.ParameterMissing ? rows.Select(r => r.Specialty).FirstOrDefault(s => s is not null) : null;
        return new(finding, schools, rows, registered, number, found.Before, specialty, finding.Code == FindingCodes.EntryWithdrawn ? found.Hold : null);
    }
}
