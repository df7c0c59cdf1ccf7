namespace EduAid.Domain.Plans;

/// <summary>By what a task is measured.</summary>
public enum MeasureKind
{
    /// <summary>A number towards a target; figures are reported as the total so far (累计).</summary>
    Count = 1,

    /// <summary>A share with a threshold, computed from its numerator and denominator.</summary>
    Percentage,

    /// <summary>A share without a threshold.</summary>
    Ratio,

    /// <summary>Steps, each with a day of its own.</summary>
    Milestones,

    /// <summary>Named schools or projects, ticked off one by one.</summary>
    Checklist,

    /// <summary>A figure that the plan states and nobody has to reach; where it follows from others, it is shown beside what they give.</summary>
    Stated,
}

/// <summary>A year's plan as it is written down: what is to be done, by whom, until when, and by what it is measured. It holds no progress.</summary>
/// <param name="Year">2000 to 2100.</param>
/// <param name="Items">In the plan's order, headings among them.</param>
public sealed record PlanOutline(int Year, string Title, string Document, IReadOnlyList<OutlineItem> Items)
{
    public DateOnly Begins => new(Year, 1, 1);

    public DateOnly Ends => new(Year, 12, 31);

    /// <summary>
    /// The frame of another year: the same items and steps, their days moved by whole years, what was to be reached left blank. What the
    /// plan stated of its own year is left out.
    /// </summary>
    public PlanOutline ForYear(int year, string title, string document) => new(
        year, title, document,
        [.. Items.Select(i => i with { Due = Moved(i.Due, year), Measures = [.. i.Measures.Where(m => m.Kind != MeasureKind.Stated).Select(m => Blank(m, year))] })]);

    private OutlineMeasure Blank(OutlineMeasure measure, int year) => measure with
    {
        Target = null,
        Floor = null,
        Due = Moved(measure.Due, year),
        Steps = [.. measure.Steps.Select(s => s with { Due = Moved(s.Due, year) })],
    };

    private DateOnly? Moved(DateOnly? day, int year) => day?.AddYears(year - Year);
}

/// <param name="Number">The plan's own, such as 二(三)1.</param>
/// <param name="Units">责任单位, the leading one first; none for a heading.</param>
public sealed record OutlineItem(string Number, string Title, IReadOnlyList<string> Units, DateOnly? Due, IReadOnlyList<OutlineMeasure> Measures)
{
    public bool IsHeading => Units.Count == 0;
}

/// <param name="Code">Stable within the plan, such as canteens-city.</param>
/// <param name="Unit">In which it counts, such as 所.</param>
/// <param name="Target">The count to reach, or the threshold in hundredths of a percent; for a stated figure what the plan states. Null where it is not set yet.</param>
/// <param name="Floor">The share that must be kept at all events (确保不低于), in hundredths of a percent.</param>
/// <param name="Basis">Of a stated figure: the measures that it follows from, see <see cref="FigureBasis"/>.</param>
/// <param name="Due">Null for the item's own day.</param>
public sealed record OutlineMeasure(
    string Code, MeasureKind Kind, string Title, string Unit, long? Target, long? Floor, string? Basis, DateOnly? Due, IReadOnlyList<OutlineStep> Steps)
{
    /// <summary>Whether figures of it are shares in hundredths of a percent.</summary>
    public bool IsShare => Kind is MeasureKind.Percentage or MeasureKind.Ratio || (Kind == MeasureKind.Stated && Unit == "%");
}

/// <param name="Start">How it stood when the plan was made, such as 续建; may be null.</param>
/// <param name="Due">Null for the measure's own day.</param>
public sealed record OutlineStep(string Title, string? Start, DateOnly? Due);
