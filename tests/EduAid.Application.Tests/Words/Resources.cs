using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace EduAid.Application.Tests.Words;

using Words = EduAid.Application.Words.Words;

/// <summary>The resource files of the words, and the folders of the sources that they speak for.</summary>
internal static partial class Resources
{
    public static readonly string[] Languages = ["zh-Hans", "zh-Hant", "en"];

    public static readonly string[] Names = ["Problems", "Reasons", "Terms", "Cli"];

    public static TheoryData<string> AllLanguages => [.. Languages];

    public static Words In(string language) => Words.In(CultureInfo.GetCultureInfo(language));

    /// <summary>The texts that a language has of its own, without falling back to another one.</summary>
    public static IReadOnlyDictionary<string, string> Of(string name, string language)
    {
        // The neutral resources are the simplified Chinese ones.
        var culture = language == "zh-Hans" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language);
        using var set = new ResourceManager($"EduAid.Application.Words.{name}", typeof(Words).Assembly).GetResourceSet(culture, createIfNotExists: true, tryParents: false)
            ?? throw new InvalidOperationException($"{name} has no resources in {language}.");
        return set.Cast<System.Collections.DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);
    }

    public static IEnumerable<string> Places(string text) => PlacePattern().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    /// <summary>A folder of the checkout that the tests run in.</summary>
    public static string Folder(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "EduAid.sln"))) return Path.Combine(folder.FullName, relative);
        throw new InvalidOperationException("The tests do not run inside a checkout.");
    }

    [GeneratedRegex(@"\{\d+(:[^}]*)?\}")]
    private static partial Regex PlacePattern();
}
