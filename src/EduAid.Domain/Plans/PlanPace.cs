namespace EduAid.Domain.Plans;

/// <summary>How a task stands on a day, from good to bad; the worst of its measures is the item's own.</summary>
public enum PlanState
{
    /// <summary>Nothing to reach: a stated figure, a share without a threshold, a target not set yet.</summary>
    None = 0,

    /// <summary>Reached.</summary>
    Done,

    /// <summary>绿: on pace.</summary>
    OnTrack,

    /// <summary>黄: behind its pace, or a step falls due soon.</summary>
    Behind,

    /// <summary>红: past its day, or far behind.</summary>
    Late,
}

/// <summary>When a task turns amber and red; both are settings with dates.</summary>
/// <param name="Points">Percentage points behind an even pace beyond which it is amber; beyond twice as many it is red.</param>
/// <param name="SoonDays">Days before its own day on which an open milestone turns amber.</param>
public sealed record PaceRule(int Points, int SoonDays);

/// <param name="Figure">The count so far, or the numerator; null where nothing has been reported.</param>
/// <param name="Whole">The denominator.</param>
public sealed record MeasureStanding(
    MeasureKind Kind, long? Target, long? Floor, DateOnly Due, long? Figure, long? Whole, IReadOnlyList<StepStanding> Steps)
{
    private const long Hundred = 10_000;

    /// <summary>Numerator ÷ denominator in hundredths of a percent, rounded down; null without a denominator.</summary>
    public long? Share => Figure is { } part && Whole is > 0 and var all ? part * Hundred / all : null;

    /// <summary>How much is done of how much: counts, hundredths of a percent or steps. Null where there is nothing to reach.</summary>
    public (long Done, long Of)? Progress => Kind switch
    {
        MeasureKind.Count when Target is { } target => (Figure ?? 0, target),
        MeasureKind.Percentage when Target is { } threshold => (Share ?? 0, threshold),
        MeasureKind.Milestones or MeasureKind.Checklist => (Steps.Count(s => s.Done), Steps.Count),
        _ => null,
    };

    /// <summary>A share counts as reached by its exact fraction, not by what is left after rounding.</summary>
    public bool IsReached => Kind == MeasureKind.Percentage
        ? Target is { } threshold && Reaches(threshold)
        : Progress is { } progress && progress.Done >= progress.Of;

    /// <summary>Whether the share is at least the floor that must be kept.</summary>
    public bool KeepsFloor => Floor is { } floor && Reaches(floor);

    private bool Reaches(long share) => Figure is { } part && Whole is > 0 and var all && part * Hundred >= share * all;
}

public sealed record StepStanding(string Title, DateOnly Due, bool Done);

/// <summary>
/// Green, amber, red. What is reached is done. What is not is red after its day. Before it, a count, a share and a checklist are held
/// against an even pace from the first day of the year to their day; a milestone against its own day. A share that keeps its floor is
/// never worse than green.
/// </summary>
public static class PlanPace
{
    /// <param name="begins">The first day of the plan.</param>
    /// <param name="on">The day that is asked about; the whole of it still counts.</param>
    public static PlanState Of(MeasureStanding measure, DateOnly begins, DateOnly on, PaceRule rule)
    {
        if (measure.Progress is not { } progress) return PlanState.None;
        if (measure.IsReached) return PlanState.Done;
        if (measure.KeepsFloor) return PlanState.OnTrack;
        if (measure.Kind == MeasureKind.Milestones)
        {
            var next = measure.Steps.Where(s => !s.Done).Min(s => s.Due);
            return on > next ? PlanState.Late : on.AddDays(rule.SoonDays) >= next ? PlanState.Behind : PlanState.OnTrack;
        }
        if (on > measure.Due) return PlanState.Late;
        // Whole numbers alone: elapsed ÷ days − done ÷ of > points ÷ 100, multiplied out.
        long days = Math.Max(1, measure.Due.DayNumber - begins.DayNumber);
        long elapsed = Math.Clamp(on.DayNumber - begins.DayNumber, 0, days);
        var behind = ((elapsed * progress.Of) - (progress.Done * days)) * 100;
        var point = days * progress.Of;
        return behind > 2 * rule.Points * point ? PlanState.Late : behind > rule.Points * point ? PlanState.Behind : PlanState.OnTrack;
    }

    /// <summary>The worst of several; nothing to reach counts for nothing.</summary>
    public static PlanState Worst(IEnumerable<PlanState> states) => states.DefaultIfEmpty().Max();
}
