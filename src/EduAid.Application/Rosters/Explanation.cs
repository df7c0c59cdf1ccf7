using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;

namespace EduAid.Application.Rosters;

/// <summary>The compact stored form of an entry's reasons.</summary>
public static class Explanation
{
    private static readonly ExplanationJson Json = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(IReadOnlyList<Reason> reasons)
    {
        var stored = new StoredReason[reasons.Count];
        for (var i = 0; i < stored.Length; i++)
        {
            var r = reasons[i];
            stored[i] = new(r.Fact, r.Value, r.Clause, r.Document, r.Part?.Fen, r.Parameter, r.From?.Number,
                r.CheckedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), r.CheckAgain ? true : null, r.Doubt);
        }
        return JsonSerializer.Serialize(stored, Json.StoredReasonArray);
    }

    public static IReadOnlyList<Reason> Read(string json) =>
        [.. JsonSerializer.Deserialize(json, Json.StoredReasonArray)!.Select(r => new Reason(
            r.F, r.V, r.C, r.D, r.P is { } fen ? Money.FromFen(fen) : null, r.N, r.S is { } semester ? Semester.FromNumber(semester) : null,
            r.K is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null, r.A == true, r.B))];
}

/// <summary>Fact, value, clause, document, part in fen, parameter name, since semester, checked on, check again, doubt.</summary>
internal sealed record StoredReason(string F, string V, string C, string D, long? P, string? N, int? S, string? K, bool? A, string? B);

[JsonSerializable(typeof(StoredReason[]))]
internal sealed partial class ExplanationJson : JsonSerializerContext;
