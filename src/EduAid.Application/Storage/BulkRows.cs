using LinqToDB.Data;
using LinqToDB.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace EduAid.Application.Storage;

/// <summary>Writes many new rows at once, in the context's transaction and past its change tracker.</summary>
internal static class BulkRows
{
    // Below it the database's own upkeep is soon enough.
    private const int WorthAnalysing = 500;

    public static async Task InsertManyAsync<T>(this EduAidDbContext db, IEnumerable<T> rows, CancellationToken stop)
        where T : class
    {
        if (db.Database.IsSqlite())
        {
            await new SqliteRows<T>(db).InsertAsync(rows, stop);
            return;
        }
        var copied = await db.BulkCopyAsync(new BulkCopyOptions { BulkCopyType = BulkCopyType.ProviderSpecific, KeepIdentity = true }, rows, stop);
        // PostgreSQL looks at a table again some time after it has grown; until then it plans for the few rows that it knew.
        if (copied.RowsCopied < WorthAnalysing || !db.Database.IsNpgsql()) return;
        var table = db.Model.FindEntityType(typeof(T))!.GetTableName()!;
        var analyse = $"ANALYZE {db.GetService<ISqlGenerationHelper>().DelimitIdentifier(table)}";
        await db.Database.ExecuteSqlRawAsync(analyse, stop);
    }
}
