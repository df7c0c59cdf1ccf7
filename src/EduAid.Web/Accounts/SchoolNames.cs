using EduAid.Application.Accounts;
using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Accounts;

/// <summary>
/// Codes, latest names and townships of a county's schools, for those who give out roles: the only thing of the registers that an
/// administrator sees, and read past the scope for that.
/// </summary>
public sealed class SchoolNames
{
    private readonly Dictionary<SchoolId, (string Code, string Name, string Township)> names;

    private SchoolNames(Dictionary<SchoolId, (string Code, string Name, string Township)> names) => this.names = names;

    public string? Of(SchoolId? school) => school is { } id ? names.GetValueOrDefault(id).Name : null;

    /// <summary>The school, township or unit of a role, in words; null for the county's.</summary>
    public string? PlaceOf(Assignment assignment) => Of(assignment.School) ?? assignment.Township ?? assignment.Unit;

    public IEnumerable<SelectListItem> Choices => names.OrderBy(n => n.Value.Code, StringComparer.Ordinal)
        .Select(n => new SelectListItem($"{n.Value.Code} {n.Value.Name}", n.Key.Value.ToString()));

    public IEnumerable<SelectListItem> Townships => names.Values.Select(n => n.Township).Where(t => t.Length > 0)
        .Except(SchoolVersion.OutsideTownships).Distinct().Order(StringComparer.Ordinal).Select(t => new SelectListItem(t, t));

    public static async Task<SchoolNames> LoadAsync(EduAidDbContext db, string county, CancellationToken stop)
    {
        var versions = await (
            from version in db.SchoolVersions.IgnoreQueryFilters([EduAidDbContext.CountyFilter])
            join school in db.Schools.IgnoreQueryFilters([EduAidDbContext.CountyFilter])
                on new { version.County, Id = version.School } equals new { school.County, school.Id }
            where version.County == county && !version.Undone
            orderby version.From, version.Import
            select new { school.Id, school.Code, version.Name, version.Township }).ToListAsync(stop);
        var names = new Dictionary<SchoolId, (string, string, string)>();
        foreach (var version in versions) names[version.Id] = (version.Code, version.Name, version.Township);
        return new(names);
    }
}
