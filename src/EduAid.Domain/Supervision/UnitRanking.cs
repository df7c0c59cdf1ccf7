using EduAid.Domain.Plans;

namespace EduAid.Domain.Supervision;

/// <summary>What a unit answers for and how it stands.</summary>
/// <param name="Items">Items with something to reach.</param>
/// <param name="OverdueOrders">Supervision orders whose reply is late.</param>
public sealed record UnitStanding(string Unit, int Items, int Done, int OnTrack, int Behind, int Late, int OverdueOrders)
{
    /// <summary>Of its items' states; those without anything to reach count for nothing.</summary>
    public static UnitStanding Of(string unit, IReadOnlyCollection<PlanState> states, int overdueOrders) => new(
        unit, states.Count(s => s != PlanState.None), Count(states, PlanState.Done), Count(states, PlanState.OnTrack), Count(states, PlanState.Behind),
        Count(states, PlanState.Late), overdueOrders);

    private static int Count(IReadOnlyCollection<PlanState> states, PlanState state) => states.Count(s => s == state);
}

/// <param name="Rank">From 1; units that are equal in everything share one.</param>
public sealed record RankedUnit(int Rank, UnitStanding Standing);

/// <summary>
/// The order of a bulletin: the smaller share of red items first, then of amber ones, then fewer overdue orders, then the larger share
/// of finished items. Shares are compared as fractions, so that a unit with one item and one with ten stand on the same footing.
/// </summary>
public static class UnitRanking
{
    public static IReadOnlyList<RankedUnit> Rank(IEnumerable<UnitStanding> units)
    {
        var sorted = units.Where(u => u.Items > 0).Order(Comparer<UnitStanding>.Create((a, b) => Compare(a, b) is not 0 and var order ? order : string.CompareOrdinal(a.Unit, b.Unit))).ToList();
        var ranked = new List<RankedUnit>(sorted.Count);
        foreach (var unit in sorted)
            ranked.Add(new(ranked.Count > 0 && Compare(ranked[^1].Standing, unit) == 0 ? ranked[^1].Rank : ranked.Count + 1, unit));
        return ranked;
    }

    private static int Compare(UnitStanding a, UnitStanding b)
    {
        var late = ((long)a.Late * b.Items).CompareTo((long)b.Late * a.Items);
        if (late != 0) return late;
        var behind = ((long)a.Behind * b.Items).CompareTo((long)b.Behind * a.Items);
        if (behind != 0) return behind;
        var overdue = a.OverdueOrders.CompareTo(b.OverdueOrders);
        return overdue != 0 ? overdue : ((long)b.Done * a.Items).CompareTo((long)a.Done * b.Items);
    }
}
