using System.Globalization;
using EduAid.Domain.Plans;
using EduAid.Domain.Policies;
using EduAid.Spreadsheets.Banking;

namespace EduAid.Application.Setup;

/// <summary>The data files that ship with the product, beside its programs.</summary>
public static class Seeds
{
    private static readonly Lazy<IReadOnlyList<CatalogueParameter>> Known = new(() =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "policies"), "*.json").Order(StringComparer.Ordinal)
            .SelectMany(file => PolicyCatalogue.ReadParameters(File.ReadAllText(file)))]);

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "seeds");

    /// <summary>The holiday tables, as text by year.</summary>
    public static IReadOnlyDictionary<int, string> Holidays() =>
        Directory.EnumerateFiles(Path.Combine(Folder, "holidays"), "*.json")
            .ToDictionary(file => int.Parse(Path.GetFileNameWithoutExtension(file), CultureInfo.InvariantCulture), File.ReadAllText);

    /// <summary>All values of the shipped policy catalogue.</summary>
    public static IEnumerable<ParameterValue> Policies() =>
        Directory.EnumerateFiles(Path.Combine(Folder, "policies"), "*.json").Order(StringComparer.Ordinal)
            .SelectMany(file => PolicyCatalogue.Read(File.ReadAllText(file)));

    /// <summary>Every parameter that the rules know, by programme in the order of the files.</summary>
    public static IReadOnlyList<CatalogueParameter> Parameters() => Known.Value;

    /// <summary>The worked cases that ship with the product.</summary>
    public static IEnumerable<WorkedCase> Cases() =>
        Directory.EnumerateFiles(Path.Combine(Folder, "policies", "cases"), "*.json").Order(StringComparer.Ordinal)
            .SelectMany(file => WorkedCaseFile.Read(File.ReadAllText(file)));

    /// <summary>The shipped plans of past years, the latest last: a county takes one over or makes its own.</summary>
    public static IReadOnlyList<PlanOutline> Plans() =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "plans"), "*.json").Order(StringComparer.Ordinal).Select(file => PlanFile.Read(File.ReadAllText(file)))];

    /// <summary>The layouts of banks' files, by code; a county changes or adds files there.</summary>
    /// <exception cref="InvalidOperationException">A file is no usable format; the message names it and says what is wrong.</exception>
    public static IReadOnlyList<BankFormat> BankFormats() =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "bank-formats"), "*.json").Order(StringComparer.Ordinal).Select(BankFormat)];

    private static BankFormat BankFormat(string file)
    {
        var reading = BankFormatFile.Read(File.ReadAllText(file));
        return reading.Format ?? throw new InvalidOperationException($"{Path.GetFileName(file)}: {string.Join(' ', reading.Problems)}");
    }
}
