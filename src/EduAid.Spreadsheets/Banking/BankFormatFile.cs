using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using EduAid.Domain.Payments;
using EduAid.Domain.Values;

namespace EduAid.Spreadsheets.Banking;

/// <summary>A format, or all that is wrong with its file, in Chinese.</summary>
public sealed record BankFormatReading(BankFormat? Format, IReadOnlyList<string> Problems)
{
    [MemberNotNullWhen(true, nameof(Format))]
    public bool IsUsable => Format is not null;
}

/// <summary>Reads and checks format files.</summary>
public static class BankFormatFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public static BankFormatReading Read(string json)
    {
        FormatEntry? entry;
        try
        {
            entry = JsonSerializer.Deserialize<FormatEntry>(json, Options);
        }
        catch (JsonException wrong)
        {
            return new(null, [$"格式文件第 {(wrong.LineNumber ?? 0) + 1} 行（{wrong.Path ?? "$"}）无法识别，请检查名称、取值和标点。"]);
        }
        if (entry is null || HasGap(entry)) return new(null, ["格式文件中有空项（null）。"]);
        var problems = BankFormatRules.Problems(entry).ToList();
        return problems.Count > 0 ? new(null, problems) : new(Format(entry), []);
    }

    // The serialiser keeps null out of members, not out of lists.
    private static bool HasGap(FormatEntry entry) =>
        entry.Columns.Contains(null!)
        || (entry.Header ?? []).Concat(entry.Trailer ?? []).Any(line => line is null || line.Contains(null!))
        || (entry.Result is { } result && (result.Columns.Contains(null!) || result.Header?.Contains(null!) == true || result.Trailer?.Contains(null!) == true
            || result.Outcomes.Any(o => o is null || o.Spellings.Contains(null!))));

    private static BankFormat Format(FormatEntry entry) => new()
    {
        Code = entry.Format,
        Name = entry.Name,
        About = entry.About,
        Layout = entry.Layout,
        Encoding = entry.Encoding,
        LineEnding = entry.LineEnding == "LF" ? "\n" : "\r\n",
        Delimiter = entry.Delimiter is { } delimiter ? BankFormatRules.Delimiters[delimiter] : default,
        FileName = entry.FileName,
        Sheet = entry.Sheet,
        Title = entry.Title,
        Headings = entry.Headings,
        Header = [.. (entry.Header ?? []).Select(Fields)],
        Columns = Fields(entry.Columns),
        Trailer = [.. (entry.Trailer ?? []).Select(Fields)],
        Result = entry.Result is { } result ? Result(result) : null,
    };

    private static BankResultLayout Result(ResultEntry entry) => new(
        entry.Header is { } header ? Fields(header) : null, Fields(entry.Columns), entry.Trailer is { } trailer ? Fields(trailer) : null,
        entry.Outcomes.SelectMany(o => o.Spellings.Select(s => (Sign: Text.Fold(s), o.Outcome)))
            .ToFrozenDictionary(o => o.Sign, o => o.Outcome, StringComparer.OrdinalIgnoreCase));

    private static BankField[] Fields(IReadOnlyList<FieldEntry> fields) =>
        [.. fields.Select(f => new BankField(f.Value, f.Text, f.Heading, f.Width, f.Align ?? FieldSide.Left, f.Pad is [var pad] ? pad : ' '))];
}

internal sealed record FormatEntry(
    string Format, string Name, string About, BankLayout Layout, string FileName, IReadOnlyList<FieldEntry> Columns,
    string? Encoding = null, string? LineEnding = null, string? Delimiter = null, string? Sheet = null, string? Title = null, bool Headings = false,
    IReadOnlyList<IReadOnlyList<FieldEntry>>? Header = null, IReadOnlyList<IReadOnlyList<FieldEntry>>? Trailer = null, ResultEntry? Result = null);

internal sealed record FieldEntry(
    BankValue? Value = null, string? Text = null, string? Heading = null, int? Width = null, FieldSide? Align = null, string? Pad = null);

internal sealed record ResultEntry(
    IReadOnlyList<FieldEntry> Columns, IReadOnlyList<OutcomeEntry> Outcomes, IReadOnlyList<FieldEntry>? Header = null, IReadOnlyList<FieldEntry>? Trailer = null);

internal sealed record OutcomeEntry(BankOutcome Outcome, IReadOnlyList<string> Spellings);
