using EduAid.Application.Audit;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Synthetic;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Application.Tests.Rosters;

/// <summary>One invented county with drafted rosters, loaded through the verbs; the tests of the class only read and export.</summary>
public sealed class ExportCounty : IAsyncLifetime
{
    public static readonly Actor Officer = new("何乙二", "aid-officer", "test");

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"eduaid-export-{Path.GetRandomFileName()}");
    private ServiceProvider _provider = null!;

    public static Semester Spring { get; } = Semester.Spring(2020);

    public SyntheticAnswer Answer { get; private set; } = null!;

    public EduAidServices Open()
    {
        var services = new EduAidServices(_provider.CreateAsyncScope());
        services.Db.Scope = Scope.WholeCounty(CountySettings.Default.Code);
        return services;
    }

    public async Task InitializeAsync()
    {
        var folder = new DataFolder(_path);
        _provider = new ServiceCollection().AddEduAid(folder, DatabaseSetup.Sqlite(folder.DatabaseFile), CountySettings.Default).BuildServiceProvider();
        await _provider.GetRequiredService<Initialise>().RunAsync(Officer, CancellationToken.None);
        var options = new SyntheticCountyOptions { Schools = 12, Pupils = 500, Seed = 11, RegisteredShare = 0.35 };
        await using var services = Open();
        await services.Get<LoadSyntheticCounty>().RunAsync(Officer, options, null, CancellationToken.None);
        Answer = SyntheticCounty.Make(options).Answer("2020-spring");
    }

    public async Task DisposeAsync()
    {
        await _provider.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_path, recursive: true);
    }
}
