using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Dropouts;

/// <summary>Schools and townships of the register as they are now: to name them, and to choose from among one's own.</summary>
public sealed class SchoolChoices
{
    private readonly List<(SchoolId School, string Name, string Township)> _schools;
    private readonly Visitor _visitor;

    private SchoolChoices(List<(SchoolId, string, string)> schools, Visitor visitor) => (_schools, _visitor) = (schools, visitor);

    public static async Task<SchoolChoices> LoadAsync(EduAidDbContext db, Visitor visitor, DateOnly today, CancellationToken stop)
    {
        var rows = await SchoolRegister.Holding(db, Semester.Of(today)).Select(v => new { v.School, v.Name, v.Township }).ToListAsync(stop);
        return new([.. rows.Select(r => (r.School, r.Name, r.Township))], visitor);
    }

    /// <summary>Those that the visitor answers for.</summary>
    public IEnumerable<SelectListItem> Own => _schools.Where(s => _visitor.Scope.Covers(s.School) && !SchoolVersion.OutsideTownships.Contains(s.Township))
        .OrderBy(s => s.Township, StringComparer.Ordinal).ThenBy(s => s.Name, StringComparer.Ordinal).Select(s => new SelectListItem(s.Name, s.School.Value.ToString()));

    /// <summary>With one that may stay as it is, though it is another's.</summary>
    public IEnumerable<SelectListItem> OwnAnd(SchoolId stays) =>
        _visitor.Scope.Covers(stays) ? Own : Own.Prepend(new SelectListItem(NameOf(stays), stays.Value.ToString()));

    public IEnumerable<SelectListItem> Townships => _schools.Select(s => s.Township).Except(SchoolVersion.OutsideTownships).Distinct().Order(StringComparer.Ordinal).Select(t => new SelectListItem(t, t));

    public string? NameOf(SchoolId school) => _schools.FirstOrDefault(s => s.School == school).Name;

    /// <summary>Null for a school that is not the visitor's: another school's pupils are not told of by name.</summary>
    public string? OwnNameOf(SchoolId school) => _visitor.Scope.Covers(school) ? NameOf(school) : null;

    /// <summary>Null where the visitor has several.</summary>
    public string? OnlyTownship => _visitor.School is { } only ? _schools.FirstOrDefault(s => s.School == only).Township : _visitor.Scope.Township;
}
