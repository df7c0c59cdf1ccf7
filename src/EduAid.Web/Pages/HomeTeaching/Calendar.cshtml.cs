using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.HomeTeaching;
using EduAid.Application.Words;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.HomeTeaching;

/// <summary>A month as children by days.</summary>
public sealed class CalendarModel(HomeTeachingBoard board, BusinessDay day) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public DateOnly Today => day.Today;

    public HomeTeachingFigures Figures { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    /// <summary>By school and number, as they stand in every month.</summary>
    public IReadOnlyList<TaughtChild> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Figures = await board.InAsync(MonthAsked.Of(Request, day.Today), day.Today, stop);
        Paging = Paging.From(Request.Query).Of(Figures.Children.Count);
        Rows = [.. Figures.Children.OrderBy(c => c.SchoolName, StringComparer.Ordinal).ThenBy(c => c.Number).Skip(Paging.Skip).Take(Paging.Size)];
    }
}
