using EduAid.Domain.Duties;

namespace EduAid.Domain.Canteens;

/// <summary>The dated facts of one school's canteen, and what they say of a day.</summary>
public sealed class CanteenHistory
{
    private readonly List<CanteenFact> _standing;

    public CanteenHistory(IEnumerable<CanteenFact> facts)
    {
        All = [.. facts.OrderBy(f => f.Number)];
        var withdrawn = All.Select(f => f.Withdraws).OfType<int>().ToHashSet();
        List<CanteenFact> held = [.. All.Where(f => f.Withdraws is null && !withdrawn.Contains(f.Number))];
        _standing = [.. held.Where(f => !held.Exists(later => later.Number > f.Number && Replaces(later, f))).OrderBy(f => f.From).ThenBy(f => f.Number)];
    }

    /// <summary>Every entry in the order in which it was made, withdrawn ones and withdrawals among them.</summary>
    public IReadOnlyList<CanteenFact> All { get; }

    /// <summary>What stands, by day: neither taken back nor replaced by a later entry of the same day.</summary>
    public IReadOnlyList<CanteenFact> Standing => _standing;

    /// <summary>The first month with a day on the programme; null where the school never was on it.</summary>
    public Month? FirstMonth => _standing.Find(f => f.Supply is { } mode && mode != SupplyMode.Left) is { } first ? Month.Of(first.From) : null;

    public bool IsWithdrawn(CanteenFact fact) => All.Any(f => f.Withdraws == fact.Number);

    /// <summary>What holds of a kind on a day; null before the first.</summary>
    public CanteenFact? On(CanteenFactKind kind, DateOnly day) => _standing.FindLast(f => f.Kind == kind && f.From <= day);

    /// <summary>How meals are supplied on a day; null where the school is not on the programme.</summary>
    public SupplyMode? SupplyOn(DateOnly day) => On(CanteenFactKind.Supply, day)?.Supply is { } mode && mode != SupplyMode.Left ? mode : null;

    public CanteenRating RatingOn(DateOnly day) => On(CanteenFactKind.Rating, day)?.Rating ?? CanteenRating.None;

    public bool OpenKitchenOn(DateOnly day) => On(CanteenFactKind.OpenKitchen, day)?.Value == CanteenFact.Yes;

    /// <summary>Whether the school is on the programme on some day of a month.</summary>
    public bool IsOnProgrammeIn(Month month) =>
        SupplyOn(month.First) is not null || _standing.Exists(f => f.Supply is { } mode && mode != SupplyMode.Left && f.From > month.First && f.From <= month.Last);

    // Two trainings may be on one day.
    private static bool Replaces(CanteenFact later, CanteenFact fact) =>
        later.Kind == fact.Kind && later.From == fact.From && (fact.Kind != CanteenFactKind.Training || later.Value == fact.Value);

    /// <summary>What is amiss with the canteen itself on a day on which it is on the programme.</summary>
    public IEnumerable<CanteenFinding> ChecksOn(DateOnly day)
    {
        var mode = SupplyOn(day);
        // Packed food is bought: nobody cooks.
        if (mode is SupplyMode.Canteen or SupplyMode.Company)
        {
            var until = On(CanteenFactKind.Licence, day)?.ValidUntil;
            if (until is null || until < day) yield return new(CanteenCheck.Licence, until?.DayNumber ?? 0, day.DayNumber);
        }
        if (mode == SupplyMode.Canteen && On(CanteenFactKind.FinanceStaff, day) is null) yield return new(CanteenCheck.NoFinanceStaff);
    }
}
