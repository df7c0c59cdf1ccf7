using System.Diagnostics;
using EduAid.Application.Audit;
using EduAid.Application.Rosters;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Synthetic;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Benchmarks;

/// <summary>
/// Match and generate a county's semester, against one raw INSERT … SELECT of the same rows in the same database:
/// into a table with the same keys and indexes, and, for comparison, into one without any.
/// </summary>
internal static class GenerationJob
{
    private static readonly Actor Bench = new("benchmark", "benchmark", "benchmark");

    public static async Task RunOnSqliteAsync(int pupils)
    {
        var folder = new DataFolder(Directory.CreateTempSubdirectory("eduaid-benchmark-").FullName);
        await RunAsync(folder, DatabaseSetup.Sqlite(folder.DatabaseFile), pupils, "SQLite", "≤ 10 ×");
    }

    /// <summary>On the server of the connection string in EDUAID_POSTGRES (tests/postgres.sh), in an empty database.</summary>
    public static async Task RunOnPostgreSqlAsync(int pupils)
    {
        if (Environment.GetEnvironmentVariable("EDUAID_POSTGRES") is not { Length: > 0 } server)
            throw new InvalidOperationException("EDUAID_POSTGRES has no connection string; tests/postgres.sh start prints one.");
        var folder = new DataFolder(Directory.CreateTempSubdirectory("eduaid-benchmark-").FullName);
        await RunAsync(folder, new(DatabaseProvider.PostgreSql, server), pupils, "PostgreSQL", "≤ 3 ×");
    }

    private static async Task RunAsync(DataFolder folder, DatabaseSetup database, int pupils, string name, string bar)
    {
        await using var provider = new ServiceCollection().AddEduAid(folder, database, CountySettings.Default).BuildServiceProvider();
        await provider.GetRequiredService<Initialise>().RunAsync(Bench, CancellationToken.None);
        var options = new SyntheticCountyOptions { Schools = Math.Max(12, pupils / 850), Pupils = pupils, Seed = 1 };
        var loading = await TimeAsync(provider, services => services.Get<LoadSyntheticCounty>().RunAsync(Bench, options, null, CancellationToken.None));
        var (fresh, again, floor, bare, entries) = (TimeSpan.MaxValue, TimeSpan.MaxValue, TimeSpan.MaxValue, TimeSpan.MaxValue, 0);
        for (var run = 0; run < Job.Runs; run++)
        {
            // The same semester from nothing: its drafts and findings go, the lists stay.
            await TimeAsync(provider, async services =>
            {
                await services.Db.RosterEntries.ExecuteDeleteAsync();
                await services.Db.Rosters.ExecuteDeleteAsync();
                await services.Db.FindingSchools.ExecuteDeleteAsync();
                await services.Db.Findings.ExecuteDeleteAsync();
            });
            var generate = (EduAidServices services) => services.Get<GenerateRosters>().RunAsync(Bench, Semester.Spring(2020), null, CancellationToken.None);
            fresh = Job.Min(fresh, await TimeAsync(provider, async services => entries = (await generate(services)).Sum(g => g.Entries)));
            again = Job.Min(again, await TimeAsync(provider, generate));
            floor = Job.Min(floor, await FloorAsync(provider, sameKeys: true));
            bare = Job.Min(bare, await FloorAsync(provider, sameKeys: false));
        }
        Job.Print($"match and generate {pupils:N0} pupils → {entries:N0} entries, {name}", bar, (fresh, floor));
        Job.Print("– against a table without keys", "", (fresh, bare));
        Job.Print("– again, nothing changed", "", (again, floor));
        Console.WriteLine($"| – load the county through the imports, and draft | | {loading.TotalSeconds:N1} s | | | |");
        Directory.Delete(folder.Path, recursive: true);
    }

    private static async Task<TimeSpan> FloorAsync(ServiceProvider provider, bool sameKeys)
    {
        await TimeAsync(provider, async services =>
        {
            await services.Db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"Floor\"");
            foreach (var statement in sameKeys ? await TwinAsync(services.Db) : ["CREATE TABLE \"Floor\" AS SELECT * FROM \"RosterEntries\" WHERE 1 = 0"])
                await services.Db.Database.ExecuteSqlRawAsync(statement);
        });
        return await TimeAsync(provider, services => services.Db.Database.ExecuteSqlRawAsync("INSERT INTO \"Floor\" SELECT * FROM \"RosterEntries\""));
    }

    // The statements that make a table with the columns, keys and indexes of RosterEntries.
    private static async Task<IReadOnlyList<string>> TwinAsync(EduAidDbContext db)
    {
        if (db.Database.IsSqlite())
        {
            return await db.Database.SqlQueryRaw<string>(
                """SELECT replace(replace(sql, '"RosterEntries"', '"Floor"'), '"IX_', '"Floor_') AS "Value" FROM sqlite_master WHERE tbl_name = 'RosterEntries' AND sql IS NOT NULL ORDER BY type DESC""")
                .ToListAsync();
        }
        var keys = await db.Database.SqlQueryRaw<string>(
            """SELECT 'ALTER TABLE "Floor" ADD ' || pg_get_constraintdef(oid) AS "Value" FROM pg_constraint WHERE conrelid = '"RosterEntries"'::regclass AND contype = 'f'""")
            .ToListAsync();
        return ["CREATE TABLE \"Floor\" (LIKE \"RosterEntries\" INCLUDING ALL)", .. keys];
    }

    private static async Task<TimeSpan> TimeAsync(ServiceProvider provider, Func<EduAidServices, Task> work)
    {
        await using var services = new EduAidServices(provider.CreateAsyncScope());
        services.Db.Scope = Scope.WholeCounty(CountySettings.Default.Code);
        services.Db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        GC.Collect();
        var watch = Stopwatch.StartNew();
        await work(services);
        return watch.Elapsed;
    }
}
