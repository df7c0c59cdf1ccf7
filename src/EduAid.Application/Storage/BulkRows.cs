using LinqToDB.Data;
using LinqToDB.EntityFrameworkCore;

namespace EduAid.Application.Storage;

/// <summary>Writes many new rows at once, in the context's transaction.</summary>
internal static class BulkRows
{
    public static async Task InsertManyAsync<T>(this EduAidDbContext db, IEnumerable<T> rows, CancellationToken stop)
        where T : class =>
        await db.BulkCopyAsync(new BulkCopyOptions { BulkCopyType = BulkCopyType.Default, KeepIdentity = true }, rows, stop);
}
