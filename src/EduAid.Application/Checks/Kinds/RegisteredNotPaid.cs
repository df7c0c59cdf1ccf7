using EduAid.Application.Rosters;
using EduAid.Domain.Checks;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Findings;
using EduAid.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Checks.Kinds;

/// <summary>
/// Registered and at a school of the county, and on no roster; nobody has a question open about the child either. Who gets nothing by a rule stands
/// here with what the rule says: that is what an audit asks after, and once found 122 children whose kindergarten had no licence.
/// </summary>
internal sealed class RegisteredNotPaid : AuditCheck
{
    private const int AtOnce = 500;

    public override string Code => CheckCodes.RegisteredNotPaid;

    public override async Task<IReadOnlyList<Caught>> FindAsync(CheckedSemester semester, CancellationToken stop)
    {
        var db = semester.Db;
        // The vocational waiver asks for no registration: who has that alone has got nothing for being registered.
        var granted = semester.Entries.Where(e => e.Programme != PaidNotRegistered.ForAll).Select(e => semester.Same(e.Person)).ToHashSet();
        var asked = (await db.Findings.Where(f => f.Semester == semester.Semester && (f.Holds || f.Code == FindingCodes.KindergartenOutside)).Select(f => f.Person).ToListAsync(stop)).ToHashSet();
        var rows = await (from row in SemesterFacts.CurrentEnrolments(db, semester.Semester)
                          where row.Status == EnrolmentStatus.InSchool
                          orderby row.Person
                          select new { row.Person, row.School, row.Name }).ToListAsync(stop);
        var left = rows.Where(r => semester.IsRegistered(r.Person) && !granted.Contains(semester.Same(r.Person)) && !asked.Contains(r.Person)).DistinctBy(r => r.Person).ToList();
        if (left.Count == 0) return [];
        var facts = await SemesterFacts.LoadAsync(db, semester.Semester, stop);
        var found = new List<Caught>();
        foreach (var some in left.Chunk(AtOnce))
        {
            var people = some.Select(r => r.Person).ToList();
            var lines = (await facts.OfAsync(db.People.Where(p => people.Contains(p.Id)).Select(p => p.Id), stop)).ToDictionary(l => l.Person);
            found.AddRange(some.Select(r => new Caught($"person:{r.Person.Value}", r.Name, WhyNot(facts, lines.GetValueOrDefault(r.Person))) { Person = r.Person, School = r.School }));
        }
        return found;
    }

    // What the rules say of the first programme of the child's stage; blank where they would grant it by now.
    private static string WhyNot(SemesterFacts facts, PersonLines? lines)
    {
        var last = lines is null ? null : facts.Judge(lines, grantsOnly: true).Results.Select(r => r.Judgement).FirstOrDefault(j => j is Nothing)?.Reasons[^1];
        return last is null ? "" : $"{last.Fact}|{last.Value.Replace('|', ' ')}";
    }
}
