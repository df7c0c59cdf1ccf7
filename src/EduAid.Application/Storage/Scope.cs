using EduAid.Domain.Values;

namespace EduAid.Application.Storage;

/// <summary>Whose rows a unit of work may see and change. A context without one returns nothing.</summary>
/// <param name="County">Code of the county.</param>
/// <param name="Schools">The schools, or null for all of the county.</param>
/// <param name="TrailOnly">The audit trail and no other row of the county.</param>
/// <param name="Unit">A responsible unit: it sees the plan's items that name it, and no school's rows.</param>
/// <param name="Township">A township school: beside its schools' rows it looks after the children who are registered there.</param>
/// <param name="Staff">Key of a teacher's account: it sees what the teacher does, and no school's rows.</param>
public sealed record Scope(
    string County, IReadOnlyList<SchoolId>? Schools, bool TrailOnly = false, string? Unit = null, string? Township = null, Guid? Staff = null)
{
    public static Scope WholeCounty(string county) => new(county, null);

    public static Scope OfSchools(string county, params IReadOnlyList<SchoolId> schools) => new(county, schools);

    /// <summary>What the audit administrator sees: the trail, whole, and nothing that it speaks of.</summary>
    public static Scope TrailOf(string county) => new(county, [], TrailOnly: true);

    /// <summary>What a responsible unit sees: its own items of the plan and its own supervision orders.</summary>
    public static Scope OfUnit(string county, string unit) => new(county, [], Unit: unit);

    /// <summary>What a township school sees: the schools of its township, and who of its registered children is on no list.</summary>
    public static Scope OfTownship(string county, string township, IReadOnlyList<SchoolId> schools) => new(county, schools, Township: township);

    /// <summary>What a teacher sees: the children and households that are the teacher's own, and the own visits.</summary>
    public static Scope OfTeacher(string county, Guid staff) => new(county, [], Staff: staff);

    public bool Covers(SchoolId school) => Schools is null || Schools.Contains(school);
}

/// <summary>A row that belongs to a county, which stands first in its key.</summary>
public interface ICountyRow
{
    string County { get; }
}

/// <summary>A row that belongs to one school of a county.</summary>
public interface ISchoolRow : ICountyRow
{
    SchoolId School { get; }
}
