using System.Globalization;
using EduAid.Domain.Plans;

namespace EduAid.Web.Pages.Plans;

/// <summary>An item of the plan as typed.</summary>
public sealed class EditInput
{
    public string? Title { get; set; }

    /// <summary>One a line, the leading one first.</summary>
    public string? Units { get; set; }

    public DateOnly? Due { get; set; }

    public IList<EditMeasure> Measures { get; set; } = [];

    public static EditInput Of(OutlineItem item) => new()
    {
        Title = item.Title,
        Units = string.Join('\n', item.Units),
        Due = item.Due,
        Measures = [.. item.Measures.Select(EditMeasure.Of)],
    };

    /// <param name="wrong">Gets the name of each field that cannot be read.</param>
    public OutlineItem Read(OutlineItem item, ICollection<string> wrong) => item with
    {
        Title = Title?.Trim() ?? "",
        Units = Lines(Units),
        Due = Due,
        Measures = [.. item.Measures.Select((m, i) => i < Measures.Count ? Measures[i].Read(m, $"Input.Measures[{i}]", wrong) : m)],
    };

    internal static IReadOnlyList<string> Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

public sealed class EditMeasure
{
    public string? Title { get; set; }

    /// <summary>A count, or percent.</summary>
    public string? Target { get; set; }

    /// <summary>Percent.</summary>
    public string? Floor { get; set; }

    public DateOnly? Due { get; set; }

    /// <summary>A line each: name | how it stood | day.</summary>
    public string? Steps { get; set; }

    public static EditMeasure Of(OutlineMeasure measure) => new()
    {
        Title = measure.Title,
        Target = Text(measure.Target, measure.IsShare),
        Floor = Text(measure.Floor, share: true),
        Due = measure.Due,
        Steps = string.Join('\n', measure.Steps.Select(s => string.Join(" | ", s.Title, s.Start ?? "", s.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "").TrimEnd(' ', '|'))),
    };

    public OutlineMeasure Read(OutlineMeasure measure, string field, ICollection<string> wrong) => measure with
    {
        Title = Title?.Trim() ?? "",
        Target = Figure(Target, measure.IsShare, field + ".Target", wrong),
        Floor = measure.Kind == MeasureKind.Percentage ? Figure(Floor, share: true, field + ".Floor", wrong) : null,
        Due = measure.Kind == MeasureKind.Stated ? null : Due,
        Steps = measure.Kind is MeasureKind.Milestones or MeasureKind.Checklist ? [.. EditInput.Lines(Steps).Select(line => Step(line, field + ".Steps", wrong))] : [],
    };

    private static OutlineStep Step(string line, string field, ICollection<string> wrong)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        DateOnly? due = null;
        if (parts is [_, _, { Length: > 0 } text, ..])
        {
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) due = day;
            else wrong.Add(field);
        }
        return new(parts[0], parts is [_, { Length: > 0 } start, ..] ? start : null, due);
    }

    private static string? Text(long? figure, bool share) =>
        figure is not { } f ? null : share ? (f / 100m).ToString("0.##", CultureInfo.InvariantCulture) : f.ToString(CultureInfo.InvariantCulture);

    private static long? Figure(string? text, bool share, string field, ICollection<string> wrong)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (decimal.TryParse(text.Replace(",", "", StringComparison.Ordinal).Trim().TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure)
            && figure < 1_000_000_000_000m && (share ? figure * 100 : figure) is var whole && whole == decimal.Truncate(whole)) return (long)whole;
        wrong.Add(field);
        return null;
    }
}
