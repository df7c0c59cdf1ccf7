using EduAid.Application.Schools;
using EduAid.Application.Settings;
using EduAid.Application.Storage;
using EduAid.Domain.Duties;
using EduAid.Domain.HomeTeaching;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.HomeTeaching;

/// <summary>A child in a month.</summary>
/// <param name="Kind">As of the day that is looked at, as is <paramref name="Level"/>; null before the first fact.</param>
/// <param name="Teachers">Names of those who have the child on that day.</param>
/// <param name="Days">Days of the month with a visit that counts.</param>
public sealed record TaughtChild(
    Guid Id, int Number, string Name, SchoolId School, string SchoolName, string Township, DutySpan Span, DisabilityKind? Kind, DisabilityLevel? Level,
    IReadOnlyList<string> Teachers, IReadOnlyList<DateOnly> Days, int Minutes, int WithoutSignature, TaughtMonth Standing);

/// <summary>Home teaching in a month as it stands on a day, within the scope.</summary>
/// <param name="On">The day that is looked at: today, or the last of a month that is over.</param>
/// <param name="AMonth">Visits owed in a whole month, by the setting of the month's first day.</param>
/// <param name="Target">Children whom the plan counts on; null where the scope is not the county's. A target to compare with, no limit.</param>
/// <param name="Children">On the register on some day of the month; the most urgent first.</param>
public sealed record HomeTeachingFigures(DateOnly On, Month Month, int AMonth, int? Target, IReadOnlyList<TaughtChild> Children)
{
    /// <summary>On the register on the day that is looked at.</summary>
    public int OnRegister => Children.Count(c => c.Span.Covers(On));

    public int Owed => Children.Sum(c => c.Standing.Owed);

    /// <summary>Days with a visit; more than are owed count too.</summary>
    public int Done => Children.Sum(c => c.Standing.Done);

    /// <summary>Children who owe something in the month.</summary>
    public int Owing => Children.Count(c => c.Standing.Owed > 0);

    public int Kept => Children.Count(c => c.Standing.Pace == TeachingPace.Kept);

    /// <summary>Children whom somebody has to visit: behind an even pace, or too late already.</summary>
    public int Behind => Children.Count(c => c.Standing.IsBehind);
}

/// <summary>Who of the home-taught children is owed what, who is behind: computed each time from the register, the visits and the setting.</summary>
public sealed class HomeTeachingBoard(EduAidDbContext db)
{
    /// <summary>Code of the plan's measure that states how many children there are.</summary>
    public const string Measure = "home-teaching-children";

    /// <summary>The month of a day, as it stands on that day; three questions, and a fourth for the county.</summary>
    public Task<HomeTeachingFigures> OnAsync(DateOnly day, CancellationToken stop) => InAsync(Month.Of(day), day, stop);

    /// <param name="today">Of a month that is over its last day is looked at.</param>
    public async Task<HomeTeachingFigures> InAsync(Month month, DateOnly today, CancellationToken stop)
    {
        var on = today > month.Last ? month.Last : today;
        var settings = await SettingBook.LoadAsync(db, month.First, stop);
        var children = await ChildrenAsync(month, stop);
        var keys = children.ConvertAll(c => c.Child.Id);
        // Of a child of one's own the days count on which another teacher went; whose they are is not shown.
        var visits = (await HomeTeachingVisit.Counting(db.HomeTeachingVisits.IgnoreQueryFilters([EduAidDbContext.SchoolFilter]))
            .Where(v => keys.Contains(v.Child) && v.On >= month.First && v.On <= month.Last)
            .Select(v => new { v.Child, v.On, v.Minutes, Signed = v.SignedBy != null }).ToListAsync(stop)).ToLookup(v => v.Child);
        var rows = children.Select(c =>
        {
            var (own, fact) = (visits[c.Child.Id].ToList(), HomeTeachingFact.On(c.Child.Facts, on));
            List<DateOnly> days = [.. own.Select(v => v.On).Distinct().Order()];
            return new TaughtChild(
                c.Child.Id, c.Child.Number, c.Child.Name, c.Child.School, c.SchoolName ?? "—", c.Township ?? "", c.Child.Span, fact?.Kind, fact?.Level,
                [.. c.Child.Teachers.Where(t => t.Span.Covers(on)).Select(t => t.Name)], days, own.Sum(v => v.Minutes), own.Count(v => !v.Signed),
                TaughtMonth.Of(c.Child.Span, month, days, settings.HomeVisitsAMonth, today));
        });
        return new(on, month, settings.HomeVisitsAMonth, await TargetAsync(month.Year, settings, stop),
            [.. rows.OrderByDescending(r => r.Standing.Pace).ThenByDescending(r => r.Standing.Lacking).ThenBy(r => r.Number)]);
    }

    private async Task<List<(HomeTaughtChild Child, string? SchoolName, string? Township)>> ChildrenAsync(Month month, CancellationToken stop)
    {
        var (first, last) = (month.First, month.Last);
        var schools = SchoolRegister.Holding(db, Semester.Of(last));
        var rows = await db.HomeTaughtChildren.Where(c => c.From <= last && (c.Until == null || c.Until >= first)).Select(c => new
        {
            Child = c,
            Name = schools.Where(s => s.School == c.School).Select(s => s.Name).FirstOrDefault(),
            Township = schools.Where(s => s.School == c.School).Select(s => s.Township).FirstOrDefault(),
            Facts = c.Facts.ToList(),
            Teachers = c.Teachers.ToList(),
        }).ToListAsync(stop);
        foreach (var row in rows)
        {
            row.Child.Facts.AddRange(row.Facts);
            row.Child.Teachers.AddRange(row.Teachers);
        }
        return [.. rows.Select(r => (r.Child, r.Name, r.Township))];
    }

    private async Task<int?> TargetAsync(int year, SettingBook settings, CancellationToken stop)
    {
        if (db.Scope is not { Schools: null }) return null;
        var stated = await db.PlanMeasures.Where(m => m.Year == year && m.Code == Measure).Select(m => m.Target).FirstOrDefaultAsync(stop);
        return (int?)stated ?? settings.HomeTaughtChildren;
    }
}
