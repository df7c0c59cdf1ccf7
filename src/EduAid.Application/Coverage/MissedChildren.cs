using EduAid.Application.Enrolments;
using EduAid.Application.Matching;
using EduAid.Application.People;
using EduAid.Application.Registrations;
using EduAid.Application.Rosters;
using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Domain.Coverage;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Payments;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Coverage;

/// <summary>
/// 应助未助: who is registered and of an age to be at school, and stands on no school's list. The county's, and a township school's for the
/// children who are registered in its township: of other schools' lists it learns no more than that a child is on one.
/// </summary>
public sealed class MissedChildren(EduAidDbContext db)
{
    public async Task<IReadOnlyList<MissedChild>> InAsync(Semester semester, CancellationToken stop) => (await ReadAsync(semester, stop)).Missed;

    public async Task<RegisteredChildren> ReadAsync(Semester semester, CancellationToken stop)
    {
        if (db.Scope is not ({ Schools: null } or { Township: not null })) return new([], [], [], []);
        var township = db.Scope!.Township;
        var (people, outside, (youngest, oldest)) = (PeopleOfAge(semester, township), Outside(semester), Person.CohortsOfSchoolAge(semester));
        // The children, and below them their rows on current lists, who was paid and what was found, in one question: asked with joins or a
        // subquery a child, either database goes through whole tables for each. What has no household has a text of its own in those
        // columns, because a union wants the same type in all its parts.
        var lines = await Reached((
            from registration in SemesterFacts.Valid(db, semester)
            join person in db.People on registration.Person equals person.Id
            where person.Cohort >= oldest && person.Cohort <= youngest && (township == null || registration.Township == township)
            select new
            {
                registration.Person,
                Part = Part.Child,
                registration.Name,
                registration.HouseholdNumber,
                registration.Head,
                registration.Township,
                registration.Village,
                registration.Line,
                person.Cohort,
                Left = false,
                Outside = false,
                Found = Nothing,
                On = DateOnly.MinValue,
            }).Concat(SemesterFacts.CurrentEnrolments(db, semester).Where(e => people.Contains(e.Person)).Select(e => new
            {
                e.Person,
                Part = Part.Row,
                e.Name,
                HouseholdNumber = e.Name,
                Head = e.Name,
                Township = e.Name,
                Village = e.Name,
                e.Line,
                Cohort = e.Line,
                Left = e.Status == EnrolmentStatus.TransferredOut,
                Outside = outside.Contains(e.School),
                Found = Nothing,
                On = DateOnly.MinValue,
            })).Concat(SemesterFacts.CurrentAdmissions(db, semester).Where(a => people.Contains(a.Person)).Select(a => new
            {
                a.Person,
                Part = Part.Row,
                a.Name,
                HouseholdNumber = a.Name,
                Head = a.Name,
                Township = a.Name,
                Village = a.Name,
                a.Line,
                Cohort = a.Line,
                Left = false,
                Outside = false,
                Found = Nothing,
                On = DateOnly.MinValue,
            })).Concat(Linked(semester).Select(l => new
            {
                l.Person,
                Part = Part.Row,
                l.Enrolment.Name,
                HouseholdNumber = l.Enrolment.Name,
                Head = l.Enrolment.Name,
                Township = l.Enrolment.Name,
                Village = l.Enrolment.Name,
                l.Enrolment.Line,
                Cohort = l.Enrolment.Line,
                Left = l.Enrolment.Status == EnrolmentStatus.TransferredOut,
                Outside = outside.Contains(l.Enrolment.School),
                Found = Nothing,
                On = DateOnly.MinValue,
            })).Concat(LinkedPaid(semester).Select(l => new
            {
                l.Person,
                Part = Part.Paid,
                l.Entry.Name,
                HouseholdNumber = l.Entry.Name,
                Head = l.Entry.Name,
                Township = l.Entry.Name,
                Village = l.Entry.Name,
                l.Entry.Line,
                Cohort = l.Entry.Line,
                Left = false,
                Outside = false,
                Found = Nothing,
                On = DateOnly.MinValue,
            })).Concat(Paid(semester).Select(e => new
            {
                e.Person,
                Part = Part.Paid,
                e.Name,
                HouseholdNumber = e.Name,
                Head = e.Name,
                Township = e.Name,
                Village = e.Name,
                e.Line,
                Cohort = e.Line,
                Left = false,
                Outside = false,
                Found = Nothing,
                On = DateOnly.MinValue,
            })).Concat(db.MissedOutcomes.Where(o => o.Semester == semester).Select(o => new
            {
                o.Person,
                Part = Part.Outcome,
                Name = o.By,
                HouseholdNumber = o.By,
                Head = o.By,
                Township = o.By,
                Village = o.By,
                Line = o.Number,
                Cohort = o.Number,
                Left = false,
                Outside = false,
                Found = o.Kind,
                o.On,
            }))).ToListAsync(stop);

        var rows = lines.Where(l => l.Part == Part.Row).ToLookup(l => l.Person);
        var paid = lines.Where(l => l.Part == Part.Paid).Select(l => l.Person).ToHashSet();
        var found = lines.Where(l => l.Part == Part.Outcome).GroupBy(l => l.Person).ToDictionary(g => g.Key, g => g.MaxBy(o => o.Line)!);
        var children = lines.Where(l => l.Part == Part.Child).DistinctBy(l => l.Person).Select(c =>
        {
            var last = found.GetValueOrDefault(c.Person);
            var (own, age) = (rows[c.Person].ToList(), 6 + semester.SchoolYear - c.Cohort);
            AgeBand? band = own.Exists(r => !r.Left && !r.Outside) ? null
                : own.Exists(r => !r.Left) ? AgeBand.Outside
                : own.Count > 0 ? AgeBand.Left
                : age < 6 ? AgeBand.Preschool : age <= 14 ? AgeBand.Compulsory : AgeBand.Senior;
            var child = new MissedChild(c.Person, c.Name, c.HouseholdNumber, c.Head, c.Township, c.Village, age, band ?? default)
            {
                Outcome = last?.Found,
                On = last?.On,
            };
            return (Band: band, Child: child, c.Line, Paid: paid.Contains(c.Person));
        }).OrderBy(c => c.Child.Township, StringComparer.Ordinal).ThenBy(c => c.Child.Village, StringComparer.Ordinal)
            .ThenBy(c => c.Child.Household, StringComparer.Ordinal).ThenBy(c => c.Line).ToList();
        var townships = children.Where(c => c.Child.Age is >= 6 and <= 14).GroupBy(c => c.Child.Township)
            .Select(g => new TownshipCoverage(
                g.Key, g.Count(), g.Count(c => c.Paid), g.Count(c => !c.Paid && !c.Child.Open), g.Count(c => !c.Paid && c.Child.Open && c.Band == AgeBand.Compulsory)))
            .OrderByDescending(t => t.Missed).ThenBy(t => t.Township, StringComparer.Ordinal);
        var unpaid = children.Where(c => c.Child.Age is >= 6 and <= 14 && !c.Paid && c.Child.Open && c.Band != AgeBand.Compulsory);
        var droppedOut = children.Where(c => c.Child is { Age: >= 6 and <= 14, Outcome: OutcomeKind.DroppedOut });
        return new([.. children.Where(c => c.Band is not null).Select(c => c.Child)], [.. unpaid.Select(c => c.Child)], [.. droppedOut.Select(c => c.Child)], [.. townships]);
    }

