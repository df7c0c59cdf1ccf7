using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EduAid.Web.Tests.Lists;

/// <summary>Counts what goes to the database.</summary>
public sealed class QueryCounter : DbCommandInterceptor
{
    private int count;

    public int Count => count;

    public void Reset() => count = 0;

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        Interlocked.Increment(ref count);
        return result;
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref count);
        return ValueTask.FromResult(result);
    }
}
