using EduAid.Application.Storage;
using EduAid.Domain.Policies;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Policies;

/// <summary>The published values of the county's parameters.</summary>
public static class PolicyBook
{
    /// <summary>Every parameter as it is in force in a semester; of several values from one semester the last published holds.</summary>
    public static async Task<Policy> LoadAsync(EduAidDbContext db, Semester semester, CancellationToken stop)
    {
        var values = await db.PolicyValues.Where(v => v.From <= semester).OrderBy(v => v.From).ThenBy(v => v.Revision).ToListAsync(stop);
        return Policy.In(semester, values.Select(v => v.ToValue()));
    }
}
