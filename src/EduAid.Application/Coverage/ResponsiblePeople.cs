using EduAid.Application.Accounts;
using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Coverage;

/// <summary>责任人: who looks for the children of a township, which is whoever holds its township school's role now.</summary>
public sealed class ResponsiblePeople(EduAidDbContext db)
{
    /// <returns>Names by township; a township without an account is left out.</returns>
    public async Task<IReadOnlyDictionary<string, string>> ByTownshipAsync(CancellationToken stop)
    {
        var county = db.CountyCode;
        var held = await db.Assignments.Where(a => a.County == county && a.Role == Role.TownshipSchool && a.Township != null)
            .Join(db.Users, a => a.User, u => u.Id, (a, u) => new { a.Township, u.DisplayName }).ToListAsync(stop);
        return held.GroupBy(h => h.Township!).ToDictionary(g => g.Key, g => string.Join('、', g.Select(h => h.DisplayName).Order(StringComparer.Ordinal)), StringComparer.Ordinal);
    }
}
