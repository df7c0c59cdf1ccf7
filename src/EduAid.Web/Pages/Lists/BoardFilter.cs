using EduAid.Application.Submissions;
using EduAid.Web.Parts;

namespace EduAid.Web.Pages.Lists;

/// <summary>Which schools of the board are shown; each field is a query parameter.</summary>
public sealed record BoardFilter(string? School, string? Township, string? State)
{
    /// <summary>A value of <c>state</c>: whoever has something left to do.</summary>
    public const string Open = "open";

    public static IReadOnlyList<string> SortKeys { get; } = ["school", "township", "state", "since", "rows", "reminded"];

    public static BoardFilter From(IQueryCollection query) => new(query.Text("school"), query.Text("township"), query.Text("state"));

    public IEnumerable<Submission> Of(IEnumerable<Submission> schools) => schools.Where(s =>
        (School is null || s.Name.Contains(School, StringComparison.OrdinalIgnoreCase) || s.Code == School)
        && (Township is null || s.Township == Township)
        && (State is null || (State == Open ? s.IsOpen : s.State.ToString() == State)));

    public static IEnumerable<Submission> Sorted(IEnumerable<Submission> schools, Sorting sorting)
    {
        Func<Submission, IComparable> key = sorting.Key switch
        {
            "school" => s => s.Code,
            "township" => s => s.Township,
            "since" => s => s.Since ?? DateTimeOffset.MinValue,
            "rows" => s => s.Rows,
            "reminded" => s => s.RemindedAt ?? DateTimeOffset.MinValue,
            _ => s => s.State,
        };
        return (sorting.Descending ? schools.OrderByDescending(key) : schools.OrderBy(key)).ThenBy(s => s.Code, StringComparer.Ordinal);
    }
}
