using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;

namespace EduAid.Application.Rosters;

/// <summary>The compact stored form of an entry's reasons.</summary>
public static class Explanation
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    /// <summary>Written by hand: a county's generation writes some hundred thousand reasons (docs/performance.md).</summary>
    public static string Write(IReadOnlyList<Reason> reasons)
    {
        buffer ??= new(4096);
        buffer.ResetWrittenCount();
        using var json = new Utf8JsonWriter(buffer, Compact);
        json.WriteStartArray();
        foreach (var reason in reasons) Write(json, reason);
        json.WriteEndArray();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static IReadOnlyList<Reason> Read(string json) =>
        [.. JsonSerializer.Deserialize(json, ExplanationJson.Default.StoredReasonArray)!.Select(r => new Reason(
            r.F, r.V, r.C, r.D, r.P is { } fen ? Money.FromFen(fen) : null, r.N, r.S is { } semester ? Semester.FromNumber(semester) : null,
            r.K is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null, r.A == true, r.B))];

    // The members of StoredReason in its order; those that say nothing are left out.
    private static void Write(Utf8JsonWriter json, Reason reason)
    {
        Span<char> day = stackalloc char[10];
        json.WriteStartObject();
        json.WriteString("F"u8, reason.Fact);
        json.WriteString("V"u8, reason.Value);
        json.WriteString("C"u8, reason.Clause);
        json.WriteString("D"u8, reason.Document);
        if (reason.Part is { } part) json.WriteNumber("P"u8, part.Fen);
        if (reason.Parameter is { } parameter) json.WriteString("N"u8, parameter);
        if (reason.From is { } from) json.WriteNumber("S"u8, from.Number);
        if (reason.CheckedOn is { } on && on.TryFormat(day, out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture)) json.WriteString("K"u8, day[..length]);
        if (reason.CheckAgain) json.WriteBoolean("A"u8, true);
        if (reason.Doubt is { } doubt) json.WriteString("B"u8, doubt);
        json.WriteEndObject();
    }
}

/// <summary>Fact, value, clause, document, part in fen, parameter name, since semester, checked on, check again, doubt.</summary>
internal sealed record StoredReason(string F, string V, string C, string D, long? P, string? N, int? S, string? K, bool? A, string? B);

[JsonSerializable(typeof(StoredReason[]))]
internal sealed partial class ExplanationJson : JsonSerializerContext;
