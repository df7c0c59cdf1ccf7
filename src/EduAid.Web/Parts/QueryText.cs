namespace EduAid.Web.Parts;

/// <summary>What an address asks for: the last value of a name without the spaces around it; nothing where it is blank.</summary>
public static class QueryText
{
    public static string? Text(this IQueryCollection query, string name) => query[name].LastOrDefault()?.Trim() is { Length: > 0 } value ? value : null;
}
