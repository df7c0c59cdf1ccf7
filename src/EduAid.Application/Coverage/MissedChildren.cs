using EduAid.Application.Registrations;
using EduAid.Application.Rosters;
using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Coverage;

/// <summary>Why and how urgently someone should go and look.</summary>
public enum AgeBand
{
    /// <summary>6–14 on 1 September of the school year: compulsory education.</summary>
    Compulsory = 1,

    /// <summary>3–5.</summary>
    Preschool,

    /// <summary>15–18.</summary>
    Senior,

    /// <summary>Schools show the child only as 转出.</summary>
    Left,

    /// <summary>Recorded at a school outside the county.</summary>
    Outside,
}

/// <summary>A registered child on no accepted list of the semester.</summary>
public sealed record MissedChild(
    PersonId Person, string Name, string Household, string Head, string Township, string Village, int Age, AgeBand Band);

/// <summary>应助未助: who is registered and of an age to be at school, and stands on no school's list.</summary>
public sealed class MissedChildren(EduAidDbContext db)
{
    public async Task<IReadOnlyList<MissedChild>> InAsync(Semester semester, CancellationToken stop)
    {
        // Sets of people, each gathered once: a subquery for each child is quadratic wherever the database misjudges its tables.
        var rows = SemesterFacts.CurrentEnrolments(db, semester);
        var present = rows.Where(e => e.Status != EnrolmentStatus.TransferredOut).Select(e => e.Person);
        var left = rows.Where(e => e.Status == EnrolmentStatus.TransferredOut).Select(e => e.Person);
        var candidates = await (
            from registration in Registered(semester)
            join person in db.People on registration.Person equals person.Id
            orderby registration.Township, registration.Village, registration.HouseholdNumber, registration.Line
            select new
            {
                registration.Person,
                registration.Name,
                registration.HouseholdNumber,
                registration.Head,
                registration.Township,
                registration.Village,
                person.Cohort,
                Outside = present.Contains(person.Id),
                Left = left.Contains(person.Id),
            }).ToListAsync(stop);
        return
        [
            .. candidates.DistinctBy(c => c.Person).Select(c =>
            {
                var age = 6 + semester.SchoolYear - c.Cohort;
                var band = c.Outside ? AgeBand.Outside : c.Left ? AgeBand.Left
                    : age < 6 ? AgeBand.Preschool : age <= 14 ? AgeBand.Compulsory : AgeBand.Senior;
                return new MissedChild(c.Person, c.Name, c.HouseholdNumber, c.Head, c.Township, c.Village, age, band);
            }),
        ];
    }

    /// <summary>Key of each missed child, as a query to build on; one with several rows stands in it several times.</summary>
    public IQueryable<PersonId> PeopleIn(Semester semester) => Registered(semester).Select(r => r.Person);

    private IQueryable<Registration> Registered(Semester semester)
    {
        var outside = SchoolRegister.Holding(db, semester).Where(v => SchoolVersion.OutsideTownships.Contains(v.Township)).Select(v => v.School);
        var listed = SemesterFacts.CurrentEnrolments(db, semester)
            .Where(e => e.Status != EnrolmentStatus.TransferredOut && !outside.Contains(e.School)).Select(e => e.Person);
        var admitted = SemesterFacts.CurrentAdmissions(db, semester).Select(a => a.Person);
        // Age on 1 September = 6 + school year − cohort.
        var (youngest, oldest) = (semester.SchoolYear + 6 - 3, semester.SchoolYear + 6 - 18);
        return from registration in SemesterFacts.Valid(db, semester)
               join person in db.People on registration.Person equals person.Id
               where person.Cohort >= oldest && person.Cohort <= youngest
                   && !listed.Contains(person.Id) && !admitted.Contains(person.Id)
               select registration;
    }
}
