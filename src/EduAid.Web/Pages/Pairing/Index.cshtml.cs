using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Pairing;
using EduAid.Application.Words;
using EduAid.Domain.Duties;
using EduAid.Web.Accounts;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EduAid.Web.Pages.Pairing;

/// <summary>结对帮扶: whom to visit this month and who is overdue, the most urgent first. A teacher sees the own households.</summary>
public sealed class IndexModel(PairingBoard board, SoughtKey key, Visitor visitor, BusinessDay day) : PageModel
{
    /// <summary>As a filter: a period has passed without its visit.</summary>
    public const string Overdue = "overdue";

    private const string All = "all", Due = "due";

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Month Month => Month.Of(day.Today);

    /// <summary>All that are paired today.</summary>
    public IReadOnlyList<PairedLine> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<PairedLine> Rows { get; private set; } = [];

    public bool Searching { get; private set; }

    public bool MayRecord => visitor.May(Right.RecordPairVisits);

    public IEnumerable<SelectListItem> States =>
    [
        .. new[] { PairStanding.Overdue, PairStanding.Due, PairStanding.Visited, PairStanding.Rest }.Select(s => new SelectListItem(Words.PairStanding(s), s.ToString().ToLowerInvariant())),
    ];

    public IEnumerable<SelectListItem> Schools => Lines.DistinctBy(l => l.Household.School).OrderBy(l => l.SchoolName, StringComparer.Ordinal).Select(l => new SelectListItem(l.SchoolName, $"{l.Household.School.Value}"));

    public IEnumerable<SelectListItem> Townships => Lines.Select(l => l.Township).Distinct().Order(StringComparer.Ordinal).Select(t => new SelectListItem(t, t));

    [TempData]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Lines = await board.OnAsync(day.Today, stop);
        var (state, school, township, text) = (Request.Query.Text("state"), Request.Query.Text("school"), Request.Query.Text("township"), key.Read(Request));
        Searching = text is not null;
        // Who looks for a name looks among all of them.
        if (Searching) state ??= All;
        var meant = Lines.Where(l => Fits(l, state) && (school is null || $"{l.Household.School.Value}" == school) && (township is null || l.Township == township)
            && (text is null || l.Household.Head.Contains(text, StringComparison.OrdinalIgnoreCase) || Staff(l).Contains(text, StringComparison.OrdinalIgnoreCase))).ToList();
        Paging = Paging.From(Request.Query).Of(meant.Count);
        Rows = [.. meant.Skip(Paging.Skip).Take(Paging.Size)];
    }

    /// <summary>By the name of the head or of who visits: the address holds a key to it.</summary>
    [Needs(Right.SeePairing)]
    public IActionResult OnPostFind(string? find) =>
        LocalRedirect("/Pairing" + QueryLink.With(Request, (SoughtKey.QueryKey, key.Keep(find)), (Paging.PageKey, null), ("handler", null)));

    public string Staff(PairedLine line) => line.Household.HolderOn(day.Today)?.Staff ?? "";

    private static bool Fits(PairedLine line, string? state) => state switch
    {
        null => line.IsToDo,
        All => true,
        Due => line.IsDue,
        _ => line.Standing.ToString().Equals(state, StringComparison.OrdinalIgnoreCase),
    };
}
