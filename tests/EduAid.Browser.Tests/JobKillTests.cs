using System.Diagnostics;
using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Enrolments;
using EduAid.Application.Intake;
using EduAid.Application.Jobs;
using EduAid.Application.Jobs.Kinds;
using EduAid.Application.Registrations;
using EduAid.Application.Schools;
using EduAid.Application.Setup;
using EduAid.Application.Specialties;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using EduAid.Spreadsheets.Synthetic;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Browser.Tests;

/// <summary>
/// The application is killed (kill -9) at random moments while a job takes a county's lists in. Whoever starts it again finds the job going on, and in
/// the end it is done once.
/// </summary>
public sealed class JobKillTests : IDisposable
{
    private static readonly Actor Arranger = new("test", "test", "test");
    private static readonly CancellationToken Stop = CancellationToken.None;

    private static readonly TimeSpan Lasting = TimeSpan.FromMilliseconds(250);

    private readonly string _folder = Directory.CreateTempSubdirectory("eduaid-kill-").FullName;
    private readonly Random _random = new(11);

    private static int Count => Environment.GetEnvironmentVariable("EDUAID_FULL") == "1" ? 20 : 3;

    [Fact]
    public async Task Killed_while_a_job_takes_lists_in_the_next_start_ends_it_and_does_it_once()
    {
        await using var provider = CountyRecords.Open(_folder);
        await provider.GetRequiredService<Initialise>().RunAsync(Arranger, Stop);
        var (id, rows, schools) = await AskAsync(provider);
        var (hits, kills) = (0, 0);
        for (; hits < Count && kills < Count * 3 && !await HasEndedAsync(provider, id); kills++)
        {
            if (await KillAsync(provider, id)) hits++;
            var (imports, current) = await Do(provider, async s => (await s.Db.Imports.CountAsync(i => i.Kind == ListKind.Enrolments), await s.Db.SchoolLists.CountAsync(l => l.Current)));
            // Whole or not at all.
            (imports, current).Should().BeOneOf((0, 0), (schools, schools));
        }
        // On a busy machine a kill may come late; one that met nothing proves nothing, and does no harm.
        hits.Should().BePositive("kills must meet an open transaction");

        using (var application = Start())
        {
            var limit = Stopwatch.StartNew();
            while (!await HasEndedAsync(provider, id) && limit.Elapsed < TimeSpan.FromMinutes(3)) await Task.Delay(200);
            Kill(application);
        }
        var job = await Do(provider, s => s.Db.Jobs.SingleAsync(j => j.Id == id));
        (job.State, JobJson.Read<AcceptAnswer>(job.Answer!).Written).Should().Be((JobState.Done, rows));
        job.Attempt.Should().BeGreaterThan(1, "the killed process had begun it");
        (await Do(provider, s => s.Db.Enrolments.CountAsync())).Should().Be(rows);
        (await Do(provider, s => s.Db.AuditEvents.CountAsync(e => e.Action == "enrolments.import"))).Should().Be(schools, "one a file");
        (await Do(provider, s => s.Db.AuditEvents.Where(e => e.Action == "enrolments.import").Select(e => e.Actor).Distinct().ToListAsync())).Should().Equal("officer");
        (await Do(provider, s => s.Get<VerifyAudit>().RunAsync(Stop))).Holds.Should().BeTrue();
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    // Registers taken in, all lists of a semester sent in one go, and somebody who has asked to accept them.
    private static async Task<(Guid Job, int Rows, int Schools)> AskAsync(ServiceProvider provider)
    {
        var files = SyntheticCounty.Make(new() { Schools = 20, Pupils = 8000, Seed = 4, FaultyRows = 0 }).Files().ToList();
        SentFile Sent(SyntheticFileKind kind) => files.Where(f => f.Kind == kind).Select(f => new SentFile(f.Name, () => new MemoryStream(f.Content.ToArray()))).Single();
        await Do(provider, s => s.Get<ImportSchools>().RunAsync(Arranger, [Sent(SyntheticFileKind.Schools)], false, null, Stop));
        await Do(provider, s => s.Get<ImportSpecialties>().RunAsync(Arranger, [Sent(SyntheticFileKind.Specialties)], false, null, Stop));
        await Do(provider, s => s.Get<ImportRegisteredList>().RunAsync(Arranger, [Sent(SyntheticFileKind.Poverty)], true, null, Stop));
        var lists = files.Where(f => f.Kind == SyntheticFileKind.Enrolments).Select(f => new UploadedFile(Path.GetFileName(f.Name), f.Content.ToArray())).ToList();
        var upload = (await Do(provider, s => s.Get<StageUpload>().RunAsync(Arranger, new(ListKind.Enrolments, Semester.Spring(2020), null, lists), Stop))).Upload!.Value;
        var seen = (await Do(provider, s => s.Get<PreviewUpload>().RunAsync(upload, Stop)))!.Preview;
        var user = (await Do(provider, s => s.Get<CreateUser>().RunAsync(Arranger, new("officer", "何经办"), "Zhu-7xian-Kefu", Stop))).User!.Value;
        await Do(provider, s => s.Get<ChangeAssignments>().GrantAsync(Arranger, user, new(Role.AidOfficer), Stop));
        var role = await Do(provider, s => s.Db.Assignments.Where(a => a.User == user).Select(a => a.Id).SingleAsync());
        var job = await Do(provider, s => s.Get<StartJob>().RunAsync(new(user, role, "test"), JobKind.Accept, $"upload:{upload}", new AcceptArguments(upload, seen.Basis, null, null), Stop));
        return (job, seen.Acceptable, seen.Lists.Count);
    }

    /// <summary>Starts the application, waits until the job writes, and a moment more.</summary>
    /// <returns>Whether the kill met an open transaction.</returns>
    private async Task<bool> KillAsync(ServiceProvider provider, Guid id)
    {
        using var application = Start();
        using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = new DataFolder(_folder).DatabaseFile, Pooling = false, DefaultTimeout = 1 }.ToString());
        database.Open();
        var before = await Do(provider, s => s.Db.Jobs.Where(j => j.Id == id).Select(j => j.Attempt).SingleAsync());
        var limit = Stopwatch.StartNew();
        while (await Do(provider, s => s.Db.Jobs.Where(j => j.Id == id).Select(j => j.Attempt).SingleAsync()) == before && limit.Elapsed < TimeSpan.FromMinutes(3)) await Task.Delay(20);
        // The notes that it has begun and is still at it are writes of their own; the verb's is the one that lasts.
        var held = Stopwatch.StartNew();
        while (held.Elapsed < Lasting && !await HasEndedAsync(provider, id))
        {
            if (!IsWriting(database)) held.Restart();
            await Task.Delay(10);
        }
        await Task.Delay(_random.Next(400));
        var hit = IsWriting(database);
        Kill(application);
        return hit;
    }

    // Whoever cannot begin to write meets somebody who does.
    private static bool IsWriting(SqliteConnection database)
    {
        if (SQLitePCL.raw.sqlite3_exec(database.Handle, "BEGIN IMMEDIATE") == SQLitePCL.raw.SQLITE_BUSY) return true;
        SQLitePCL.raw.sqlite3_exec(database.Handle, "ROLLBACK");
        return false;
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet", "EduAid.Web.dll") { WorkingDirectory = Checkout.Application, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["Data"] = _folder,
            ["Demo"] = "false",
            ["Jobs__HeldSeconds"] = "2",
            ["Jobs__BeatSeconds"] = "1",
            ["Jobs__LookSeconds"] = "1",
            ["Jobs__Attempts"] = "1000",
        }) start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static void Kill(Process application)
    {
        application.Kill();
        application.WaitForExit();
    }

    private static Task<bool> HasEndedAsync(ServiceProvider provider, Guid id) =>
        Do(provider, s => s.Db.Jobs.AnyAsync(j => j.Id == id && j.State != JobState.Waiting && j.State != JobState.Running));

    private static async Task<T> Do<T>(ServiceProvider provider, Func<EduAidServices, Task<T>> work)
    {
        await using var services = new EduAidServices(provider.CreateAsyncScope());
        services.Db.Scope = Scope.WholeCounty(CountySettings.Default.Code);
        return await work(services);
    }
}
