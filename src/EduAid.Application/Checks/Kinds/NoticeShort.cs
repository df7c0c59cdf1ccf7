using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Domain.Calendar;
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
        var calendar = await CountyCalendar.LoadAsync(db, stop);
        var rosters = await db.Rosters.Where(r => r.Semester == semester.Semester && r.State >= RosterState.Reviewed).OrderBy(r => r.Programme).ThenBy(r => r.School).ToListAsync(stop);
        return
        [
            .. from roster in rosters.Where(r => r.NeedsNotice)
               let detail = Detail(roster, calendar, least)
               where detail is not null
               select new Caught($"roster:{roster.Id.Value}", semester.Schools[roster.School].Name, detail) { School = roster.School, Roster = roster.Id, Fen = roster.Fen },
        ];
    }

    private static string? Detail(Roster roster, WorkingCalendar calendar, int least)
    {
        if (roster is not { NoticeFrom: { } first, NoticeUntil: { } last }) return $"none|{roster.Programme}";
        var days = calendar.WorkingDaysBetween(first, last);
        if (!days.TryGet(out var count)) return $"unknown|{roster.Programme}|{days.MissingYear}";
        return count < least ? string.Create(CultureInfo.InvariantCulture, $"short|{roster.Programme}|{count}|{least}") : null;
    }
}
