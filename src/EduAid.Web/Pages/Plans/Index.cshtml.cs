using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Plans;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Plans;
using EduAid.Domain.Supervision;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Payments;
using EduAid.Web.Pages.Rosters;
using EduAid.Web.Parts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Plans;

/// <summary>A year's plan as a tree, as it stands on a day; for a unit its own items, and what waits for it.</summary>
public sealed class IndexModel(EduAidDbContext db, Visitor visitor, BusinessDay day, ExportPlan export, IStringLocalizer<Texts> texts) : PageModel
{
    public static IReadOnlyList<PlanState> States { get; } = [PlanState.Late, PlanState.Behind, PlanState.OnTrack, PlanState.Done];

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    /// <summary>The latest first.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>Null before there is any plan.</summary>
    public PlanBoard? Board { get; private set; }

    public IReadOnlyList<WaitingItem> Waiting { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(int? year, string? on, CancellationToken stop)
    {
        var plans = await db.Plans.OrderByDescending(p => p.Year).ToListAsync(stop);
        Years = [.. plans.Select(p => p.Year)];
        if ((year ?? PlanBoard.Choose(Years, day.Today)) is not { } asked) return Page();
        if (plans.Find(p => p.Year == asked) is not { } plan) return NotFound();
        Board = await PlanBoard.LoadAsync(db, plan, TypedFields.Day(on), day.Today, stop);
        var orders = await db.SupervisionOrders.Where(o => o.State != OrderState.Closed).OrderBy(o => o.Due).ThenBy(o => o.Id).ToListAsync(stop);
        Waiting = new PlanWork(texts, day.Today, visitor.May).Of(Board, orders);
        return Page();
    }

    [Needs(Right.SeePlan)]
    public async Task<IActionResult> OnPostExportAsync(int year, CancellationToken stop)
    {
        var output = new MemoryStream();
        return await export.RunAsync(visitor.Actor, year, output, stop) is { } title ? Workbook.File(output, title) : NotFound();
    }

    /// <summary>The items that the filter leaves, and the headings above them.</summary>
    public IEnumerable<ItemView> Shown
    {
        get
        {
            var (state, unit) = (Request.Query.Text("state"), Request.Query.Text("unit"));
            var tasks = Board!.Tasks.Where(t => (state is null || t.State.ToString().Equals(state, StringComparison.OrdinalIgnoreCase)) && (unit is null || t.Item.Units.Contains(unit))).ToHashSet();
            for (var i = 0; i < Board.Items.Count; i++)
            {
                var item = Board.Items[i];
                if (item.Item.IsHeading ? Board.Items.Skip(i + 1).TakeWhile(below => below.Level > item.Level).Any(tasks.Contains) : tasks.Contains(item)) yield return item;
            }
        }
    }

    public string HrefOf(ItemView row) => PlanWork.ItemHref(Board!.Plan.Year, row.Item.Number) + (Request.Query.Text("on") is null ? "" : $"?on={Board.On:yyyy-MM-dd}");
}
