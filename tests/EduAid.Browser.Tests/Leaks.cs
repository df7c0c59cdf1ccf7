namespace EduAid.Browser.Tests;

/// <summary>Finds protected values in what must not hold any.</summary>
internal static class Leaks
{
    /// <summary>
    /// The places (by their number) of the secrets that stand in the text, also inside longer words: the places, so that a failing test
    /// does not print them once more.
    /// </summary>
    public static IReadOnlyList<int> In(string text, IEnumerable<string> secrets) =>
        [.. secrets.Select((secret, place) => (secret, place)).Where(s => text.Contains(s.secret, StringComparison.OrdinalIgnoreCase)).Select(s => s.place)];
}
