using EduAid.Application.Rosters;
using EduAid.Domain.Checks;
using EduAid.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Checks.Kinds;

/// <summary>On a list in this semester only, in which money is given, and on none of the semesters before and after although the school sent both.</summary>
internal sealed class OnlyWhenPaid : AuditCheck
{
    public override string Code => CheckCodes.OnlyWhenPaid;

    public override async Task<IReadOnlyList<Caught>> FindAsync(CheckedSemester semester, CancellationToken stop)
    {
        var (db, before, after) = (semester.Db, semester.Semester.Previous, semester.Semester.Next);
        var sent = await db.SchoolLists.Where(l => l.Current && l.Kind == Enrolments.SchoolListKind.Enrolments && (l.Semester == before || l.Semester == after))
            .Select(l => new { l.School, l.Semester }).ToListAsync(stop);
        var both = sent.GroupBy(l => l.School).Where(g => g.Select(l => l.Semester).Distinct().Count() == 2).Select(g => g.Key).ToHashSet();
        if (both.Count == 0) return [];
        var listed = (await SemesterFacts.CurrentEnrolments(db, before).Select(e => e.Person).Union(SemesterFacts.CurrentEnrolments(db, after).Select(e => e.Person)).ToListAsync(stop)).Select(semester.Same).ToHashSet();
        return
        [
            .. semester.Entries.Where(e => !Programme.Find(e.Programme)!.JudgesAdmissions)
                .Where(e => CheckRules.OnlyWhenPaid(both.Contains(e.School), listed.Contains(semester.Same(e.Person))))
                .DistinctBy(e => e.Person).Select(e => Caught.Of(e, before.ToString(), after.ToString())),
        ];
    }
}
