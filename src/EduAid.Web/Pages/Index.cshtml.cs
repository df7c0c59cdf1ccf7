using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Coverage;
using EduAid.Application.Rosters;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Parts.Figures;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages;

/// <summary>Today's work: where the semester stands and what waits for the visitor.</summary>
public sealed class IndexModel(EduAidDbContext db, Visitor visitor, MissedChildren missed, TurnCache cache, TimeProvider time, BusinessDay day, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public IndexOverview Overview { get; private set; } = null!;

    /// <summary>The schools from which a list is expected, as far as the visitor sees.</summary>
    public IReadOnlyList<SchoolLabel> Expected { get; private set; } = [];

    public IndexSteps Steps { get; private set; } = null!;

    public IReadOnlyList<WaitingItem> Waiting { get; private set; } = [];

    public IReadOnlyList<TownshipCoverage> Coverage { get; private set; } = [];

    /// <summary>失学辍学, among the registered children of compulsory age.</summary>
    public int DroppedOut { get; private set; }

    public IReadOnlyList<RecentEvent> Events { get; private set; } = [];

    public int Registered => Coverage.Sum(t => t.Registered);

    public int Missed => Coverage.Sum(t => t.Missed);

    /// <summary>On a list and neither paid nor accounted for.</summary>
    public int Unpaid => Coverage.Sum(t => t.Unpaid);

    public int Covered => Coverage.Sum(t => t.Paid + t.Explained);

    /// <summary>For a school only what it teaches.</summary>
    public IEnumerable<ProgrammeProgress> Programmes =>
        Overview.Programmes.Where(p => OwnSchool is not { } own || p.Rosters > 0 || Programme.Find(p.Code)!.Stages.Any(own.Kind.Stages().Contains));

    public SchoolLabel? OwnSchool => visitor.School is { } own ? Overview.Schools[own] : null;

    public async Task OnGetAsync(CancellationToken stop)
    {
        Overview = await IndexOverview.LoadAsync(db, Semester, stop);
        Expected = [.. Overview.Schools.Expected.Where(s => visitor.Scope.Covers(s.Id))];
        if (visitor.May(Right.SeeMissed))
        {
            var children = await cache.GetAsync(() => missed.ReadAsync(Semester, stop));
            (Coverage, DroppedOut) = (children.Townships, children.DroppedOut.Count);
        }
        var work = new IndexWork(Overview, Expected, Words, texts, visitor.May);
        Steps = await IndexSteps.LoadAsync(db, visitor, day.Today, stop);
        var steps = Steps.Waiting(texts);
        Waiting = [.. steps, .. visitor.School is { } own ? work.OfSchool(own) : work.OfCounty(Coverage), .. visitor.IsCounty ? [] : work.Missed(Coverage)];
        var events = new IndexEvents(db, Words, texts);
        Events = visitor.IsCounty ? await events.OfCountyAsync(stop) : await events.OfSchoolAsync(stop);
    }

    /// <summary>Only the steps that there are.</summary>
    public IReadOnlyList<PathStep> Path
    {
        get
        {
            var (sent, rosters) = (Expected.Count(s => s.SentList), Overview.Rosters);
            var waiting = Overview.Holding;
            var fresh = rosters - Overview.Stale;
            return
            [
                new(texts["Home.Path.Lists"], N(sent), texts["Home.Path.ListsOf", Expected.Count], Percent(sent, Expected.Count), "/Lists", sent < Expected.Count),
                new(texts["Home.Path.Findings"], N(waiting), texts["Home.Path.FindingsUnit"], rosters == 0 ? 0 : Percent(Overview.Entries, Overview.Entries + waiting), "/Review?effect=holds",
                    sent == Expected.Count && waiting > 0),
                new(texts["Home.Path.Drafts"], N(rosters), Overview.Stale > 0 ? texts["Home.Path.DraftsStale", Overview.Stale] : texts["Home.Path.DraftsUnit"], Percent(fresh, rosters), "/Rosters",
                    sent == Expected.Count && waiting == 0),
                Reached("Confirmed", RosterState.Confirmed),
                Reached("OnNotice", RosterState.OnNotice),
                Reached("Reviewed", RosterState.Reviewed),
                Reached("Approved", RosterState.Approved),
                new(texts["Home.Path.Paid"], N(Steps.Paid), texts["Home.Path.PaidOf", Overview.Entries], Percent(Steps.Paid, Overview.Entries), "/Rosters?state=Approved"),
            ];
        }
    }

    private PathStep Reached(string key, RosterState state) => new(
        texts["Home.Path." + key], N(Overview.Reached(state)), texts["Home.Path.DraftsUnit"], Percent(Overview.Reached(state), Overview.Rosters), "/Rosters?state=" + state);

    /// <summary>The clock for today, the day for what was before.</summary>
    public string When(RecentEvent recent) => DateOnly.FromDateTime(recent.At) is var day && day == time.Today()
        ? recent.At.ToString("HH:mm", CultureInfo.InvariantCulture) : Days.Brief(day);

    private static string N(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static decimal Percent(long part, long whole) => whole == 0 ? 0 : Math.Round(100m * part / whole, 1);
}
