using System.Globalization;
using EduAid.Domain.Policies;

namespace EduAid.Application.Setup;

/// <summary>The data files that ship with the product, beside its programs.</summary>
public static class Seeds
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "seeds");

    /// <summary>The holiday tables, as text by year.</summary>
    public static IReadOnlyDictionary<int, string> Holidays() =>
        Directory.EnumerateFiles(Path.Combine(Folder, "holidays"), "*.json")
            .ToDictionary(file => int.Parse(Path.GetFileNameWithoutExtension(file), CultureInfo.InvariantCulture), File.ReadAllText);

    /// <summary>All values of the shipped policy catalogue.</summary>
    public static IEnumerable<ParameterValue> Policies() =>
        Directory.EnumerateFiles(Path.Combine(Folder, "policies"), "*.json").Order(StringComparer.Ordinal)
            .SelectMany(file => PolicyCatalogue.Read(File.ReadAllText(file)));
}
