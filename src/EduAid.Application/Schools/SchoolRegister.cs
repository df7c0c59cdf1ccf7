using EduAid.Application.Storage;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Schools;

/// <summary>The county's schools as they are in one semester.</summary>
public sealed class SchoolRegister
{
    private readonly Dictionary<SchoolId, SchoolInSemester> _byId;
    private readonly Dictionary<string, SchoolInSemester> _byCode;

    private SchoolRegister(IEnumerable<SchoolInSemester> schools)
    {
        _byId = schools.ToDictionary(s => s.Id);
        _byCode = _byId.Values.ToDictionary(s => s.Facts.Code, StringComparer.Ordinal);
        Directory = new(_byId.Values.Select(s => s.Facts));
    }

    public SchoolDirectory Directory { get; }

    public IReadOnlyCollection<SchoolInSemester> All => _byId.Values;

    public SchoolInSemester this[SchoolId id] => _byId[id];

    public SchoolInSemester this[string code] => _byCode[code];

    public SchoolInSemester? Find(SchoolId id) => _byId.GetValueOrDefault(id);

    public SchoolInSemester? FindByCode(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The one version of each school that holds in a semester, as a query to build on.</summary>
    public static IQueryable<SchoolVersion> Holding(EduAidDbContext db, Semester semester)
    {
        var versions = db.SchoolVersions.Where(v => !v.Undone && v.From <= semester);
        return versions.Where(v => !versions.Any(later => later.School == v.School
            && (later.From > v.From || (later.From == v.From && later.Import > v.Import))));
    }

    /// <summary>The schools within the scope by name; two may share one.</summary>
    public static async Task<ILookup<string, SchoolId>> ByNameAsync(EduAidDbContext db, Semester semester, CancellationToken stop) =>
        (await Holding(db, semester).Select(v => new { v.School, v.Name }).ToListAsync(stop)).Where(v => db.Scope!.Covers(v.School)).ToLookup(v => v.Name, v => v.School);

    public static async Task<SchoolRegister> LoadAsync(EduAidDbContext db, Semester semester, CancellationToken stop)
    {
        var codes = await db.Schools.ToDictionaryAsync(s => s.Id, s => s.Code, stop);
        var versions = await db.SchoolVersions.Where(v => !v.Undone && v.From <= semester).ToListAsync(stop);
        return new(versions.GroupBy(v => v.School)
            .Select(g => g.OrderBy(v => v.From).ThenBy(v => v.Import).Last())
            .Select(v => new SchoolInSemester(v.School, v.Facts(codes[v.School]), v)));
    }
}

/// <summary>A school with the version that holds.</summary>
public sealed record SchoolInSemester(SchoolId Id, SchoolFacts Facts, SchoolVersion Version)
{
    public string Name => Facts.Name;

    public string Code => Facts.Code;
}
