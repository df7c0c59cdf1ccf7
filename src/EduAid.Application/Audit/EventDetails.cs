using System.Text.Json;

namespace EduAid.Application.Audit;

/// <param name="Name">Names of the fields from the outermost, joined by dots: <c>codes.id.checksum</c>.</param>
public sealed record EventDetail(string Name, string Value);

/// <summary>The details of an event, flat, for people to read.</summary>
public static class EventDetails
{
    /// <summary>Nothing where they were erased or say nothing.</summary>
    public static IReadOnlyList<EventDetail> Read(string? json)
    {
        if (string.IsNullOrEmpty(json)) return [];
        try
        {
            using var document = JsonDocument.Parse(json);
            return [.. Of("", document.RootElement)];
        }
        catch (JsonException)
        {
            // Altered behind the product's back: shown as it stands, and named by verification.
            return [new("", json)];
        }
    }

    private static IEnumerable<EventDetail> Of(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Of(name.Length == 0 ? p.Name : $"{name}.{p.Name}", p.Value)),
        JsonValueKind.Array when value.EnumerateArray().Any(i => i.ValueKind is JsonValueKind.Object) =>
            value.EnumerateArray().SelectMany((item, i) => Of($"{name}.{i + 1}", item)),
        JsonValueKind.Array => value.GetArrayLength() == 0 ? [] : [new(name, string.Join(", ", value.EnumerateArray().Select(i => i.ToString())))],
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        _ => [new(name, value.ToString())],
    };
}