    /// <summary>The row of the registered list that holds for a person, within the scope; null where there is none.</summary>
    public async Task<Registration?> RegistrationAsync(Semester semester, PersonId person, CancellationToken stop)
    {
        if (db.Scope is not ({ Schools: null } or { Township: not null })) return null;
        var township = db.Scope!.Township;
        return await Reached(SemesterFacts.Valid(db, semester).Where(r => r.Person == person && (township == null || r.Township == township)))
            .OrderByDescending(r => r.List).FirstOrDefaultAsync(stop);
    }

    /// <summary>Key of each missed child who is not accounted for, as a query to build on; one with several rows stands in it several times.</summary>
    public IQueryable<PersonId> PeopleIn(Semester semester)
    {
        // Sets of people, each gathered once: a subquery for each child is quadratic wherever the database misjudges its tables.
        var people = PeopleOfAge(semester, null);
        var outside = Outside(semester);
        var open = OutcomeRules.Open;
        var explained = MissedOutcome.Latest(db, semester).Where(o => !open.Contains(o.Kind)).Select(o => o.Person);
        var listed = SemesterFacts.CurrentEnrolments(db, semester)
            .Where(e => people.Contains(e.Person) && e.Status != EnrolmentStatus.TransferredOut && !outside.Contains(e.School)).Select(e => e.Person);
        var admitted = SemesterFacts.CurrentAdmissions(db, semester).Select(a => a.Person);
        var matched = Linked(semester).Where(l => l.Enrolment.Status != EnrolmentStatus.TransferredOut && !outside.Contains(l.Enrolment.School)).Select(l => l.Person);
        return people.Where(p => !listed.Contains(p) && !admitted.Contains(p) && !explained.Contains(p) && !matched.Contains(p));
    }

