using EduAid.Web.Parts;

namespace EduAid.Web.Pages.Lists;

/// <summary>Which schools are shown; each field is a query parameter.</summary>
public sealed record SentFilter(string? School, string? Township, string? State)
{
    /// <summary>Values of <c>sent</c>.</summary>
    public const string No = "no", Yes = "yes", WithBadRows = "bad-rows";

    public static IReadOnlyList<string> States { get; } = [No, Yes, WithBadRows];

    public static IReadOnlyList<string> SortKeys { get; } = ["school", "township", "rows", "rejected", "at"];

    public static SentFilter From(IQueryCollection query) => new(query.Text("school"), query.Text("township"), query.Text("sent"));

    public IEnumerable<SchoolRow> Of(IEnumerable<SchoolRow> rows) => rows.Where(r =>
        (School is null || r.School.Name.Contains(School, StringComparison.OrdinalIgnoreCase) || r.School.Code == School)
        && (Township is null || r.School.Township == Township)
        && State switch
        {
            No => r.Sent is null,
            Yes => r.Sent is not null,
            WithBadRows => r.Sent is { Rejected: > 0 },
            _ => true,
        });

    public static IEnumerable<SchoolRow> Sorted(IEnumerable<SchoolRow> rows, Sorting sorting)
    {
        Func<SchoolRow, IComparable> key = sorting.Key switch
        {
            "township" => r => r.School.Township,
            "rows" => r => r.Sent?.Rows ?? -1,
            "rejected" => r => r.Sent?.Rejected ?? -1,
            "at" => r => r.Sent?.At ?? DateTimeOffset.MinValue,
            _ => r => r.School.Code,
        };
        return (sorting.Descending ? rows.OrderByDescending(key) : rows.OrderBy(key)).ThenBy(r => r.School.Code, StringComparer.Ordinal);
    }
}
