using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Accounts;

/// <summary>How far a role reaches: the one place that turns an assignment into a <see cref="Scope"/>.</summary>
public static class AssignmentScope
{
    /// <returns>Null for administrators without business data: their context returns no rows.</returns>
    public static async Task<Scope?> OfAsync(EduAidDbContext db, Assignment assignment, CancellationToken stop) => assignment.Role switch
    {
        Role.SystemAdministrator or Role.SecurityAdministrator => null,
        Role.AuditAdministrator => Scope.TrailOf(assignment.County),
        Role.SchoolClerk or Role.SchoolHead => Scope.OfSchools(assignment.County, assignment.School!.Value),
        Role.TownshipSchool => await OfTownshipAsync(db, assignment.County, assignment.Township!, stop),
        // Who reports on own items or visits sees no school's rows through the role itself.
        Role.Teacher when assignment.School is { } school => Scope.OfSchools(assignment.County, school),
        Role.ResponsibleUnit or Role.Teacher => Scope.OfSchools(assignment.County),
        _ => Scope.WholeCounty(assignment.County),
    };

    // The township of a school is what the last statement of the register says, whichever semester is looked at:
    // who looks after a school now sees its past too.
    private static async Task<Scope> OfTownshipAsync(EduAidDbContext db, string county, string township, CancellationToken stop)
    {
        var versions = db.SchoolVersions.IgnoreQueryFilters([EduAidDbContext.CountyFilter]).Where(v => v.County == county && !v.Undone);
        var schools = await versions.Where(v => v.Township == township && !versions.Any(later => later.School == v.School
            && (later.From > v.From || (later.From == v.From && later.Import > v.Import)))).Select(v => v.School).ToListAsync(stop);
        return Scope.OfSchools(county, schools);
    }
}
