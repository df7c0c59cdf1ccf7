namespace EduAid.Web.Parts;

/// <summary>The column that a list is sorted by; in the query <c>sort=amount</c>, descending <c>sort=-amount</c>.</summary>
public sealed record Sorting(string Key, bool Descending = false)
{
    public const string QueryKey = "sort";

    public string Value => Descending ? "-" + Key : Key;

    /// <summary>What the query asks for when it is one of <paramref name="keys"/>, else <paramref name="otherwise"/>.</summary>
    public static Sorting From(IQueryCollection query, Sorting otherwise, params IReadOnlyList<string> keys)
    {
        var asked = query[QueryKey].LastOrDefault() ?? "";
        var descending = asked.StartsWith('-');
        var key = descending ? asked[1..] : asked;
        return keys.Contains(key, StringComparer.Ordinal) ? new Sorting(key, descending) : otherwise;
    }

    /// <summary>Where a click on the heading <paramref name="key"/> leads: ascending first, then descending.</summary>
    public Sorting Toggled(string key) => new(key, key == Key && !Descending);
}
