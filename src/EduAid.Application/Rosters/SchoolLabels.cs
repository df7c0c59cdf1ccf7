using EduAid.Application.Enrolments;
using EduAid.Application.Storage;
using EduAid.Domain.Programmes;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Rosters;

/// <summary>A school as lists show it.</summary>
/// <param name="SentList">It has a current list of enrolments for the semester.</param>
public sealed record SchoolLabel(SchoolId Id, string Code, string Name, string Township, SchoolKind Kind, bool OutsideCounty, bool HasAccount, bool SentList);

/// <summary>The schools of a semester by key, with one query; for pages that name many of them.</summary>
public sealed class SchoolLabels
{
    private readonly Dictionary<SchoolId, SchoolLabel> _byId;

    private SchoolLabels(Dictionary<SchoolId, SchoolLabel> byId) => _byId = byId;

    public IReadOnlyCollection<SchoolLabel> All => _byId.Values;

    /// <summary>The schools from which a list is expected: those of the county itself.</summary>
    public IEnumerable<SchoolLabel> Expected => _byId.Values.Where(s => !s.OutsideCounty);

    /// <summary>A school that an undone register has taken away keeps its place without a name.</summary>
    public SchoolLabel this[SchoolId id] => _byId.TryGetValue(id, out var label) ? label : new(id, "", "—", "", default, false, false, false);

    public SchoolLabel? ByCode(string? code) => _byId.Values.FirstOrDefault(s => s.Code == code);

    public static async Task<SchoolLabels> LoadAsync(EduAidDbContext db, Semester semester, CancellationToken stop)
    {
        var rows = await (
            from version in db.SchoolVersions
            join school in db.Schools on version.School equals school.Id
            where !version.Undone && version.From <= semester
            select new
            {
                Version = version,
                school.Code,
                Sent = db.SchoolLists.Any(l => l.School == version.School && l.Current && l.Semester == semester && l.Kind == SchoolListKind.Enrolments),
            }).ToListAsync(stop);
        return new(rows.GroupBy(r => r.Version.School).Select(g => g.OrderBy(r => r.Version.From).ThenBy(r => r.Version.Import).Last())
            .ToDictionary(r => r.Version.School, r => new SchoolLabel(
                r.Version.School, r.Code, r.Version.Name, r.Version.Township, r.Version.Kind, r.Version.OutsideCounty,
                r.Version.AccountHash is not null, r.Sent)));
    }
}
