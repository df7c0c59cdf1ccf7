using EduAid.Application.Rosters;
using EduAid.Domain.Checks;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Findings;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Checks.Kinds;

/// <summary>Registered and at a school of the county, and on no roster; nobody has a question open about the child either.</summary>
internal sealed class RegisteredNotPaid : AuditCheck
{
    public override string Code => CheckCodes.RegisteredNotPaid;

    public override async Task<IReadOnlyList<Caught>> FindAsync(CheckedSemester semester, CancellationToken stop)
    {
        var db = semester.Db;
        var granted = semester.Entries.Select(e => semester.Same(e.Person)).ToHashSet();
        var asked = (await db.Findings.Where(f => f.Semester == semester.Semester && (f.Holds || f.Code == FindingCodes.KindergartenOutside)).Select(f => f.Person).ToListAsync(stop)).ToHashSet();
        var rows = await (from row in SemesterFacts.CurrentEnrolments(db, semester.Semester)
                          where row.Status == EnrolmentStatus.InSchool
                          orderby row.Person
                          select new { row.Person, row.School, row.Name }).ToListAsync(stop);
        return
        [
            .. rows.Where(r => semester.IsRegistered(r.Person) && !granted.Contains(semester.Same(r.Person)) && !asked.Contains(r.Person)).DistinctBy(r => r.Person)
                .Select(r => new Caught($"person:{r.Person.Value}", r.Name, "") { Person = r.Person, School = r.School }),
        ];
    }
}
