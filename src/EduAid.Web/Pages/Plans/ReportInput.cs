using System.Globalization;
using EduAid.Application.Plans;

namespace EduAid.Web.Pages.Plans;

/// <summary>A progress report as typed; which fields it has, the measure says.</summary>
public sealed class ReportInput
{
    public string? On { get; set; }

    public string? Figure { get; set; }

    public string? Whole { get; set; }

    public bool? Reached { get; set; }

    public string? Text { get; set; }

    public IReadOnlyList<IFormFile> Files { get; set; } = [];

    /// <summary>As the form first stands: today, or what the report said that is to be put right.</summary>
    public static ReportInput For(ProgressReport? corrected, DateOnly today) => new()
    {
        On = (corrected?.On ?? today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Figure = corrected?.Figure?.ToString(CultureInfo.InvariantCulture),
        Whole = corrected?.Whole?.ToString(CultureInfo.InvariantCulture),
        Reached = corrected?.Reached ?? true,
    };

    public SentProgress Read(int year, string item, string? measure, string? step, DateOnly on, Guid? corrects) =>
        new(year, item, measure, step, on, Number(Figure), Number(Whole), step is null ? null : Reached, Text ?? "", corrects);

    /// <summary>The field that a refusal is about.</summary>
    public static string FieldOf(PlanRefusal refusal) => refusal switch
    {
        PlanRefusal.DayOutside => "Input.On",
        PlanRefusal.FigureMissing or PlanRefusal.FigureOutside => "Input.Figure",
        PlanRefusal.TextMissing or PlanRefusal.TextTooLong => "Input.Text",
        _ => "",
    };

    private static long? Number(string? text) =>
        long.TryParse(text?.Replace(",", "", StringComparison.Ordinal).Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null;
}
