using EduAid.Application.Storage;
using EduAid.Domain.Canteens;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Canteens;

/// <summary>示范食堂 and 明厨亮灶 on a day, counted from the dated facts, beside what the work plan asks for.</summary>
/// <param name="City">Canteens that the city named, of whatever school: the plan does not ask that it be on the programme. So <paramref name="County"/>.</param>
/// <param name="Kitchens">Schools of the programme whose meals are cooked in a canteen of their own.</param>
/// <param name="Open">Of them, with an open kitchen.</param>
/// <param name="CityTarget">Of the plan of <paramref name="PlanYear"/>; null where none states it, or the scope is not the county's.</param>
public sealed record CanteenTargets(DateOnly On, int City, int County, int Kitchens, int Open, int? PlanYear, int? CityTarget, int? CountyTarget)
{
    /// <summary>Codes of the plan's measures.</summary>
    public const string CityMeasure = "canteens-city", CountyMeasure = "canteens-county";

    /// <param name="schools">Within the scope.</param>
    public static async Task<CanteenTargets> LoadAsync(EduAidDbContext db, IReadOnlyList<CanteenSchool> schools, DateOnly on, CancellationToken stop)
    {
        var kitchens = schools.Where(s => s.History.SupplyOn(on) == SupplyMode.Canteen).ToList();
        // The plan is the county's; the latest that states the targets holds until a newer one does.
        var stated = db.Scope is { Schools: null }
            ? await db.PlanMeasures.Where(m => (m.Code == CityMeasure || m.Code == CountyMeasure) && m.Target != null && m.Year <= on.Year).Select(m => new { m.Year, m.Code, m.Target }).ToListAsync(stop) : [];
        int? year = stated.Count == 0 ? null : stated.Max(m => m.Year);
        int? Target(string code) => (int?)stated.Find(m => m.Year == year && m.Code == code)?.Target;
        return new(
            on, schools.Count(s => s.History.RatingOn(on) == CanteenRating.City), schools.Count(s => s.History.RatingOn(on) == CanteenRating.County),
            kitchens.Count, kitchens.Count(s => s.History.OpenKitchenOn(on)), year, Target(CityMeasure), Target(CountyMeasure));
    }
}
