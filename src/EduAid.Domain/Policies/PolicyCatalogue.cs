using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using EduAid.Domain.Values;

namespace EduAid.Domain.Policies;

/// <summary>Reads the dated parameters from the catalogue files of <c>seeds/policies</c>, one file a programme.</summary>
public static class PolicyCatalogue
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <exception cref="FormatException">The file is no catalogue; the message names the parameter.</exception>
    public static IReadOnlyList<ParameterValue> Read(string json)
    {
        var file = Deserialize(json);
        var values = new List<ParameterValue>();
        foreach (var parameter in file.Parameters)
            foreach (var value in parameter.Values)
                values.Add(ReadValue(file, parameter, value));
        return PolicyRules.ProblemTogether(values) is { } problem ? throw new FormatException(problem) : values;
    }

    /// <summary>The parameters of a catalogue file, also those that have no value yet and wait for one.</summary>
    /// <exception cref="FormatException">The file is no catalogue.</exception>
    public static IReadOnlyList<CatalogueParameter> ReadParameters(string json)
    {
        var file = Deserialize(json);
        return [.. file.Parameters.Select(p => new CatalogueParameter(file.Programme, p.Parameter, UnitOf(p), p.Clause ?? file.Clause))];
    }

    private static CatalogueFile Deserialize(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<CatalogueFile>(json, Options) ?? throw new FormatException("The catalogue file is empty.");
        }
        catch (JsonException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static ParameterValue ReadValue(CatalogueFile file, ParameterEntry parameter, ValueEntry value)
    {
        var read = new ParameterValue(
            parameter.Parameter, SemesterOf(parameter, value.From), value.Value, UnitOf(parameter), value.Document ?? file.Document,
            value.Clause ?? parameter.Clause ?? file.Clause,
            DateOnly.TryParseExact(value.CheckedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var checkedOn)
                ? checkedOn : throw new FormatException($"{parameter.Parameter}: checkedOn {value.CheckedOn} is no day."),
            value.DoubtedFrom is null ? null : SemesterOf(parameter, value.DoubtedFrom), value.Doubt);
        if (PolicyRules.Problem(read) is { } problem) throw new FormatException($"{parameter.Parameter} {value.From}: {problem}");
        return read;
    }

    private static Unit UnitOf(ParameterEntry parameter) => parameter.Unit switch
    {
        "yuan/year" => Unit.YuanPerYear,
        "yuan/semester" => Unit.YuanPerSemester,
        "yuan" => Unit.Yuan,
        "percent" => Unit.Percent,
        "numbers" => Unit.Numbers,
        "words" => Unit.Words,
        "month-day" => Unit.MonthDay,
        "yes-no" => Unit.YesNo,
        _ => throw new FormatException($"{parameter.Parameter}: unit {parameter.Unit} is unknown."),
    };

    private static Semester SemesterOf(ParameterEntry parameter, string text) =>
        text == "always" ? Semester.Always
        : Semester.TryParse(text, out var semester) ? semester
        : throw new FormatException($"{parameter.Parameter}: semester {text} is unknown.");

    private sealed record CatalogueFile(string Programme, string Document, string Clause, IReadOnlyList<ParameterEntry> Parameters);

    private sealed record ParameterEntry(string Parameter, string Unit, IReadOnlyList<ValueEntry> Values, string? Clause = null);

    private sealed record ValueEntry(
        string From, string Value, string CheckedOn, string? Document = null, string? Clause = null, string? DoubtedFrom = null, string? Doubt = null);
}

/// <summary>A parameter that the rules know, whether it has a value or not.</summary>
/// <param name="Programme">Code of its programme, or <c>county</c>.</param>
public sealed record CatalogueParameter(string Programme, string Name, Unit Unit, string Clause);
