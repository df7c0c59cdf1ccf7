using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Plans;

/// <param name="Changed">False where the plan was there like that already: then nothing was written.</param>
public sealed record PlanSaved(PlanRefusal? Refusal, bool Changed = false, IReadOnlyList<PlanProblem>? Problems = null);

/// <summary>
/// Writes a year's plan as a whole: shipped, made from last year's, read from a workbook or edited on a page, it is the same act. What has
/// reports stays: an item, measure or step of which something was reported is neither removed nor turned into another kind.
/// </summary>
public sealed class SavePlan(EduAidDbContext db, Work work, AuditTrail trail, TimeProvider time)
{
    /// <param name="fresh">Whether there must be no plan of that year yet.</param>
    public Task<PlanSaved> RunAsync(Actor actor, PlanOutline outline, bool fresh, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!PlanRights.MaySupervise(actor)) return new PlanSaved(PlanRefusal.NotYourRole);
            if (PlanRules.Check(outline) is { Count: > 0 } problems) return new PlanSaved(PlanRefusal.Faulty, Problems: problems);
            var plan = await db.Plans.AsTracking().SingleOrDefaultAsync(p => p.Year == outline.Year, stop);
            if (fresh && plan is not null) return new PlanSaved(PlanRefusal.YearTaken);
            var items = await PlanReading.Items(db, outline.Year).AsTracking().ToListAsync(stop);
            var before = plan is null ? null : PlanReading.OutlineOf(plan, items);
            if (before is not null && PlanFile.Write(before) == PlanFile.Write(outline)) return new PlanSaved(null);
            if (await LosesReportsAsync(outline, items, stop)) return new PlanSaved(PlanRefusal.HasReports);
            if (plan is null) db.Plans.Add(new Plan { County = db.CountyCode, Year = outline.Year, Title = outline.Title, Document = outline.Document, By = actor.Name, At = time.GetUtcNow() });
            else (plan.Title, plan.Document) = (outline.Title, outline.Document);
            await ApplyAsync(outline, items, stop);
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "plan.save", $"plan:{outline.Year}", new { outline.Title, Items = Differing(before, outline), Measures = outline.Items.Sum(i => i.Measures.Count) });
            return new PlanSaved(null, Changed: true);
        },
        stop);

    private static List<string> Differing(PlanOutline? before, PlanOutline after)
    {
        var known = before?.Items.ToDictionary(i => i.Number, TextOf) ?? [];
        return [.. after.Items.Where(i => known.GetValueOrDefault(i.Number) != TextOf(i)).Select(i => i.Number).Concat(known.Keys.Except(after.Items.Select(i => i.Number)))];

        static string TextOf(OutlineItem item) => PlanFile.Write(new(2000, "", "", [item]));
    }

    private async Task<bool> LosesReportsAsync(PlanOutline outline, List<PlanItem> items, CancellationToken stop)
    {
        var kept = outline.Items.SelectMany(i => i.Measures, (i, m) => (Item: i.Number, m.Code, m.Kind)).ToHashSet();
        var (numbers, steps) = (outline.Items.Where(i => !i.IsHeading).Select(i => i.Number).ToHashSet(),
            outline.Items.SelectMany(i => i.Measures).SelectMany(m => m.Steps, (m, s) => (m.Code, s.Title)).ToHashSet());
        var kinds = items.SelectMany(i => i.Measures).ToDictionary(m => m.Code, m => m.Kind);
        var reported = await db.ProgressReports.Where(r => r.Year == outline.Year).Select(r => new { r.Item, r.Measure, r.Step }).Distinct().ToListAsync(stop);
        var ordered = await db.SupervisionOrders.Where(o => o.PlanYear == outline.Year && o.Item != null).Select(o => o.Item!).Distinct().ToListAsync(stop);
        return ordered.Exists(i => !numbers.Contains(i)) || reported.Exists(r => !numbers.Contains(r.Item)
            || (r.Measure is { } code && !kept.Contains((r.Item, code, kinds.GetValueOrDefault(code)))) || (r.Step is { } step && !steps.Contains((r.Measure!, step))));
    }

    private async Task ApplyAsync(PlanOutline outline, List<PlanItem> items, CancellationToken stop)
    {
        var (county, year) = (db.CountyCode, outline.Year);
        var wanted = outline.Items.Select(i => i.Number).ToHashSet();
        // A measure may move to another item: it goes first and comes again, and so do its steps. What has reports does not move.
        foreach (var item in items)
        {
            var codes = outline.Items.Where(i => i.Number == item.Number).SelectMany(i => i.Measures).Select(m => m.Code).ToHashSet();
            foreach (var gone in item.Measures.Where(m => !codes.Contains(m.Code)).ToList()) Remove(item, gone);
            if (!wanted.Contains(item.Number)) db.Remove(item);
        }
        await db.SaveChangesAsync(stop);
        foreach (var (wish, position) in outline.Items.Select((i, n) => (i, n + 1)))
        {
            var item = items.Find(i => i.Number == wish.Number);
            if (item is null) db.PlanItems.Add(item = new PlanItem { County = county, Year = year, Number = wish.Number, Position = position, Title = wish.Title, Heading = wish.IsHeading });
            (item.Position, item.Title, item.Heading, item.Due) = (position, wish.Title, wish.IsHeading, wish.Due);
            db.RemoveRange(item.Units.Where(u => !wish.Units.Contains(u.Unit)));
            foreach (var (unit, place) in wish.Units.Distinct().Select((u, n) => (u, n + 1)))
            {
                if (item.Units.Find(u => u.Unit == unit) is { } known) known.Position = place;
                else db.Add(new PlanItemUnit { County = county, Year = year, Item = wish.Number, Unit = unit, Position = place });
            }
            foreach (var (measure, place) in wish.Measures.Select((m, n) => (m, n + 1))) Apply(item, measure, place);
        }
    }

    private void Apply(PlanItem item, OutlineMeasure wish, int position)
    {
        var measure = item.Measures.Find(m => m.Code == wish.Code);
        if (measure is null)
        {
            measure = new PlanMeasure
            {
                County = item.County,
                Year = item.Year,
                Item = item.Number,
                Code = wish.Code,
                Position = position,
                Kind = wish.Kind,
                Title = wish.Title,
                Unit = wish.Unit,
            };
            db.Add(measure);
        }
        (measure.Position, measure.Kind, measure.Title, measure.Unit) = (position, wish.Kind, wish.Title, wish.Unit);
        (measure.Target, measure.Floor, measure.Basis, measure.Due) = (wish.Target, wish.Floor, wish.Basis, wish.Due);
        db.RemoveRange(measure.Steps.Where(s => wish.Steps.All(w => w.Title != s.Title)));
        foreach (var (step, place) in wish.Steps.Select((s, n) => (s, n + 1)))
        {
            if (measure.Steps.Find(s => s.Title == step.Title) is { } known) (known.Position, known.Start, known.Due) = (place, step.Start, step.Due);
            else db.Add(new PlanStep { County = item.County, Year = item.Year, Item = item.Number, Measure = wish.Code, Title = step.Title, Position = place, Start = step.Start, Due = step.Due });
        }
    }

    private void Remove(PlanItem item, PlanMeasure measure)
    {
        db.Remove(measure);
        item.Measures.Remove(measure);
    }
}
