using System.Globalization;
using System.Text.Json.Nodes;
using EduAid.Application.Accounts;
using EduAid.Application.Coverage;
using EduAid.Application.Rosters;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Parts.Figures;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages;

/// <param name="At">In the county's time.</param>
public sealed record RecentEvent(DateTime At, string Who, string What, string? Detail);

/// <summary>Today's work: where the semester stands and what waits for the visitor.</summary>
public sealed class IndexModel(EduAidDbContext db, Visitor visitor, IStringLocalizer<Texts> texts) : PageModel
{
    private const int EventsShown = 6;

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public bool IsOfficer => visitor.Role == Role.AidOfficer;

    public IndexOverview Overview { get; private set; } = null!;

    public IReadOnlyList<WaitingItem> Waiting { get; private set; } = [];

    public IReadOnlyList<TownshipCoverage> Coverage { get; private set; } = [];

    public IReadOnlyList<RecentEvent> Events { get; private set; } = [];

    public int Registered => Coverage.Sum(t => t.Registered);

    public int Missed => Coverage.Sum(t => t.Missed);

    public SchoolLabel? OwnSchool => visitor.School is { } own ? Overview.Schools[own] : null;

    public async Task OnGetAsync(CancellationToken stop)
    {
        Overview = await IndexOverview.LoadAsync(db, Semester, stop);
        if (IsOfficer) Coverage = await RegisteredCoverage.InAsync(db, Semester, stop);
        var work = new IndexWork(Overview, Words, texts);
        Waiting = visitor.School is { } own ? work.OfClerk(own) : work.OfOfficer(Coverage);
        Events = IsOfficer ? await CountyEventsAsync(stop) : await OwnImportsAsync(stop);
    }

    /// <summary>Only the steps that there are.</summary>
    public IReadOnlyList<PathStep> Path
    {
        get
        {
            var expected = OwnSchool is { } own ? [own] : Overview.Schools.Expected.ToList();
            var (sent, rosters) = (expected.Count(s => s.SentList), Overview.Rosters);
            var waiting = Overview.Holding;
            var fresh = rosters - Overview.Stale;
            return
            [
                new(texts["Home.Path.Lists"], N(sent), texts["Home.Path.ListsOf", expected.Count], Percent(sent, expected.Count), "/Lists", sent < expected.Count),
                new(texts["Home.Path.Findings"], N(waiting), texts["Home.Path.FindingsUnit"], rosters == 0 ? 0 : Percent(Overview.Entries, Overview.Entries + waiting), "/Review?effect=holds",
                    sent == expected.Count && waiting > 0),
                new(texts["Home.Path.Drafts"], N(rosters), Overview.Stale > 0 ? texts["Home.Path.DraftsStale", Overview.Stale] : texts["Home.Path.DraftsUnit"], Percent(fresh, rosters), "/Rosters",
                    sent == expected.Count && waiting == 0),
                new(texts["Home.Path.People"], N(Overview.Entries), texts["Home.Path.PeopleUnit"], rosters == 0 ? 0 : 100, "/Rosters"),
                new(texts["Home.Path.Amount"], Amounts.Yuan(Overview.Fen), texts["Home.Path.AmountUnit"], rosters == 0 ? 0 : 100, "/Rosters"),
            ];
        }
    }

    private async Task<IReadOnlyList<RecentEvent>> CountyEventsAsync(CancellationToken stop)
    {
        var events = await db.AuditEvents.Where(e => e.Action.EndsWith(".import") || e.Action == "import.undo" || e.Action == "rosters.generate")
            .OrderByDescending(e => e.Number).Take(EventsShown).Select(e => new
            {
                e.At,
                e.Actor,
                e.Action,
                Details = db.AuditDetails.Where(d => d.Number == e.Number).Select(d => d.Json).FirstOrDefault(),
            }).ToListAsync(stop);
        return [.. events.Select(e => new RecentEvent(Civil(e.At), e.Actor, Words.Audit(e.Action), FileOf(e.Details)))];
    }

    private async Task<IReadOnlyList<RecentEvent>> OwnImportsAsync(CancellationToken stop)
    {
        var imports = await db.Imports.OrderByDescending(i => i.Number).Take(EventsShown).ToListAsync(stop);
        return [.. imports.Select(i => new RecentEvent(
            Civil(i.UndoneAt ?? i.At), i.UndoneBy ?? i.By, i.Undone ? Words.Audit("import.undo") : texts["Home.Event.Import", Words.ListKind(i.Kind), i.Written].Value, i.File))];
    }

    // The details are gone once their retention has ended; only an import's name a file.
    private static string? FileOf(string? details) =>
        details is not null && JsonNode.Parse(details) is JsonObject named && named["file"] is JsonValue file ? file.ToString() : null;

    private static DateTime Civil(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, CountyTime.Zone).DateTime;

    private static string N(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static decimal Percent(long part, long whole) => whole == 0 ? 0 : Math.Round(100m * part / whole, 1);
}
