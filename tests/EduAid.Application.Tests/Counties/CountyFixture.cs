using EduAid.Application.Audit;
using EduAid.Application.Enrolments;
using EduAid.Application.Intake;
using EduAid.Application.Registrations;
using EduAid.Application.Rosters;
using EduAid.Application.Schools;
using EduAid.Application.Setup;
using EduAid.Application.Specialties;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace EduAid.Application.Tests.Counties;

/// <summary>An installation of its own: a data folder, a database, the shipped catalogue, one county. Gone when disposed.</summary>
public sealed class CountyFixture : IAsyncDisposable
{
    public static readonly Actor Clerk = new("经办甲", "aid-officer", "test");

    private readonly ServiceProvider _provider;
    private readonly Installation _installation;

    private CountyFixture(Installation installation, Action<DbContextOptionsBuilder>? options, CountySettings? county)
    {
        _installation = installation;
        var services = new ServiceCollection().AddEduAid(installation.Folder, installation.Setup, county ?? CountySettings.Default);
        services.AddSingleton<TimeProvider>(Clock);
        if (options is not null) services.ConfigureDbContext<EduAidDbContext>(options);
        _provider = services.BuildServiceProvider(validateScopes: true);
        County = (county ?? CountySettings.Default).Code;
    }

    public static CancellationToken Stop => CancellationToken.None;

    public string County { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 1, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };

    public DataFolder Folder => _installation.Folder;

    public DatabaseSetup Setup => _installation.Setup;

    public string RecoveryKey => _installation.RecoveryKey;

    public static async Task<CountyFixture> OpenAsync(TestDatabase on, Action<DbContextOptionsBuilder>? options = null) =>
        new(await Installation.CopyAsync(on), options, null);

    /// <summary>A second county in the database and data folder of the first.</summary>
    public async Task<CountyFixture> NeighbourAsync(string code)
    {
        var neighbour = new CountyFixture(_installation with { Owned = false }, null, new CountySettings(code, "邻县"));
        await neighbour._provider.GetRequiredService<Initialise>().RunAsync(Clerk, Stop);
        return neighbour;
    }

    /// <summary>An installation in a folder that something else has filled, such as a restored backup.</summary>
    public static CountyFixture In(DataFolder folder) =>
        new(new Installation(folder, DatabaseSetup.Sqlite(folder.DatabaseFile), "", null) { Owned = false }, null, null);

    /// <summary>Services of one unit of work, in the scope of the whole county unless another is given.</summary>
    public EduAidServices Open(Scope? scope = null)
    {
        var services = new EduAidServices(_provider.CreateAsyncScope());
        services.Db.Scope = scope ?? Scope.WholeCounty(County);
        return services;
    }

    public EduAidServices OpenWithoutScope() => new(_provider.CreateAsyncScope());

    public async Task<T> Do<T>(Func<EduAidServices, Task<T>> work, Scope? scope = null)
    {
        await using var services = Open(scope);
        return await work(services);
    }

    public Task<ImportOutcome> Schools(params SentFile[] files) => Do(s => s.Get<ImportSchools>().RunAsync(Clerk, files, false, null, Stop));

    public Task<ImportOutcome> Specialties(params SentFile[] files) => Do(s => s.Get<ImportSpecialties>().RunAsync(Clerk, files, false, null, Stop));

    public Task<ImportOutcome> Registered(SentFile file, Semester? from = null, bool partial = false) =>
        Do(s => s.Get<ImportRegisteredList>().RunAsync(Clerk, [file], partial, from, Stop));

    public Task<ImportOutcome> Lists(ListImport import, Scope? scope = null) => Do(s => s.Get<ImportEnrolments>().RunAsync(Clerk, import, Stop), scope);

    /// <summary>Lists of 2020-spring, each file whole or not at all.</summary>
    public Task<ImportOutcome> Lists(params SentFile[] files) => Lists(new ListImport(Invented.Spring2020, files));

    public Task<ImportOutcome> Admissions(Semester semester, params SentFile[] files) =>
        Do(s => s.Get<ImportAdmissions>().RunAsync(Clerk, new(semester, files), Stop));

    public Task<UndoOutcome> Undo(int number) => Do(s => s.Get<UndoImport>().RunAsync(Clerk, number, Stop));

    public Task<IReadOnlyList<GeneratedProgramme>> Generate(Semester semester) =>
        Do(s => s.Get<GenerateRosters>().RunAsync(Clerk, semester, null, Stop));

    public Task<AuditVerdict> VerifyAudit() => Do(s => s.Get<VerifyAudit>().RunAsync(Stop));

    /// <summary>SQL as somebody beside the product would run it. Identifiers in double quotes serve both databases.</summary>
    public Task<int> Sql(string sql) => Do(s => s.Db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), Stop));

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        await _installation.DisposeAsync();
    }
}
