using EduAid.Application.Storage;
using EduAid.Domain.Policies;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Policies;

/// <summary>The published values of the county's parameters.</summary>
public static class PolicyBook
{
    /// <summary>Every parameter as it is in force in a semester; of several values from one semester the last published holds.</summary>
    public static async Task<Policy> LoadAsync(EduAidDbContext db, Semester semester, CancellationToken stop) =>
        Policy.In(semester, await ReadAsync(db, db.PolicyValues.Where(v => v.From <= semester), stop));

    /// <summary>All published values, the older first, each as last checked.</summary>
    public static Task<IReadOnlyList<ParameterValue>> ValuesAsync(EduAidDbContext db, CancellationToken stop) => ReadAsync(db, db.PolicyValues, stop);

    private static async Task<IReadOnlyList<ParameterValue>> ReadAsync(EduAidDbContext db, IQueryable<PolicyValueRow> rows, CancellationToken stop)
    {
        var values = await rows.OrderBy(v => v.From).ThenBy(v => v.Revision).Select(v => new
        {
            Row = v,
            Checked = db.PolicyChecks.Where(c => c.Parameter == v.Parameter && c.From == v.From && c.Revision == v.Revision).Max(c => (DateOnly?)c.On),
        }).ToListAsync(stop);
        return [.. values.Select(v => v.Checked > v.Row.CheckedOn ? v.Row.ToValue() with { CheckedOn = v.Checked.Value } : v.Row.ToValue())];
    }
}
