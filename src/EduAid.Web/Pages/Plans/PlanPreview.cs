using EduAid.Domain.Plans;

namespace EduAid.Web.Pages.Plans;

/// <summary>What taking in a plan would change, by the numbers of its items.</summary>
/// <param name="Text">The plan itself, to be sent again when it is taken (<see cref="PlanFile"/>).</param>
public sealed record PlanPreview(PlanOutline Plan, string Text, IReadOnlyList<string> Added, IReadOnlyList<string> Changed, IReadOnlyList<string> Gone)
{
    public bool IsSame => Added.Count + Changed.Count + Gone.Count == 0;

    /// <param name="before">The plan of that year as it is; null where there is none.</param>
    public static PlanPreview Of(PlanOutline plan, PlanOutline? before)
    {
        var known = before?.Items.ToDictionary(i => i.Number, TextOf) ?? [];
        return new(
            plan, PlanFile.Write(plan), [.. plan.Items.Select(i => i.Number).Where(n => !known.ContainsKey(n))],
            [.. plan.Items.Where(i => known.TryGetValue(i.Number, out var text) && text != TextOf(i)).Select(i => i.Number)], [.. known.Keys.Except(plan.Items.Select(i => i.Number))]);
    }

    private static string TextOf(OutlineItem item) => PlanFile.Write(new(2000, "", "", [item]));
}
