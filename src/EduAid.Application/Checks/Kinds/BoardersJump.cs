using System.Globalization;
using EduAid.Application.Rosters;
using EduAid.Domain.Checks;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Checks.Kinds;

/// <summary>A school's boarders have grown much since the semester before, of which it sent a list too.</summary>
internal sealed class BoardersJump : AuditCheck
{
    public override string Code => CheckCodes.BoardersJump;

    public override async Task<IReadOnlyList<Caught>> FindAsync(CheckedSemester semester, CancellationToken stop)
    {
        var (now, before) = (await CountAsync(semester, semester.Semester, stop), await CountAsync(semester, semester.Semester.Previous, stop));
        return
        [
            .. from school in now.Keys.Where(before.ContainsKey)
               where CheckRules.Jumps(before[school], now[school], semester.Settings.CheckBoardersPercent, semester.Settings.CheckBoarders)
               select new Caught($"school:{school.Value}", semester.Schools[school].Name, string.Create(CultureInfo.InvariantCulture, $"{before[school]}|{now[school]}")) { School = school },
        ];
    }

    // A school whose list names no boarder counts as none; one without a list is not counted.
    private static async Task<Dictionary<SchoolId, int>> CountAsync(CheckedSemester semester, Semester of, CancellationToken stop) =>
        await SemesterFacts.CurrentEnrolments(semester.Db, of).Where(e => e.Status == EnrolmentStatus.InSchool)
            .GroupBy(e => e.School).Select(g => new { g.Key, Boarders = g.Count(e => e.Boarding == true) }).ToDictionaryAsync(g => g.Key, g => g.Boarders, stop);
}
