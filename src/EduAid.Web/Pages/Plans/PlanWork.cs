using EduAid.Application.Plans;
using EduAid.Domain.Plans;
using EduAid.Domain.Supervision;
using EduAid.Web.Accounts;
using EduAid.Web.Parts.Figures;
using EduAid.Web.Resources;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Plans;

/// <summary>What of the plan and its orders waits for the visitor, overdue first: a unit replies and reports, a supervisor closes and orders.</summary>
/// <param name="orders">Those not closed, by deadline.</param>
public sealed class PlanWork(IStringLocalizer<Texts> texts, DateOnly today, Func<Right, bool> may)
{
    private const int ItemsShown = 6;

    public IReadOnlyList<WaitingItem> Of(PlanBoard board, IReadOnlyCollection<SupervisionOrder> orders) =>
        may(Right.ReportProgress) ? [.. Replies(orders), .. Items(board)] : may(Right.Supervise) ? [.. Closings(orders), .. Overdue(orders), .. Red(board)] : [.. Overdue(orders)];

    private IEnumerable<WaitingItem> Replies(IEnumerable<SupervisionOrder> orders) => orders.Where(o => o.State == OrderState.Open).Select(o => new WaitingItem(
        Days.Brief(o.Due), o.IsOverdue(today), texts[o.IsOverdue(today) ? "Plans.Work.ReplyLate" : "Plans.Work.Reply", o.Number, o.Demand], texts["Order.Reply"], $"/Supervision/Orders/{o.Id}"));

    private IEnumerable<WaitingItem> Items(PlanBoard board) => board.Tasks.Where(t => t.State is PlanState.Behind or PlanState.Late)
        .OrderByDescending(t => t.State).ThenBy(t => t.Item.Due).Take(ItemsShown).Select(t => new WaitingItem(
            Days.Brief(Next(board, t)), t.State == PlanState.Late, texts[t.State == PlanState.Late ? "Plans.Work.Red" : "Plans.Work.Amber", t.Item.Number, t.Item.Title],
            texts["Plans.Report"], ItemHref(board.Plan.Year, t.Item.Number)));

    private IEnumerable<WaitingItem> Closings(IReadOnlyCollection<SupervisionOrder> orders)
    {
        if (orders.Count(o => o.State == OrderState.Replied) is > 0 and var count)
            yield return new(texts["Home.Count.Orders", count], true, texts["Plans.Work.Close"], texts["Home.Do.See"], "/Supervision/Orders?state=replied");
    }

    private IEnumerable<WaitingItem> Overdue(IReadOnlyCollection<SupervisionOrder> orders)
    {
        if (orders.Count(o => o.IsOverdue(today)) is > 0 and var count)
            yield return new(texts["Home.Count.Orders", count], true, texts["Home.Step.OverdueOrders"], texts["Home.Do.See"], "/Supervision/Orders?state=overdue");
    }

    private IEnumerable<WaitingItem> Red(PlanBoard board)
    {
        if (board.Tasks.Count(t => t.State == PlanState.Late) is > 0 and var count)
            yield return new(texts["Plans.Count.Items", count], false, texts["Plans.Work.Late"], texts["Home.Do.See"], $"/Plans?year={board.Plan.Year}&state=late");
    }

    /// <summary>The day on which the first unfinished measure or step is due.</summary>
    private static DateOnly Next(PlanBoard board, ItemView item) => item.Measures.Where(m => m.State is PlanState.Behind or PlanState.Late)
        .Select(m => m.Standing.Steps.Where(s => !s.Done).Select(s => s.Due).DefaultIfEmpty(m.Standing.Due).Min()).DefaultIfEmpty(item.Item.Due ?? board.Plan.Ends).Min();

    public static string ItemHref(int year, string number) => $"/Plans/{year}/{Uri.EscapeDataString(number)}";
}
