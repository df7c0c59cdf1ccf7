namespace EduAid.Domain.Plans;

/// <summary>What is wrong with a plan as written down.</summary>
public enum PlanFault
{
    YearOutside = 1,
    NumberMissing,
    NumberTwice,
    TitleMissing,

    /// <summary>Something is measured and nobody answers for it.</summary>
    UnitsMissing,

    /// <summary>Two units in one: 、 stands between units.</summary>
    UnitsTogether,
    CodeMissing,
    CodeTwice,

    /// <summary>A target below nought, or a threshold beyond 100 %.</summary>
    TargetOutside,

    /// <summary>A floor that is no share below its threshold.</summary>
    FloorOutside,

    /// <summary>A figure that follows from measures which the plan does not have.</summary>
    BasisUnknown,

    /// <summary>A day outside the plan's year.</summary>
    DayOutside,

    /// <summary>Milestones or a checklist without a line, or lines where there are none to tick.</summary>
    StepsMisplaced,
    StepTwice,
    TooLong,
}

/// <param name="Where">The item's number, and the measure's code where it is one of a measure.</param>
public sealed record PlanProblem(PlanFault Fault, string Where);

/// <summary>What makes a plan one that can be tracked.</summary>
public static class PlanRules
{
    public const int LongestNumber = 40;
    public const int LongestTitle = 100;
    public const int LongestUnit = 100;
    public const int LongestCode = 40;
    public const int LongestBasis = 400;
    private const long Whole = 10_000;

    public static IReadOnlyList<PlanProblem> Check(PlanOutline plan) => [.. Problems(plan)];

    private static IEnumerable<PlanProblem> Problems(PlanOutline plan)
    {
        if (plan.Year is < 2000 or > 2100)
        {
            yield return new(PlanFault.YearOutside, $"{plan.Year}");
            yield break;
        }
        if (string.IsNullOrWhiteSpace(plan.Title)) yield return new(PlanFault.TitleMissing, $"{plan.Year}");
        if (plan.Title.Length > LongestTitle || plan.Document.Length > LongestTitle) yield return new(PlanFault.TooLong, $"{plan.Year}");
        foreach (var twice in plan.Items.GroupBy(i => i.Number).Where(g => g.Count() > 1)) yield return new(PlanFault.NumberTwice, twice.Key);
        foreach (var twice in plan.Items.SelectMany(i => i.Measures).GroupBy(m => m.Code).Where(g => g.Count() > 1)) yield return new(PlanFault.CodeTwice, twice.Key);
        foreach (var problem in plan.Items.SelectMany(i => OfItem(plan, i))) yield return problem;
    }

    private static IEnumerable<PlanProblem> OfItem(PlanOutline plan, OutlineItem item)
    {
        if (string.IsNullOrWhiteSpace(item.Number)) yield return new(PlanFault.NumberMissing, item.Title);
        if (string.IsNullOrWhiteSpace(item.Title)) yield return new(PlanFault.TitleMissing, item.Number);
        if (item.IsHeading && item.Measures.Count > 0) yield return new(PlanFault.UnitsMissing, item.Number);
        if (item.Number.Length > LongestNumber || item.Title.Length > LongestTitle || item.Units.Any(u => u.Length is 0 or > LongestUnit)) yield return new(PlanFault.TooLong, item.Number);
        if (item.Units.Any(u => u.Contains('、', StringComparison.Ordinal))) yield return new(PlanFault.UnitsTogether, item.Number);
        if (Outside(plan, item.Due)) yield return new(PlanFault.DayOutside, item.Number);
        foreach (var fault in item.Measures.SelectMany(m => OfMeasure(plan, item, m).Select(f => new PlanProblem(f, $"{item.Number} {m.Code}")))) yield return fault;
    }

    private static IEnumerable<PlanFault> OfMeasure(PlanOutline plan, OutlineItem item, OutlineMeasure measure)
    {
        if (string.IsNullOrWhiteSpace(measure.Code)) yield return PlanFault.CodeMissing;
        if (string.IsNullOrWhiteSpace(measure.Title)) yield return PlanFault.TitleMissing;
        if (measure.Code.Length > LongestCode || measure.Title.Length > LongestTitle || measure.Unit.Length > LongestCode || measure.Basis?.Length > LongestBasis
            || measure.Steps.Any(s => s.Title.Length is 0 or > LongestTitle || s.Start?.Length > LongestCode)) yield return PlanFault.TooLong;
        if (measure.Target < 0 || (measure.Kind == MeasureKind.Percentage && measure.Target is > Whole or 0)) yield return PlanFault.TargetOutside;
        if (measure.Floor is { } floor && (measure.Kind != MeasureKind.Percentage || floor <= 0 || floor >= measure.Target)) yield return PlanFault.FloorOutside;
        if (measure.Basis is { } basis && FigureBasis.Codes(basis).Any(c => item.Measures.All(m => m.Code != c))) yield return PlanFault.BasisUnknown;
        if (Outside(plan, measure.Due) || measure.Steps.Any(s => Outside(plan, s.Due))) yield return PlanFault.DayOutside;
        if (measure.Kind is MeasureKind.Milestones or MeasureKind.Checklist == (measure.Steps.Count == 0)) yield return PlanFault.StepsMisplaced;
        if (measure.Steps.DistinctBy(s => s.Title).Count() != measure.Steps.Count) yield return PlanFault.StepTwice;
    }

    private static bool Outside(PlanOutline plan, DateOnly? day) => day is { } d && d.Year != plan.Year;
}
