using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Payments;

/// <summary>Numbers of batches by key. A school sees no batch, but of the payments of its own pupils it knows in which they went.</summary>
public static class BatchNumbers
{
    /// <param name="batches">Those of payments that were found within the scope.</param>
    public static async Task<IReadOnlyDictionary<Guid, (string Number, int Sequence)>> OfAsync(EduAidDbContext db, IEnumerable<Guid> batches, CancellationToken stop)
    {
        var ids = batches.Distinct().ToList();
        if (ids.Count == 0) return new Dictionary<Guid, (string, int)>();
        return (await db.Batches.IgnoreQueryFilters([EduAidDbContext.SchoolFilter]).Where(b => ids.Contains(b.Id)).Select(b => new { b.Id, b.Number, b.Sequence }).ToListAsync(stop))
            .ToDictionary(b => b.Id, b => (b.Number, b.Sequence));
    }
}
