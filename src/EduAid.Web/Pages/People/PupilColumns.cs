namespace EduAid.Web.Pages.People;

/// <summary>The columns of the list of pupils that one may choose; the name always stands there. In the address as <c>cols=id,school</c>.</summary>
public static class PupilColumns
{
    public const string QueryKey = "cols";

    public const string Id = "id", School = "school", Class = "class", Boarding = "boarding", Status = "status", Category = "category", Place = "place", Household = "household", Granted = "granted", Paid = "paid";

    private static readonly string[] OfCounty = [Category, Place, Household];

    private static readonly string[] Otherwise = [Id, School, Class, Status, Category, Place, Granted];

    /// <summary>Those that a visitor may choose among: what the registered list says is the county's.</summary>
    public static IReadOnlyList<string> All(bool county) =>
        [.. ((string[])[Id, School, Class, Boarding, Status, Category, Place, Household, Granted, Paid]).Where(c => county || !OfCounty.Contains(c))];

    public static IReadOnlyList<string> From(IQueryCollection query, bool county)
    {
        var asked = query[QueryKey].SelectMany(v => (v ?? "").Split(',')).ToHashSet(StringComparer.Ordinal);
        var all = All(county);
        return asked.Overlaps(all) ? [.. all.Where(asked.Contains)] : [.. all.Where(Otherwise.Contains)];
    }
}
