using System.Globalization;
using EduAid.Application.Calendar;
using EduAid.Application.Payments;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Payments;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Payments.Batches;

/// <param name="Failed">Failed and returned.</param>
/// <param name="Open">With the bank, without a last word.</param>
public sealed record BatchRow(Batch Batch, int Paid, int Failed, int Open);

/// <summary>The semester's batches, and those of any semester that the bank keeps silent about.</summary>
public sealed class IndexModel(EduAidDbContext db, Visitor visitor, BusinessDay day) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    public IReadOnlyList<BatchRow> Rows { get; private set; } = [];

    public IReadOnlyList<OverdueBatch> Overdue { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var batches = await db.Batches.Where(b => b.Semester == Semester).OrderByDescending(b => b.Sequence).ToListAsync(stop);
        var counts = batches.Count == 0 ? [] : (await db.PaymentLines.Where(l => db.Batches.Any(b => b.County == l.County && b.Id == l.Batch && b.Semester == Semester))
            .GroupBy(l => new { l.Batch, l.State }).Select(g => new { g.Key.Batch, g.Key.State, Count = g.Count() }).ToListAsync(stop)).ToDictionary(c => (c.Batch, c.State), c => c.Count);
        Rows = [.. batches.Select(b => new BatchRow(b, Of(b, LineState.Paid), Of(b, LineState.Failed, LineState.Returned), Of(b, LineState.Sent, LineState.Pending)))];
        Overdue = await OverdueBatches.ReadAsync(db, day.Today, stop);

        int Of(Batch batch, params LineState[] states) => states.Sum(s => counts.GetValueOrDefault((batch.Id, s)));
    }
}
