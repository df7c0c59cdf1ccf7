using EduAid.Application.Calendar;
using EduAid.Application.Settings;
using EduAid.Application.Storage;
using EduAid.Domain.Calendar;
using EduAid.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Payments;

/// <param name="Silent">Payments of which the bank has said nothing.</param>
/// <param name="Days">Working days since the bank got the file; null where a year's holidays are unknown.</param>
public sealed record OverdueBatch(Guid Id, string Number, string Programme, DateOnly HandedOverOn, int Silent, int? Days);

/// <summary>Batches with the bank for more working days than the setting allows, of which it has not said everything (domain.md section 4).</summary>
public static class OverdueBatches
{
    /// <summary>Of every semester, the oldest first; asks one question where nothing is with the bank, else three.</summary>
    public static async Task<IReadOnlyList<OverdueBatch>> ReadAsync(EduAidDbContext db, DateOnly today, CancellationToken stop)
    {
        var waiting = await db.Batches.Where(b => b.State == BatchState.HandedOver)
            .Select(b => new
            {
                b.Id,
                b.Number,
                b.Programme,
                b.HandedOverOn,
                Silent = db.PaymentLines.Count(l => l.County == b.County && l.Batch == b.Id && l.State == LineState.Sent),
            }).Where(b => b.Silent > 0).OrderBy(b => b.HandedOverOn).ToListAsync(stop);
        if (waiting.Count == 0) return [];
        var calendar = await CountyCalendar.LoadAsync(db, stop);
        var allowed = (await SettingBook.LoadAsync(db, today, stop)).ReturnDays;
        return
        [
            .. waiting.Select(b => new OverdueBatch(b.Id, b.Number, b.Programme, b.HandedOverOn!.Value, b.Silent, Between(calendar, b.HandedOverOn.Value, today)))
                // Where the days can't be counted it is shown too: better looked at early than never.
                .Where(b => b.Days is not { } days || days > allowed),
        ];
    }

    private static int? Between(WorkingCalendar calendar, DateOnly from, DateOnly to) =>
        calendar.WorkingDaysBetween(from, to).TryGet(out var days) ? days : null;
}
