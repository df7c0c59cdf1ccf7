using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SQLitePCL;

namespace EduAid.Application.Storage;

/// <summary>
/// Inserts rows through one prepared statement. SQLite has no copy protocol; binding its values by position, below the provider,
/// which looks every parameter up by name for every row, takes half of the time (docs/performance.md).
/// </summary>
internal sealed class SqliteRows<T>(EduAidDbContext db)
    where T : class
{
    private readonly IEntityType _entity = db.Model.FindEntityType(typeof(T))!;

    public async Task InsertAsync(IEnumerable<T> rows, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            Insert(((SqliteConnection)db.Database.GetDbConnection()).Handle!, rows, stop);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private void Insert(sqlite3 connection, IEnumerable<T> rows, CancellationToken stop)
    {
        List<IProperty> properties = [.. _entity.GetProperties()];
        Func<object, object?>[] values = [.. properties.Select(Stored)];
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection, Sql(properties), out var statement), connection);
        using (statement)
        {
            foreach (var row in rows)
            {
                stop.ThrowIfCancellationRequested();
                for (var i = 0; i < values.Length; i++) Bind(statement, i + 1, values[i](row));
                var answer = raw.sqlite3_step(statement);
                if (answer != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(answer, connection);
                raw.sqlite3_reset(statement);
            }
        }
    }

    private string Sql(List<IProperty> properties)
    {
        var table = StoreObjectIdentifier.Table(_entity.GetTableName()!, _entity.GetSchema());
        return $"INSERT INTO \"{table.Name}\" ({string.Join(", ", properties.Select(p => $"\"{p.GetColumnName(table)}\""))}) "
            + $"VALUES ({string.Join(", ", properties.Select(_ => "?"))})";
    }

    private static Func<object, object?> Stored(IProperty property)
    {
        var member = property.GetGetter();
        return property.GetTypeMapping().Converter is { } converter ? row => converter.ConvertToProvider(member.GetClrValue(row)) : member.GetClrValue;
    }

    // As the provider stores them, so that it reads back what it would have written.
    private static void Bind(sqlite3_stmt statement, int place, object? value)
    {
        _ = value switch
        {
            null => raw.sqlite3_bind_null(statement, place),
            string text => raw.sqlite3_bind_text(statement, place, text),
            byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
            bool truth => raw.sqlite3_bind_int64(statement, place, truth ? 1 : 0),
            int number => raw.sqlite3_bind_int64(statement, place, number),
            long number => raw.sqlite3_bind_int64(statement, place, number),
            DateOnly day => raw.sqlite3_bind_text(statement, place, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            _ => throw new InvalidOperationException($"Rows with a {value.GetType().Name} are not written in bulk."),
        };
    }
}
