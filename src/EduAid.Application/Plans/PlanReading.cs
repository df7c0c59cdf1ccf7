using EduAid.Application.Storage;
using EduAid.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Plans;

/// <summary>A plan as it is stored, read back.</summary>
public static class PlanReading
{
    /// <summary>The items of a year with units, measures and steps, as far as the scope reaches; one question.</summary>
    public static IQueryable<PlanItem> Items(EduAidDbContext db, int year) => db.PlanItems.Where(i => i.Year == year)
        .Include(i => i.Units).Include(i => i.Measures).ThenInclude(m => m.Steps);

    /// <returns>Null where there is no plan of that year.</returns>
    public static async Task<PlanOutline?> OutlineAsync(EduAidDbContext db, int year, CancellationToken stop) =>
        await db.Plans.SingleOrDefaultAsync(p => p.Year == year, stop) is { } plan ? OutlineOf(plan, await Items(db, year).ToListAsync(stop)) : null;

    public static PlanOutline OutlineOf(Plan plan, IEnumerable<PlanItem> items) => new(
        plan.Year, plan.Title, plan.Document, [.. items.OrderBy(i => i.Position).Select(OutlineOf)]);

    public static OutlineItem OutlineOf(PlanItem item) => new(
        item.Number, item.Title, [.. item.Units.OrderBy(u => u.Position).Select(u => u.Unit)], item.Due,
        [
            .. item.Measures.OrderBy(m => m.Position).Select(m => new OutlineMeasure(
                m.Code, m.Kind, m.Title, m.Unit, m.Target, m.Floor, m.Basis, m.Due,
                [.. m.Steps.OrderBy(s => s.Position).Select(s => new OutlineStep(s.Title, s.Start, s.Due))])),
        ]);
}
