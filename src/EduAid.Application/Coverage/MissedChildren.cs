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

/// <summary>How many registered children of compulsory age a township has, and how many of them are missed (<see cref="AgeBand.Compulsory"/>).</summary>
public sealed record TownshipCoverage(string Township, int Registered, int Missed);

/// <summary>The registered children of school age in a semester: those who are missed, and the counts by township, most missed first.</summary>
public sealed record RegisteredChildren(IReadOnlyList<MissedChild> Missed, IReadOnlyList<TownshipCoverage> Townships);

/// <summary>应助未助: who is registered and of an age to be at school, and stands on no school's list.</summary>
public sealed class MissedChildren(EduAidDbContext db)
{
    public async Task<IReadOnlyList<MissedChild>> InAsync(Semester semester, CancellationToken stop) => (await ReadAsync(semester, stop)).Missed;

    public async Task<RegisteredChildren> ReadAsync(Semester semester, CancellationToken stop)
    {
        var (people, outside, (youngest, oldest)) = (PeopleOfAge(semester), Outside(semester), Cohorts(semester));
        // The children, and below them their rows on current lists, in one question: asked with a join, SQLite goes through every list for
        // each child. A row has no household; its name fills those columns, because a union wants the same type in both halves.
        var lines = await (
            from registration in SemesterFacts.Valid(db, semester)
            join person in db.People on registration.Person equals person.Id
            where person.Cohort >= oldest && person.Cohort <= youngest
            select new
            {
                registration.Person,
                OnList = false,
                registration.Name,
                registration.HouseholdNumber,
                registration.Head,
                registration.Township,
                registration.Village,
                registration.Line,
                person.Cohort,
                Left = false,
                Outside = false,
            }).Concat(SemesterFacts.CurrentEnrolments(db, semester).Where(e => people.Contains(e.Person)).Select(e => new
            {
                e.Person,
                OnList = true,
                e.Name,
                HouseholdNumber = e.Name,
                Head = e.Name,
                Township = e.Name,
                Village = e.Name,
                e.Line,
                Cohort = e.Line,
                Left = e.Status == EnrolmentStatus.TransferredOut,
                Outside = outside.Contains(e.School),
            })).Concat(SemesterFacts.CurrentAdmissions(db, semester).Where(a => people.Contains(a.Person)).Select(a => new
            {
                a.Person,
                OnList = true,
                a.Name,
                HouseholdNumber = a.Name,
                Head = a.Name,
                Township = a.Name,
                Village = a.Name,
                a.Line,
                Cohort = a.Line,
                Left = false,
                Outside = false,
            })).ToListAsync(stop);

        var rows = lines.Where(l => l.OnList).ToLookup(l => l.Person);
        var children = lines.Where(l => !l.OnList).DistinctBy(l => l.Person).Select(c =>
        {
            var (own, age) = (rows[c.Person].ToList(), 6 + semester.SchoolYear - c.Cohort);
            AgeBand? band = own.Exists(r => !r.Left && !r.Outside) ? null
                : own.Exists(r => !r.Left) ? AgeBand.Outside
                : own.Count > 0 ? AgeBand.Left
                : age < 6 ? AgeBand.Preschool : age <= 14 ? AgeBand.Compulsory : AgeBand.Senior;
            return (Band: band, Child: new MissedChild(c.Person, c.Name, c.HouseholdNumber, c.Head, c.Township, c.Village, age, band ?? default), c.Line);
        }).ToList();
        var missed = children.Where(c => c.Band is not null)
            .OrderBy(c => c.Child.Township, StringComparer.Ordinal).ThenBy(c => c.Child.Village, StringComparer.Ordinal)
            .ThenBy(c => c.Child.Household, StringComparer.Ordinal).ThenBy(c => c.Line).Select(c => c.Child);
        var townships = children.Where(c => c.Child.Age is >= 6 and <= 14).GroupBy(c => c.Child.Township)
            .Select(g => new TownshipCoverage(g.Key, g.Count(), g.Count(c => c.Band == AgeBand.Compulsory)))
            .OrderByDescending(t => t.Missed).ThenBy(t => t.Township, StringComparer.Ordinal);
        return new([.. missed], [.. townships]);
    }

    /// <summary>Key of each missed child, as a query to build on; one with several rows stands in it several times.</summary>
    public IQueryable<PersonId> PeopleIn(Semester semester)
    {
        // Sets of people, each gathered once: a subquery for each child is quadratic wherever the database misjudges its tables.
        var people = PeopleOfAge(semester);
        var outside = Outside(semester);
        var listed = SemesterFacts.CurrentEnrolments(db, semester)
            .Where(e => people.Contains(e.Person) && e.Status != EnrolmentStatus.TransferredOut && !outside.Contains(e.School)).Select(e => e.Person);
        var admitted = SemesterFacts.CurrentAdmissions(db, semester).Select(a => a.Person);
        return people.Where(p => !listed.Contains(p) && !admitted.Contains(p));
    }

    private IQueryable<SchoolId> Outside(Semester semester) =>
        SchoolRegister.Holding(db, semester).Where(v => SchoolVersion.OutsideTownships.Contains(v.Township)).Select(v => v.School);

    private IQueryable<PersonId> PeopleOfAge(Semester semester)
    {
        var (youngest, oldest) = Cohorts(semester);
        return from registration in SemesterFacts.Valid(db, semester)
               join person in db.People on registration.Person equals person.Id
               where person.Cohort >= oldest && person.Cohort <= youngest
               select registration.Person;
    }

    // Of an age to be at school: 3 to 18 on 1 September, which is 6 + school year − cohort.
    private static (int Youngest, int Oldest) Cohorts(Semester semester) => (semester.SchoolYear + 6 - 3, semester.SchoolYear + 6 - 18);
}