    private IQueryable<SchoolId> Outside(Semester semester) =>
        SchoolRegister.Holding(db, semester).Where(v => SchoolVersion.OutsideTownships.Contains(v.Township)).Select(v => v.School);

    // What stands in place of a kind where none belongs.
    private const OutcomeKind Nothing = 0;

    private enum Part
    {
        Child,
        Row,
        Paid,
        Outcome,
    }

    /// <summary>Whom the bank has paid for the semester.</summary>
    private IQueryable<RosterEntry> Paid(Semester semester) =>
        from line in db.LineEntries
        join payment in db.PaymentLines on new { line.Batch, line.Sequence } equals new { payment.Batch, payment.Sequence }
        join entry in db.RosterEntries on line.Entry equals entry.Id
        join roster in db.Rosters on entry.Roster equals roster.Id
        where line.Open && payment.State == LineState.Paid && roster.Semester == semester
        select entry;

    // Who has been found on the matching desk to be a pupil of another ID stands on that pupil's list, and is paid under it.
    private IQueryable<LinkedRow> Linked(Semester semester) =>
        from link in MatchLinks.Standing(db)
        join row in SemesterFacts.CurrentEnrolments(db, semester) on link.Enrolled equals row.Person
        where link.Verdict == MatchVerdict.Same
        select new LinkedRow { Person = link.Registered, Enrolment = row };

    private IQueryable<LinkedEntry> LinkedPaid(Semester semester) =>
        from link in MatchLinks.Standing(db)
        join entry in Paid(semester) on link.Enrolled equals entry.Person
        where link.Verdict == MatchVerdict.Same
        select new LinkedEntry { Person = link.Registered, Entry = entry };

    private sealed class LinkedRow
    {
        public required PersonId Person { get; init; }

        public required Enrolment Enrolment { get; init; }
    }

    private sealed class LinkedEntry
    {
        public required PersonId Person { get; init; }

        public required RosterEntry Entry { get; init; }
    }

    // A township's children are registered with the county and may be on any school's list: its own filter is replaced by the township's name.
    private IQueryable<T> Reached<T>(IQueryable<T> query)
        where T : class => db.Scope is { Township: not null } ? query.IgnoreQueryFilters([EduAidDbContext.SchoolFilter]) : query;

    private IQueryable<PersonId> PeopleOfAge(Semester semester, string? township)
    {
        var (youngest, oldest) = Person.CohortsOfSchoolAge(semester);
        return from registration in SemesterFacts.Valid(db, semester)
               join person in db.People on registration.Person equals person.Id
               where person.Cohort >= oldest && person.Cohort <= youngest && (township == null || registration.Township == township)
               select registration.Person;
    }
}
