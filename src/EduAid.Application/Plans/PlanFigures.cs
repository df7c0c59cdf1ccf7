using System.Globalization;
using EduAid.Domain.Plans;

namespace EduAid.Application.Plans;

/// <summary>Figures of a plan as documents write them. A document of the county: its words are Chinese in every language of the pages.</summary>
public static class PlanFigures
{
    /// <summary>All that an item has to reach: 市级示范食堂 3/4 所;明厨亮灶 92.5%(≥100%).</summary>
    public static string Of(ItemView item) => string.Join(';', item.Measures.Where(m => m.State != PlanState.None).Select(m => $"{m.Measure.Title} {Of(m)}"));

    /// <summary>What is reached of what is to be reached.</summary>
    public static string Of(MeasureView view)
    {
        var (measure, standing) = (view.Measure, view.Standing);
        return measure.Kind switch
        {
            MeasureKind.Count => $"{Number(standing.Figure ?? 0)}/{(measure.Target is { } target ? Number(target) : "—")} {measure.Unit}",
            MeasureKind.Percentage => $"{Share(standing.Share)}({(measure.Target is { } threshold ? "≥" + Share(threshold) : "—")})",
            MeasureKind.Ratio => Share(standing.Share),
            MeasureKind.Stated => Stated(measure),
            _ => $"{standing.Progress!.Value.Done}/{standing.Progress.Value.Of} {measure.Unit}",
        };
    }

    /// <summary>What the plan states, with its unit.</summary>
    public static string Stated(OutlineMeasure measure) => measure.Target is not { } figure ? "—" : measure.IsShare ? Share(figure) : $"{Number(figure)} {measure.Unit}";

    /// <param name="share">Hundredths of a percent.</param>
    public static string Share(long? share) => share is { } s ? string.Create(CultureInfo.InvariantCulture, $"{s / 100m:0.##}%") : "—";

    public static string Number(long figure) => figure.ToString("N0", CultureInfo.InvariantCulture);
}
