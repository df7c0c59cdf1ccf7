using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Storage;
using EduAid.Application.Supervision;
using EduAid.Application.Words;
using EduAid.Domain.Supervision;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Payments;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Supervision.Orders;

/// <summary>One supervision order with all its steps, and the step that is the visitor's.</summary>
public sealed class OrderModel(EduAidDbContext db, Visitor visitor, BusinessDay day, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public DateOnly Today => day.Today;

    public SupervisionOrder Order { get; private set; } = null!;

    public string? ItemTitle { get; private set; }

    public IReadOnlyList<(OrderStep Step, string By)> Steps { get; private set; } = [];

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Due { get; set; }

    [TempData]
    public string? Done { get; set; }

    public bool MayReply => visitor.May(Right.ReportProgress) && Order.State == OrderState.Open;

    public bool MayClose => visitor.May(Right.Supervise) && Order.State == OrderState.Replied && Order.RepliedBy != visitor.Actor.Name;

    public bool MayReopen => visitor.May(Right.Supervise) && Order.State != OrderState.Open;

    public bool Acts => MayReply || MayClose || MayReopen;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await LoadAsync(id, stop) ? Page() : NotFound();

    [Needs(Right.ReportProgress)]
    public async Task<IActionResult> OnPostReplyAsync(Guid id, [FromServices] ReplyToOrder verb, CancellationToken stop) =>
        await DoneAsync(id, await verb.RunAsync(visitor.Actor, id, Text ?? "", stop), nameof(Text), stop);

    [Needs(Right.Supervise)]
    public async Task<IActionResult> OnPostCloseAsync(Guid id, [FromServices] CloseOrder verb, CancellationToken stop) =>
        await DoneAsync(id, await verb.RunAsync(visitor.Actor, id, Text ?? "", stop), nameof(Text), stop);

    [Needs(Right.Supervise)]
    public async Task<IActionResult> OnPostReopenAsync(Guid id, [FromServices] ReopenOrder verb, CancellationToken stop)
    {
        if (TypedFields.Day(Due) is { } due) return await DoneAsync(id, await verb.RunAsync(visitor.Actor, id, Reason ?? "", due, stop), nameof(Reason), stop);
        if (!await LoadAsync(id, stop)) return NotFound();
        ModelState.AddModelError(nameof(Due), texts["Pay.Wrong.Day"]);
        return Page();
    }

    private async Task<IActionResult> DoneAsync(Guid id, OrderRefusal? refusal, string field, CancellationToken stop)
    {
        if (refusal is null)
        {
            Done = texts["Order.Done"];
            return Redirect($"/Supervision/Orders/{id}");
        }
        if (refusal == OrderRefusal.NotFound || !await LoadAsync(id, stop)) return NotFound();
        ModelState.AddModelError(refusal == OrderRefusal.TextMissing ? field : refusal == OrderRefusal.DayPassed ? nameof(Due) : "", Words.Refusal(refusal.Value));
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await db.SupervisionOrders.SingleOrDefaultAsync(o => o.Id == id, stop) is not { } order) return false;
        Order = order;
        ItemTitle = await db.PlanItems.Where(i => i.Year == order.PlanYear && i.Number == order.Item).Select(i => i.Title).FirstOrDefaultAsync(stop);
        var steps = await db.OrderSteps.Where(s => s.Order == id).OrderBy(s => s.Number)
            .Select(s => new { Step = s, By = db.Users.Where(u => u.UserName == s.By).Select(u => u.DisplayName).FirstOrDefault() ?? s.By }).ToListAsync(stop);
        Steps = steps.ConvertAll(s => (s.Step, s.By));
        return true;
    }
}
