using Microsoft.AspNetCore.Http.Extensions;

namespace EduAid.Web.Parts;

/// <summary>Links to the same page that keep the other query parameters.</summary>
public static class QueryLink
{
    /// <summary>The query of <paramref name="request"/> with some parameters set, or left out where the value is null; at least "?".</summary>
    public static string With(HttpRequest request, params IReadOnlyList<(string Key, string? Value)> changes)
    {
        var query = new QueryBuilder();
        foreach (var (key, values) in request.Query.Where(q => !changes.Any(c => Same(c.Key, q.Key))))
            foreach (var value in values.Where(v => !string.IsNullOrEmpty(v)))
                query.Add(key, value!);
        foreach (var (key, value) in changes.Where(c => c.Value is not null))
            query.Add(key, value!);
        var text = query.ToString();
        return text.Length == 0 ? "?" : text;
    }

    internal static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}
