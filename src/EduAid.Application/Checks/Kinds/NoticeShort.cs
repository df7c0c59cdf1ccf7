using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Rosters;
using EduAid.Domain.Checks;
using EduAid.Domain.Rosters;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Checks.Kinds;

/// <summary>A roster was reviewed or approved without a notice of the working days that are set, counted by the holiday tables of today.</summary>
internal sealed class NoticeShort : AuditCheck
{
    public override string Code => CheckCodes.NoticeShort;

    public override async Task<IReadOnlyList<Caught>> FindAsync(CheckedSemester semester, CancellationToken stop)
    {
        var (db, least) = (semester.Db, semester.Settings.NoticeWorkingDays);
        var schools = await SchoolLabels.LoadAsync(db, semester.Semester, stop);
        var calendar = await CountyCalendar.LoadAsync(db, stop);
        var rosters = await db.Rosters.Where(r => r.Semester == semester.Semester && r.State >= RosterState.Reviewed).OrderBy(r => r.Programme).ThenBy(r => r.School).ToListAsync(stop);
        return
        [
            .. from roster in rosters.Where(r => r.NeedsNotice)
               let days = roster is { NoticeFrom: { } first, NoticeUntil: { } last } && calendar.WorkingDaysBetween(first, last).TryGet(out var count) ? count : null
               where days is null || days < least
               select new Caught($"roster:{roster.Id.Value}", schools[roster.School].Name, string.Create(CultureInfo.InvariantCulture, $"{roster.Programme}|{days}|{least}"))
               {
                   School = roster.School,
                   Roster = roster.Id,
                   Fen = roster.Fen,
               },
        ];
    }
}
