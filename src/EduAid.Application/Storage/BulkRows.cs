using LinqToDB.Data;
using LinqToDB.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Storage;

/// <summary>Writes many new rows at once, in the context's transaction and past its change tracker.</summary>
internal static class BulkRows
{
    public static Task InsertManyAsync<T>(this EduAidDbContext db, IEnumerable<T> rows, CancellationToken stop)
        where T : class =>
        db.Database.IsSqlite()
            ? new SqliteRows<T>(db).InsertAsync(rows, stop)
            : db.BulkCopyAsync(new BulkCopyOptions { BulkCopyType = BulkCopyType.ProviderSpecific, KeepIdentity = true }, rows, stop);
}
