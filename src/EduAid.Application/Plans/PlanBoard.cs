using EduAid.Application.Settings;
using EduAid.Application.Storage;
using EduAid.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Plans;

/// <param name="Latest">The report that the standing comes from; null where there is none.</param>
public sealed record MeasureView(OutlineMeasure Measure, MeasureStanding Standing, PlanState State, ProgressReport? Latest, long? Computed);

/// <param name="Level">Depth in the tree, from 0.</param>
/// <param name="State">Of a heading: the worst below it.</param>
public sealed record ItemView(OutlineItem Item, int Level, PlanState State, IReadOnlyList<MeasureView> Measures, DateOnly? LastReport);

/// <summary>A year's plan as it stands on a day: figures from the reports that count, states by <see cref="PlanPace"/>.</summary>
/// <param name="On">Reports of later days do not count yet.</param>
public sealed record PlanBoard(PlanOutline Plan, DateOnly On, PaceRule Rule, IReadOnlyList<ItemView> Items)
{
    public IEnumerable<ItemView> Tasks => Items.Where(i => !i.Item.IsHeading);

    /// <summary>The plan that a page shows when it is not told which: this year's, else the latest before it, else the earliest.</summary>
    public static int? Choose(IReadOnlyCollection<int> years, DateOnly today) =>
        years.Count == 0 ? null : years.Where(y => y <= today.Year).DefaultIfEmpty(years.Min()).Max();

    /// <summary>
    /// The day on which a plan is looked at when nobody says which: today; a plan of a past year on the day of its last report, at most the
    /// day after its end, since nothing of it has moved from then on.
    /// </summary>
    public static DateOnly DayFor(int year, DateOnly today, DateOnly? lastReport)
    {
        var over = new DateOnly(year, 12, 31).AddDays(1);
        return today < over ? today : lastReport is { } last && last < over ? last : over;
    }

    /// <summary>Null where there is no plan of that year.</summary>
    /// <param name="on">Null for <see cref="DayFor"/>.</param>
    public static async Task<PlanBoard?> LoadAsync(EduAidDbContext db, int year, DateOnly? on, DateOnly today, CancellationToken stop) =>
        await db.Plans.SingleOrDefaultAsync(p => p.Year == year, stop) is { } plan ? await LoadAsync(db, plan, on, today, stop) : null;

    /// <summary>Three questions: items, reports, settings.</summary>
    /// <param name="on">Null for <see cref="DayFor"/>.</param>
    public static async Task<PlanBoard> LoadAsync(EduAidDbContext db, Plan plan, DateOnly? on, DateOnly today, CancellationToken stop)
    {
        var outline = PlanReading.OutlineOf(plan, await PlanReading.Items(db, plan.Year).ToListAsync(stop));
        var reports = await db.ProgressReports.Where(r => r.Year == plan.Year).OrderBy(r => r.On).ThenBy(r => r.Id).ToListAsync(stop);
        var settings = await SettingBook.LoadAsync(db, today, stop);
        return Of(outline, reports, on ?? DayFor(plan.Year, today, reports.Count > 0 ? reports[^1].On : null), settings.PlanPace);
    }

    /// <param name="reports">By day, then as they came.</param>
    public static PlanBoard Of(PlanOutline plan, IReadOnlyCollection<ProgressReport> reports, DateOnly on, PaceRule rule)
    {
        var counting = Counting(reports, on).ToLookup(r => r.Item);
        var own = plan.Items.ToDictionary(i => i.Number, i => ViewOf(plan, i, [.. counting[i.Number]], on, rule));
        // A heading holds what stands below it until the next of its own level.
        var views = plan.Items.Select((item, place) => item.IsHeading
            ? own[item.Number] with { State = PlanPace.Worst(plan.Items.Skip(place + 1).TakeWhile(i => LevelOf(i.Number) > LevelOf(item.Number)).Select(i => own[i.Number].State)) }
            : own[item.Number]);
        return new(plan, on, rule, [.. views]);
    }

    /// <summary>Reports up to a day that no later report up to that day has put right.</summary>
    public static IEnumerable<ProgressReport> Counting(IReadOnlyCollection<ProgressReport> reports, DateOnly on)
    {
        var known = reports.Where(r => r.On <= on).ToList();
        var corrected = known.Select(r => r.Corrects).OfType<Guid>().ToHashSet();
        return known.Where(r => !corrected.Contains(r.Id)).OrderBy(r => r.On).ThenBy(r => r.Id);
    }

    /// <summary>二 is 0, 二(二) is 1, 二(二)1 is 2; 一1 is 1.</summary>
    public static int LevelOf(string number)
    {
        var bracket = number.Contains('(', StringComparison.Ordinal);
        return (bracket ? 1 : 0) + (char.IsAsciiDigit(number[^1]) ? 1 : 0);
    }

    private static ItemView ViewOf(PlanOutline plan, OutlineItem item, List<ProgressReport> reports, DateOnly on, PaceRule rule)
    {
        var measures = item.Measures.Select(m => ViewOf(plan, item, m, [.. reports.Where(r => r.Measure == m.Code)], on, rule)).ToList();
        return new(item, LevelOf(item.Number), PlanPace.Worst(measures.Select(m => m.State)), measures, reports.Count > 0 ? reports.Max(r => r.On) : null);
    }

    private static MeasureView ViewOf(PlanOutline plan, OutlineItem item, OutlineMeasure measure, List<ProgressReport> reports, DateOnly on, PaceRule rule)
    {
        var due = measure.Due ?? item.Due ?? plan.Ends;
        var figure = reports.FindLast(r => r.Figure is not null);
        var steps = measure.Steps.Select(s => new StepStanding(s.Title, s.Due ?? due, reports.FindLast(r => r.Step == s.Title)?.Reached == true)).ToList();
        var standing = new MeasureStanding(measure.Kind, measure.Target, measure.Floor, due, figure?.Figure, figure?.Whole, steps);
        return new(measure, standing, PlanPace.Of(standing, plan.Begins, on, rule), reports.Count > 0 ? reports[^1] : null,
            measure.Basis is { } basis ? FigureBasis.Compute(basis, [.. item.Measures]) : null);
    }
}
