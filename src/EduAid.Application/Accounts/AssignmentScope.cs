using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Accounts;

/// <summary>How far a role reaches: the one place that turns an assignment into a <see cref="Scope"/>.</summary>
public static class AssignmentScope
{
    /// <returns>Null for administrators without business data: their context returns no rows.</returns>
    public static async Task<Scope?> OfAsync(EduAidDbContext db, Assignment assignment, CancellationToken stop) =>
        Of(assignment, assignment.Township is null ? [] : await SchoolsOf(db, assignment.County, assignment.Township).ToListAsync(stop));

    /// <param name="schools">The schools of a township's assignment: <see cref="SchoolsOf"/>.</param>
    public static Scope? Of(Assignment assignment, IReadOnlyList<SchoolId> schools) => assignment.Role switch
    {
        Role.SystemAdministrator or Role.SecurityAdministrator => null,
        Role.AuditAdministrator => Scope.TrailOf(assignment.County),
        Role.SchoolClerk or Role.SchoolHead => Scope.OfSchools(assignment.County, assignment.School!.Value),
        Role.TownshipSchool => Scope.OfTownship(assignment.County, assignment.Township!, schools),
        // Who reports on own items or visits sees no school's rows through the role itself.
        Role.ResponsibleUnit => Scope.OfUnit(assignment.County, assignment.Unit!),
        Role.Teacher => Scope.OfTeacher(assignment.County, assignment.User),
        _ => Scope.WholeCounty(assignment.County),
    };

    /// <summary>
    /// The schools of a township, past the scope that is still to be made. The township of a school is what the last statement of the
    /// register says, whichever semester is looked at: who looks after a school now sees its past too.
    /// </summary>
    public static IQueryable<SchoolId> SchoolsOf(EduAidDbContext db, string county, string township)
    {
        var versions = db.SchoolVersions.IgnoreQueryFilters([EduAidDbContext.CountyFilter]).Where(v => v.County == county && !v.Undone);
        return versions.Where(v => v.Township == township && !versions.Any(later => later.School == v.School
            && (later.From > v.From || (later.From == v.From && later.Import > v.Import)))).Select(v => v.School);
    }
}
