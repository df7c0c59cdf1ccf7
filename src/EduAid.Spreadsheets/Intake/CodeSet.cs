using System.Text.Json;
using EduAid.Domain.Values;

namespace EduAid.Spreadsheets.Intake;

/// <summary>Spellings of coded values, read from <c>seeds/codes</c>; people can read and amend them there.</summary>
public sealed class CodeSet
{
    private readonly Dictionary<string, string> _codes = new(StringComparer.OrdinalIgnoreCase);

    private CodeSet(string name)
    {
        using var document = Open(name);
        foreach (var entry in document.RootElement.GetProperty("codes").EnumerateArray())
        {
            var code = entry.GetProperty("code").GetString()!;
            _codes[Text.Fold(entry.GetProperty("name").GetString())] = code;
            foreach (var spelling in entry.GetProperty("spellings").EnumerateArray()) _codes.TryAdd(Text.Fold(spelling.GetString()), code);
        }
    }

    public static CodeSet Boarding { get; } = new("boarding");

    public static CodeSet FullTime { get; } = new("full-time");

    public static CodeSet Statuses { get; } = new("statuses");

    public static CodeSet HouseholdTypes { get; } = new("household-types");

    public static CodeSet SchoolKinds { get; } = new("school-kinds");

    public static CodeSet Sponsors { get; } = new("sponsors");

    public static CodeSet Tiers { get; } = new("tiers");

    public static CodeSet Stages { get; } = new("stages");

    public static CodeSet BankOutcomes { get; } = new("bank-outcomes");

    public static CodeSet BankReasons { get; } = new("bank-reasons");

    /// <summary>The code of a folded spelling; null where it is blank or nobody has written it like that yet.</summary>
    public string? Find(string folded) => _codes.GetValueOrDefault(folded);

    internal static JsonDocument Open(string name)
    {
        using var stream = typeof(CodeSet).Assembly.GetManifestResourceStream($"codes.{name}.json")
            ?? throw new InvalidOperationException($"The code set {name} is not built in.");
        return JsonDocument.Parse(stream);
    }
}
