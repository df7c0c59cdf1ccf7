using System.Globalization;
using EduAid.Application.Coverage;
using EduAid.Application.People;
using EduAid.Application.Words;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Rosters;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.Missed;

/// <summary>应助未助: registered children on no school's list, by township and village, so that someone goes and looks, and what was found of each.</summary>
public sealed class IndexModel(MissedChildren missed, ResponsiblePeople responsible, PersonDirectory people, ExportMissed export, TurnCache cache, Visitor visitor) : PageModel
{
    private const string Unpaid = "unpaid";

    private RegisteredChildren children = new([], [], []);

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public Paging Paging { get; private set; } = null!;

    public Sorting Sorting { get; private set; } = null!;

    /// <summary>Null for those who are on a list and wait for their money.</summary>
    public AgeBand? Band { get; private set; }

    /// <summary>The band in the state that is asked for: open ones unless told otherwise.</summary>
    public IReadOnlyList<MissedChild> OfBand { get; private set; } = [];

    public IReadOnlyList<MissedChild> Rows { get; private set; } = [];

    public IReadOnlyDictionary<PersonId, CitizenId> Ids { get; private set; } = new Dictionary<PersonId, CitizenId>();

    /// <summary>By township.</summary>
    public IReadOnlyDictionary<string, string> Responsible { get; private set; } = new Dictionary<string, string>();

    public IEnumerable<AgeBand?> Tabs => [.. Bands, null];

    private static IReadOnlyList<AgeBand?> Bands { get; } = [.. Enum.GetValues<AgeBand>().Select(b => (AgeBand?)b)];

    public int CountOf(AgeBand? band) => band is null ? children.Unpaid.Count : children.Missed.Count(m => m.Band == band && m.Open);

    public async Task OnGetAsync(CancellationToken stop)
    {
        children = await cache.GetAsync(() => missed.ReadAsync(Semester, stop));
        Responsible = await responsible.ByTownshipAsync(stop);
        Band = BandAsked();
        var state = Asked("state");
        OfBand = Band is null ? children.Unpaid : [.. children.Missed.Where(m => m.Band == Band && (state == "all" || m.Open == (state != "explained")))];
        var (township, text) = (Asked("township"), Asked("q"));
        var found = OfBand.Where(m => (township is null || m.Township == township)
            && (text is null || m.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || m.Head.Contains(text, StringComparison.OrdinalIgnoreCase)
                || m.Village.Contains(text, StringComparison.OrdinalIgnoreCase) || m.Household.Contains(text, StringComparison.Ordinal))).ToList();
        Sorting = Sorting.From(Request.Query, new("place"), "place", "age", "head");
        Func<MissedChild, IComparable> key = Sorting.Key switch { "age" => m => m.Age, "head" => m => m.Head, _ => m => m.Township + "\0" + m.Village };
        Paging = Paging.From(Request.Query).Of(found.Count);
        Rows = [.. (Sorting.Descending ? found.OrderByDescending(key) : found.OrderBy(key)).ThenBy(m => m.Household, StringComparer.Ordinal).Skip(Paging.Skip).Take(Paging.Size)];
        Ids = await people.RevealAsync([.. Rows.Select(m => m.Person)], stop);
    }

    /// <summary>The band that is shown in all its states, and the township where one is chosen.</summary>
    [Needs(Right.Export)]
    public async Task<IActionResult> OnPostExportAsync(CancellationToken stop)
    {
        var output = new MemoryStream();
        await export.RunAsync(visitor.Actor, Semester, BandAsked() ?? AgeBand.Compulsory, Asked("township"), output, stop);
        return Workbook.File(output, $"{Semester.ToChinese()}{Asked("township")}应助未助名单");
    }

    public static string Name(AgeBand? band) => band?.ToString().ToLowerInvariant() ?? Unpaid;

    private AgeBand? BandAsked() => Asked("band") == Unpaid ? null : Bands.FirstOrDefault(b => Name(b) == Asked("band")) ?? AgeBand.Compulsory;

    private string? Asked(string key) => Request.Query[key].LastOrDefault() is { Length: > 0 } value ? value.Trim() : null;
}
