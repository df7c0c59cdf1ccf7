using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Plans;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Plans;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Parts.Figures;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Overview;

/// <summary>The semester and the year's plan for the bureau's leader, the director and the supervisor: sums that lead on to what is behind them.</summary>
public sealed class IndexModel(EduAidDbContext db, Visitor visitor, BusinessDay day, TurnCache cache, IStringLocalizer<Texts> texts) : PageModel
{
    public static IReadOnlyList<RosterState> RosterStates { get; } = Enum.GetValues<RosterState>();

    public static IReadOnlyList<PlanState> PlanStates { get; } = [PlanState.Late, PlanState.Behind, PlanState.OnTrack, PlanState.Done];

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public OverviewFigures Figures { get; private set; } = null!;

    /// <summary>Null before there is any plan.</summary>
    public PlanBoard? Board { get; private set; }

    public IReadOnlyList<DateOnly?> Months => [.. Figures.Months.Select(m => m.Month).Distinct().Order()];

    public IReadOnlyList<ChartColumn> Columns => [.. Figures.Programmes.Where(p => p.Approved + p.Paid > 0)
        .Select(p => new ChartColumn(Words.Programme(p.Programme), [p.Paid, Math.Max(0, p.Approved - p.Paid)], Amounts.Yuan(p.Approved)))];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Figures = await cache.GetAsync(() => OverviewFigures.LoadAsync(db, Semester, stop));
        var plans = await db.Plans.ToListAsync(stop);
        if (PlanBoard.Choose([.. plans.Select(p => p.Year)], day.Today) is { } year) Board = await PlanBoard.LoadAsync(db, plans.Single(p => p.Year == year), null, day.Today, stop);
    }

    public int Tasks(PlanState state) => Board!.Tasks.Count(t => t.State == state);

    public string MonthName(DateOnly? month) => month is { } first ? first.ToString("yyyy-MM", CultureInfo.InvariantCulture) : texts["Overview.NoDay"];

    public long PaidIn(DateOnly? month, string programme) => Figures.Months.Where(m => m.Month == month && m.Programme == programme).Sum(m => m.Fen);
}
