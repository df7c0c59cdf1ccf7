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

/// <summary>Match and generate a county's semester, against one raw INSERT … SELECT of the same rows in the same database.</summary>
internal static class GenerationJob
{
    private static readonly Actor Bench = new("benchmark", "benchmark", "benchmark");

    public static async Task RunAsync(int pupils)
    {
        var folder = new DataFolder(Directory.CreateTempSubdirectory("eduaid-benchmark-").FullName);
        await using var provider = new ServiceCollection().AddEduAid(folder, DatabaseSetup.Sqlite(folder.DatabaseFile), CountySettings.Default).BuildServiceProvider();
        await provider.GetRequiredService<Initialise>().RunAsync(Bench, CancellationToken.None);
        var options = new SyntheticCountyOptions { Schools = Math.Max(12, pupils / 850), Pupils = pupils, Seed = 1 };
        var semester = Semester.Spring(2020);
        var watch = Stopwatch.StartNew();
        await InScopeAsync(provider, services => services.Get<LoadSyntheticCounty>().RunAsync(Bench, options, null, CancellationToken.None));
        var loading = watch.Elapsed;
        await InScopeAsync(provider, async services =>
        {
            // The same semester from nothing: its drafts and findings go, the lists stay.
            await services.Db.Database.ExecuteSqlRawAsync("DELETE FROM RosterEntries; DELETE FROM Rosters; DELETE FROM FindingSchools; DELETE FROM Findings;");
            return 0;
        });
        watch.Restart();
        var generated = await InScopeAsync(provider, services => services.Get<GenerateRosters>().RunAsync(Bench, semester, null, CancellationToken.None));
        var ours = watch.Elapsed;
        var floor = await InScopeAsync(provider, async services =>
        {
            await services.Db.Database.ExecuteSqlRawAsync("CREATE TABLE Floor AS SELECT * FROM RosterEntries WHERE 0");
            var raw = Stopwatch.StartNew();
            await services.Db.Database.ExecuteSqlRawAsync("INSERT INTO Floor SELECT * FROM RosterEntries");
            return raw.Elapsed;
        });
        Job.Print($"match and generate {pupils:N0} pupils → {generated.Sum(g => g.Entries):N0} entries (SQLite)", "≤ 10 ×", ours, floor);
        watch.Restart();
        await InScopeAsync(provider, services => services.Get<GenerateRosters>().RunAsync(Bench, semester, null, CancellationToken.None));
        Job.Print("the same again, nothing changed", "", watch.Elapsed, floor);
        Console.WriteLine($"| load the county through the imports and draft | {loading.TotalSeconds:N1} s | | | | |");
        Directory.Delete(folder.Path, recursive: true);
    }

    private static async Task<T> InScopeAsync<T>(ServiceProvider provider, Func<EduAidServices, Task<T>> work)
    {
        await using var services = new EduAidServices(provider.CreateAsyncScope());
        services.Db.Scope = Scope.WholeCounty(CountySettings.Default.Code);
        return await work(services);
    }
}
