using System.Globalization;
using EduAid.Application.Coverage;
using EduAid.Application.People;
using EduAid.Application.Words;
using EduAid.Domain.Coverage;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Rosters;
using EduAid.Web.Parts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Missed;

/// <summary>应助未助: registered children on no school's list, by township and village, so that someone goes and looks, and what was found of each.</summary>
public sealed class IndexModel(MissedChildren missed, ResponsiblePeople responsible, PersonDirectory people, ExportMissed export, TurnCache cache, SoughtKey key, Visitor visitor, IStringLocalizer<Texts> texts) : PageModel
{
    /// <summary>Those on a list who wait for their money.</summary>
    public const string Unpaid = "unpaid";

    /// <summary>失学辍学 of any list.</summary>
    public const string DroppedOut = "dropped-out";

    private RegisteredChildren children = new([], [], [], []);

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public Paging Paging { get; private set; } = null!;

    public Sorting Sorting { get; private set; } = null!;

    /// <summary>The tab that is shown: a band's name, or one of the two others.</summary>
    public string Tab { get; private set; } = "";

    /// <summary>Null for the two others.</summary>
    public AgeBand? Band => BandOf(Tab);

    /// <summary>The band in the state that is asked for: open ones unless told otherwise.</summary>
    public IReadOnlyList<MissedChild> OfBand { get; private set; } = [];

    public bool Searching { get; private set; }

    public IReadOnlyList<MissedChild> Rows { get; private set; } = [];

    public IReadOnlyDictionary<PersonId, CitizenId> Ids { get; private set; } = new Dictionary<PersonId, CitizenId>();

    /// <summary>By township.</summary>
    public IReadOnlyDictionary<string, string> Responsible { get; private set; } = new Dictionary<string, string>();

    public static IReadOnlyList<string> Tabs { get; } = [.. Enum.GetValues<AgeBand>().Select(Name), Unpaid, DroppedOut];

    public string TitleOf(string tab) => BandOf(tab) is { } band ? Words.AgeBand(band) : tab == Unpaid ? texts["Missed.Unpaid"] : Words.Outcome(OutcomeKind.DroppedOut);

    /// <summary>How many of a tab are open.</summary>
    public int CountOf(string tab) => Of(tab, null).Count();

    public async Task OnGetAsync(CancellationToken stop)
    {
        children = await cache.GetAsync(() => missed.ReadAsync(Semester, stop));
        Responsible = await responsible.ByTownshipAsync(stop);
        Tab = TabAsked();
        OfBand = [.. Of(Tab, Request.Query.Text("state"))];
        var (township, text) = (Request.Query.Text("township"), key.Read(Request));
        Searching = text is not null;
        var found = OfBand.Where(m => (township is null || m.Township == township)
            && (text is null || m.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || m.Head.Contains(text, StringComparison.OrdinalIgnoreCase)
                || m.Village.Contains(text, StringComparison.OrdinalIgnoreCase) || m.Household.Contains(text, StringComparison.Ordinal))).ToList();
        Sorting = Sorting.From(Request.Query, new("place"), "place", "age", "head");
        Func<MissedChild, IComparable> order = Sorting.Key switch { "age" => m => m.Age, "head" => m => m.Head, _ => m => m.Township + "\0" + m.Village };
        Paging = Paging.From(Request.Query).Of(found.Count);
        Rows = [.. (Sorting.Descending ? found.OrderByDescending(order) : found.OrderBy(order)).ThenBy(m => m.Household, StringComparer.Ordinal).Skip(Paging.Skip).Take(Paging.Size)];
        Ids = await people.RevealAsync([.. Rows.Select(m => m.Person)], stop);
    }

    /// <summary>By name, head, village or household's number: the address holds a key to it.</summary>
    [Needs(Right.SeeMissed)]
    public IActionResult OnPostFind(string? find) =>
        LocalRedirect("/Missed" + QueryLink.With(Request, (SoughtKey.QueryKey, key.Keep(find)), (Paging.PageKey, null), ("handler", null)));

    /// <summary>The band that is shown in all its states, and the township where one is chosen.</summary>
    [Needs(Right.Export)]
    public async Task<IActionResult> OnPostExportAsync(CancellationToken stop)
    {
        var output = new MemoryStream();
        await export.RunAsync(visitor.Actor, Semester, BandOf(TabAsked()) ?? AgeBand.Compulsory, Request.Query.Text("township"), output, stop);
        return Workbook.File(output, $"{Semester.ToChinese()}{Request.Query.Text("township")}应助未助名单");
    }

    private IEnumerable<MissedChild> Of(string tab, string? state) => tab == Unpaid ? children.Unpaid : tab == DroppedOut ? children.DroppedOut
        : children.Missed.Where(m => m.Band == BandOf(tab) && (state == "all" || m.Open == (state != "explained")));

    private static string Name(AgeBand band) => band.ToString().ToLowerInvariant();

    private static AgeBand? BandOf(string tab) => Enum.GetValues<AgeBand>().Where(b => Name(b) == tab).Select(b => (AgeBand?)b).FirstOrDefault();

    private string TabAsked() => Tabs.FirstOrDefault(t => t == Request.Query.Text("band")) ?? Tabs[0];
}
