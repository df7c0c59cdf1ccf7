using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace EduAid.Domain.Plans;

/// <summary>A plan as text: the files of <c>seeds/plans</c>. What is written reads back equal, so two plans are the same where their texts are.</summary>
public static class PlanFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <exception cref="FormatException">The text is no plan, or one with faults; the message names the first.</exception>
    public static PlanOutline Read(string json)
    {
        var plan = Parse(json);
        return PlanRules.Check(plan) is [var first, ..] ? throw new FormatException($"{first.Fault}: {first.Where}") : plan;
    }

    /// <summary>The same without asking whether the plan has faults; null where the text is none.</summary>
    public static PlanOutline? TryParse(string? json)
    {
        try
        {
            return string.IsNullOrEmpty(json) ? null : Parse(json);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public static string Write(PlanOutline plan) => JsonSerializer.Serialize(
        new File(plan.Year, plan.Title, plan.Document, [.. plan.Items.Select(i => new Item(i.Number, i.Title, i.Units, i.Due,
            [.. i.Measures.Select(m => new Measure(m.Code, m.Kind, m.Title, m.Unit.Length == 0 ? null : m.Unit, m.Target, m.Floor, m.Basis, m.Due,
                m.Steps.Count == 0 ? null : [.. m.Steps.Select(s => new Step(s.Title, s.Start, s.Due))]))]))]),
        Options);

    private static PlanOutline Parse(string json)
    {
        try
        {
            var file = JsonSerializer.Deserialize<File>(json, Options) ?? throw new FormatException("The plan is empty.");
            return new(file.Year, file.Title ?? "", file.Document ?? "", [.. (file.Items ?? []).Select(i => new OutlineItem(i.Number ?? "", i.Title ?? "", i.Units ?? [], i.Due,
                [.. (i.Measures ?? []).Select(m => new OutlineMeasure(m.Code ?? "", m.Kind, m.Title ?? "", m.Unit ?? "", m.Target, m.Floor, m.Basis, m.Due,
                    [.. (m.Steps ?? []).Select(s => new OutlineStep(s.Title ?? "", s.Start, s.Due))]))]))]);
        }
        catch (JsonException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private sealed record File(int Year, string? Title, string? Document, IReadOnlyList<Item>? Items);

    private sealed record Item(string? Number, string? Title, IReadOnlyList<string>? Units, DateOnly? Due, IReadOnlyList<Measure>? Measures);

    private sealed record Measure(
        string? Code, MeasureKind Kind, string? Title, string? Unit, long? Target, long? Floor, string? Basis, DateOnly? Due, IReadOnlyList<Step>? Steps);

    private sealed record Step(string? Title, string? Start, DateOnly? Due);
}
