using EduAid.Application.Rosters;
using EduAid.Domain.Checks;
using EduAid.Domain.Coverage;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Checks.Kinds;

/// <summary>On a roster, and by the school's latest list not at school any more; or found dead or moved away by whoever went to look.</summary>
internal sealed class PaidAfterLeaving : AuditCheck
{
    public override string Code => CheckCodes.PaidAfterLeaving;

    public override async Task<IReadOnlyList<Caught>> FindAsync(CheckedSemester semester, CancellationToken stop)
    {
        var rows = (await SemesterFacts.CurrentEnrolments(semester.Db, semester.Semester).Where(e => e.Status != EnrolmentStatus.InSchool)
            .Select(e => new { e.Person, e.School, e.Status, e.TransferredOut }).ToListAsync(stop)).ToLookup(r => (r.Person, r.School));
        // What was found in an earlier semester holds until something else is found.
        var gone = (await semester.Db.MissedOutcomes.Where(o => o.Semester <= semester.Semester).OrderBy(o => o.Semester).ThenBy(o => o.Number)
            .Select(o => new { o.Person, o.Kind, o.On }).ToListAsync(stop)).GroupBy(o => o.Person).Select(g => g.Last())
            .Where(o => o.Kind is OutcomeKind.Deceased or OutcomeKind.Moved).ToDictionary(o => o.Person);
        var found = new List<Caught>();
        foreach (var entry in semester.Entries.Where(e => !Programme.Find(e.Programme)!.JudgesAdmissions))
        {
            if (gone.TryGetValue(semester.Same(entry.Person), out var outcome)) found.Add(Caught.Of(entry, "outcome", outcome.Kind.ToString(), Caught.Day(outcome.On)));
            else if (rows[(entry.Person, entry.School)].FirstOrDefault() is { } row && !LeftInTime(row.Status, row.TransferredOut, semester.Semester))
                found.Add(Caught.Of(entry, "list", row.Status.ToString(), row.TransferredOut is { } day ? Caught.Day(day) : ""));
        }
        return found;
    }

    // Who goes to another school within the semester has been here for a part of it: the rules say which school's it is.
    private static bool LeftInTime(EnrolmentStatus status, DateOnly? on, Semester semester) =>
        status == EnrolmentStatus.TransferredOut && on is { } day && Semester.Of(day) >= semester;
}
