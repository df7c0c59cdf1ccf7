using EduAid.Application.Setup;
using EduAid.Application.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EduAid.Application.Tests.Counties;

/// <summary>A data folder with its database. One is initialised a run and database; every test gets a copy of it.</summary>
internal sealed record Installation(DataFolder Folder, DatabaseSetup Setup, string RecoveryKey, string? ServerDatabase) : IAsyncDisposable
{
    private static readonly SemaphoreSlim OneAtATime = new(1);
    private static readonly Dictionary<TestDatabase, Installation> Originals = [];
    private static int _copies;

    /// <summary>Whether disposing removes it.</summary>
    public bool Owned { get; init; } = true;

    public static async Task<Installation> CopyAsync(TestDatabase on)
    {
        await OneAtATime.WaitAsync();
        try
        {
            if (!Originals.TryGetValue(on, out var original)) Originals[on] = original = await MakeAsync(on);
            var folder = new DataFolder(Directory.CreateTempSubdirectory("eduaid-county-").FullName);
            foreach (var file in Directory.EnumerateFiles(original.Folder.Path, "*", SearchOption.AllDirectories))
                File.Copy(file, Path.Combine(folder.Path, Path.GetRelativePath(original.Folder.Path, file)), overwrite: true);
            if (original.ServerDatabase is null) return new(folder, DatabaseSetup.Sqlite(folder.DatabaseFile), original.RecoveryKey, null);
            var name = $"eduaid_test_{Environment.ProcessId}_{++_copies}";
            await TestDatabases.OnServerAsync($"CREATE DATABASE {name} TEMPLATE {original.ServerDatabase}");
            return new(folder, Server(name), original.RecoveryKey, name);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!Owned) return;
        if (ServerDatabase is null)
        {
            await using var pooled = new SqliteConnection(Setup.ConnectionString);
            SqliteConnection.ClearPool(pooled);
        }
        else
        {
            await using (var pooled = new NpgsqlConnection(Setup.ConnectionString)) NpgsqlConnection.ClearPool(pooled);
            await TestDatabases.OnServerAsync($"DROP DATABASE {ServerDatabase} WITH (FORCE)");
        }
        Directory.Delete(Folder.Path, recursive: true);
    }

    private static async Task<Installation> MakeAsync(TestDatabase on)
    {
        var folder = new DataFolder(Directory.CreateTempSubdirectory("eduaid-template-").FullName);
        var name = on == TestDatabase.Sqlite ? null : $"eduaid_template_{Environment.ProcessId}";
        if (name is not null) await TestDatabases.OnServerAsync($"CREATE DATABASE {name}");
        var made = new Installation(folder, name is null ? DatabaseSetup.Sqlite(folder.DatabaseFile) : Server(name), "", name);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => made.DisposeAsync().AsTask().GetAwaiter().GetResult();
        await using (var provider = new ServiceCollection().AddEduAid(folder, made.Setup, CountySettings.Default).BuildServiceProvider())
        {
            var outcome = await provider.GetRequiredService<Initialise>().RunAsync(CountyFixture.Clerk, CancellationToken.None);
            made = made with { RecoveryKey = outcome.RecoveryKey! };
        }
        // A database with an open connection can be copied by neither.
        await using (var sqlite = new SqliteConnection(name is null ? made.Setup.ConnectionString : "")) SqliteConnection.ClearPool(sqlite);
        if (name is not null)
        {
            await using var pooled = new NpgsqlConnection(made.Setup.ConnectionString);
            NpgsqlConnection.ClearPool(pooled);
        }
        return made;
    }

    private static DatabaseSetup Server(string database) => new(DatabaseProvider.PostgreSql, TestDatabases.ConnectionTo(database));
}
