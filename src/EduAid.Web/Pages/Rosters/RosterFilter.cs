using EduAid.Domain.Programmes;
using EduAid.Domain.Rosters;
using EduAid.Web.Parts;

namespace EduAid.Web.Pages.Rosters;

/// <summary>Which rosters of a semester are shown; each field is a query parameter.</summary>
public sealed record RosterFilter(string? Programme, string? School, string? Township, string? Mark, RosterKind? Kind = null, RosterState? State = null)
{
    /// <summary>Values of <c>mark</c>: what makes a roster worth a look.</summary>
    public const string Stale = "stale", Flagged = "flagged", Held = "held", Nobody = "nobody", Returned = "returned";

    private static readonly Dictionary<string, int> Order = Domain.Programmes.Programme.All.Select((p, i) => (p.Code, i)).ToDictionary(p => p.Code, p => p.i, StringComparer.Ordinal);

    public static IReadOnlyList<string> SortKeys { get; } = ["programme", "school", "township", "entries", "amount", "flagged", "held"];

    public static IReadOnlyList<string> Marks { get; } = [Stale, Flagged, Held, Nobody, Returned];

    public static RosterFilter From(IQueryCollection query) => new(query.Text("programme"), query.Text("school"), query.Text("township"), query.Text("mark"), Named<RosterKind>(query, "kind"), Named<RosterState>(query, "state"));

    public IEnumerable<RosterRow> Of(IEnumerable<RosterRow> rows) => rows.Where(r =>
        (Programme is null || r.Programme == Programme)
        && (School is null || r.School.Name.Contains(School, StringComparison.OrdinalIgnoreCase) || r.School.Code == School)
        && (Township is null || r.School.Township == Township)
        && (Kind is null || r.Kind == Kind)
        && (State is null || r.State == State)
        && Mark switch
        {
            Stale => r.Stale,
            Flagged => r.Flagged > 0,
            Held => r.Held > 0,
            Nobody => r.Entries == 0,
            Returned => r.SentBack,
            _ => true,
        });

    public static IEnumerable<RosterRow> Sorted(IEnumerable<RosterRow> rows, Sorting sorting)
    {
        Func<RosterRow, IComparable> key = sorting.Key switch
        {
            "school" => r => r.School.Name,
            "township" => r => r.School.Township,
            "entries" => r => r.Entries,
            "amount" => r => r.Fen,
            "flagged" => r => r.Flagged,
            "held" => r => r.Held,
            _ => r => Order.GetValueOrDefault(r.Programme),
        };
        var sorted = sorting.Descending ? rows.OrderByDescending(key) : rows.OrderBy(key);
        return sorted.ThenBy(r => Order.GetValueOrDefault(r.Programme)).ThenBy(r => r.School.Code, StringComparer.Ordinal).ThenBy(r => r.Kind).ThenBy(r => r.Sequence);
    }

    // A number would pass as a name that no choice has.
    private static T? Named<T>(IQueryCollection query, string key)
        where T : struct, Enum => query.Text(key) is { } text && Enum.TryParse<T>(text, out var value) && value.ToString() == text ? value : null;
}
