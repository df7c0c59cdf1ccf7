using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Rosters;
using EduAid.Application.Settings;
using EduAid.Application.Storage;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;

namespace EduAid.Application.Notices;

/// <summary>公示: puts a confirmed roster up from today, for as many working days as are set; it comes down by itself.</summary>
public sealed class PublishNotice(EduAidDbContext db, RosterWay way, BusinessDay day, TimeProvider time)
{
    /// <param name="days">Working days, or null for as many as are set at least.</param>
    public Task<RosterOutcome> RunAsync(Actor actor, RosterId roster, int? days, string? remark, CancellationToken stop) => way.TakeAsync(
        actor, roster, RosterMoveKind.Publish,
        async found =>
        {
            var least = (await SettingBook.LoadAsync(db, day.Today, stop)).NoticeWorkingDays;
            if (days < least) return new RosterRefusal.NoticeTooShort(days.Value, least);
            var until = (await CountyCalendar.LoadAsync(db, stop)).AddWorkingDays(day.Today, days ?? least);
            return until.MissingYear is { } year
                ? new RosterRefusal.HolidaysUnknown(year)
                : found.Publish(day.Today, until.Value, actor.Name, time.GetUtcNow(), remark);
        },
        stop);
}
