using System.Data.Common;
using LinqToDB.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;

namespace EduAid.Application.Storage;

public enum DatabaseProvider
{
    Sqlite = 1,
    PostgreSql,
    SqlServer,
}

/// <summary>Which database is used. Configuration keys: <c>Database:Provider</c> and <c>ConnectionStrings:EduAid</c>; SQLite in the data folder is the default.</summary>
public sealed record DatabaseSetup(DatabaseProvider Provider, string ConnectionString)
{
    static DatabaseSetup() => LinqToDBForEFTools.Initialize();

    /// <exception cref="ArgumentException">The provider is none of the three, or a server database lacks its connection string.</exception>
    public static DatabaseSetup From(IConfiguration configuration, DataFolder folder)
    {
        var name = configuration["Database:Provider"];
        var connection = configuration.GetConnectionString("EduAid");
        if (string.IsNullOrEmpty(name)) return Sqlite(folder.DatabaseFile);
        if (!Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider))
            throw new ArgumentException($"Database:Provider {name} is none of Sqlite, PostgreSql, SqlServer.");
        if (provider == DatabaseProvider.Sqlite && string.IsNullOrEmpty(connection)) return Sqlite(folder.DatabaseFile);
        return new(provider, connection ?? throw new ArgumentException("ConnectionStrings:EduAid is missing."));
    }

    public static DatabaseSetup Sqlite(string file) => new(DatabaseProvider.Sqlite, $"Data Source={file};Foreign Keys=True;Default Timeout=60");

    public DbContextOptionsBuilder Apply(DbContextOptionsBuilder options)
    {
        var migrations = $"EduAid.Migrations.{Provider}";
        _ = Provider switch
        {
            DatabaseProvider.Sqlite => options.UseSqlite(ConnectionString, o => o.MigrationsAssembly(migrations)).AddInterceptors(new SqlitePragmas()),
            DatabaseProvider.PostgreSql => options.UseNpgsql(ConnectionString, o => o.MigrationsAssembly(migrations)),
            _ => options.UseSqlServer(ConnectionString, o => o.MigrationsAssembly(migrations)),
        };
        return options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
    }

    // Write-ahead log with full synchronisation: readers never wait, and what was acknowledged survives a loss of power.
    private sealed class SqlitePragmas : DbConnectionInterceptor
    {
        private const string Sql = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; "
            // 64 MiB: with SQLite's own 2 MiB a generation reads the same pages again and again (docs/performance.md).
            + "PRAGMA cache_size=-65536;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Sql;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Sql;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
