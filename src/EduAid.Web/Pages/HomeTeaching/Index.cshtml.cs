using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.HomeTeaching;
using EduAid.Application.Words;
using EduAid.Web.Accounts;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EduAid.Web.Pages.HomeTeaching;

/// <summary>送教上门: the register of a month, who is behind first. A teacher sees the own children.</summary>
public sealed class IndexModel(HomeTeachingBoard board, Visitor visitor, BusinessDay day) : PageModel
{
    /// <summary>Both kinds of lagging, as a filter.</summary>
    public const string Behind = "lagging";

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public DateOnly Today => day.Today;

    public HomeTeachingFigures Figures { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<TaughtChild> Rows { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Schools { get; private set; } = [];

    public bool MayRecord => visitor.May(Right.RecordHomeVisits);

    [TempData]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Figures = await board.InAsync(MonthAsked.Of(Request, day.Today), day.Today, stop);
        Schools = [.. Figures.Children.DistinctBy(c => c.School).OrderBy(c => c.SchoolName, StringComparer.Ordinal).Select(c => new SelectListItem(c.SchoolName, $"{c.School.Value}"))];
        var (pace, school) = (Request.Query.Text("pace"), Request.Query.Text("school"));
        var meant = Figures.Children.Where(c => (pace is null || c.Standing.Pace.ToString().Equals(pace, StringComparison.OrdinalIgnoreCase)
            || (pace == Behind && c.Standing.IsBehind)) && (school is null || $"{c.School.Value}" == school)).ToList();
        Paging = Paging.From(Request.Query).Of(meant.Count);
        Rows = [.. meant.Skip(Paging.Skip).Take(Paging.Size)];
    }
}
