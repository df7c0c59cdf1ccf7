using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Supervision;
using EduAid.Web.Parts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Supervision.Orders;

/// <summary>Supervision orders, those that wait longest above; a unit sees its own.</summary>
public sealed class IndexModel(EduAidDbContext db, BusinessDay day, IStringLocalizer<Texts> texts) : PageModel
{
    private const string Overdue = "overdue";

    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public DateOnly Today => day.Today;

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<SupervisionOrder> Rows { get; private set; } = [];

    public IReadOnlyList<string> Units { get; private set; } = [];

    public IEnumerable<SelectListItem> States =>
        [new(texts["Order.Overdue"], Overdue), .. Enum.GetValues<OrderState>().Select(s => new SelectListItem(Words.OrderState(s), Name(s)))];

    public async Task OnGetAsync(string? state, string? unit, CancellationToken stop)
    {
        Units = await db.SupervisionOrders.Select(o => o.Unit).Distinct().OrderBy(u => u).ToListAsync(stop);
        var (today, found) = (day.Today, db.SupervisionOrders.AsQueryable());
        if (state == Overdue) found = found.Where(o => o.State == OrderState.Open && o.Due < today);
        else if (Enum.GetValues<OrderState>().Where(s => Name(s) == state).Select(s => (OrderState?)s).FirstOrDefault() is { } asked) found = found.Where(o => o.State == asked);
        if (!string.IsNullOrEmpty(unit)) found = found.Where(o => o.Unit == unit);
        Paging = Paging.From(Request.Query).Of(await found.CountAsync(stop));
        Rows = await found.OrderBy(o => o.State == OrderState.Closed).ThenBy(o => o.Due).ThenBy(o => o.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(stop);
    }

    private static string Name(OrderState state) => state.ToString().ToLowerInvariant();
}
