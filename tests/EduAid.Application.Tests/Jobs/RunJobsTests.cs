using System.Data.Common;
using EduAid.Application.Accounts;
using EduAid.Application.Intake;
using EduAid.Application.Jobs;
using EduAid.Application.Jobs.Kinds;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Tests.Counties;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using static EduAid.Application.Tests.Counties.CountyFixture;
using static EduAid.Application.Tests.Counties.Invented;

namespace EduAid.Application.Tests.Jobs;

/// <summary>A job is done once, in the name and the scope of who asked for it, whatever becomes of the node that runs it.</summary>
public class RunJobsTests
{
    private static readonly GenerateArguments Spring = new(Spring2020);

    [Theory, EveryDatabase]
    public async Task It_is_done_in_the_name_of_who_asked_and_its_answer_is_kept(TestDatabase on)
    {
        await using var county = await WithListsAsync(on);
        var officer = await county.AskerAsync(Role.AidOfficer, "何经办");
        var id = await county.AskAsync(officer, JobKind.Generate, Spring);
        (await county.JobAsync(id)).State.Should().Be(JobState.Waiting);
        (await county.EventsAsync("rosters.generate")).Should().Be(0);

        var job = await county.RunAllAsync(id);

        job.State.Should().Be(JobState.Done);
        (job.Attempt, job.EndedAt.HasValue, job.StartedAt.HasValue).Should().Be((1, true, true));
        JobJson.Read<List<GeneratedProgramme>>(job.Answer!).Single(g => g.Programme == "compulsory-living").Entries.Should().Be(5);
        (await county.Do(s => s.Db.RosterEntries.CountAsync())).Should().Be(5);
        var done = await county.Do(s => s.Db.AuditEvents.SingleAsync(e => e.Action == "rosters.generate"));
        (done.Actor, done.Role, done.Origin).Should().Be(("何经办", nameof(Role.AidOfficer), "10.0.0.7"));
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }

    [Fact]
    public async Task The_same_asked_for_twice_is_one_job_until_it_has_ended()
    {
        await using var county = await WithListsAsync(TestDatabase.Sqlite);
        var (officer, other) = (await county.AskerAsync(Role.AidOfficer, "何经办"), await county.AskerAsync(Role.AidOfficer, "蒋经办"));
        var first = await county.AskAsync(officer, JobKind.Generate, Spring);
        (await county.AskAsync(officer, JobKind.Generate, Spring)).Should().Be(first);
        (await county.AskAsync(officer, JobKind.Generate, new GenerateArguments(Autumn2020))).Should().NotBe(first);
        (await county.AskAsync(other, JobKind.Generate, Spring)).Should().NotBe(first);
        await county.RunAllAsync(first);
        (await county.AskAsync(officer, JobKind.Generate, Spring)).Should().NotBe(first);
    }

    [Theory, EveryDatabase]
    public async Task Jobs_of_one_county_that_change_it_go_one_after_the_other_and_others_beside_them(TestDatabase on)
    {
        await using var county = await WithListsAsync(on);
        await using var neighbour = await county.NeighbourAsync("341524");
        var (officer, next) = (await county.AskerAsync(Role.AidOfficer, "何经办"), await neighbour.AskerAsync(Role.AidOfficer, "邻经办"));
        var first = await county.AskAsync(officer, JobKind.Generate, Spring);
        var second = await county.AskAsync(officer, JobKind.Generate, new GenerateArguments(Autumn2020));
        var reading = await county.AskAsync(officer, JobKind.Forecast, new { });
        var others = await neighbour.AskAsync(next, JobKind.Generate, Spring);

        var taken = new List<Job>();
        while (await county.TakeAsync() is { } job) taken.Add(job);
        taken.Select(j => j.Id).Should().BeEquivalentTo([first, reading, others], "the second generation waits for the first");
        await county.RunAsync(taken.Single(j => j.Id == first));
        (await county.TakeAsync())!.Id.Should().Be(second);
    }

    [Theory, EveryDatabase]
    public async Task One_whose_node_is_no_longer_heard_of_is_begun_again_and_only_the_last_can_end_it(TestDatabase on)
    {
        await using var county = await WithListsAsync(on);
        var id = await county.AskAsync(await county.AskerAsync(Role.AidOfficer, "何经办"), JobKind.Generate, Spring);
        var lost = (await county.TakeAsync())!;
        (await county.TakeAsync()).Should().BeNull("somebody holds it");
        county.Clock.Advance(TimeSpan.FromSeconds(JobLimits.Default.HeldSeconds + 1));
        var again = (await county.TakeAsync())!;
        (again.Id, again.Attempt).Should().Be((id, 2));

        (await county.RunAsync(lost)).Fault.Should().BeNull();
        (await county.Do(s => s.Db.Rosters.CountAsync())).Should().Be(0, "who has lost the job changes nothing");
        (await county.JobAsync(id)).State.Should().Be(JobState.Running);

        await county.RunAsync(again);
        (await county.JobAsync(id)).State.Should().Be(JobState.Done);
        (await county.EventsAsync("rosters.generate")).Should().Be(1);
        (await county.Do(s => s.Db.RosterEntries.CountAsync())).Should().Be(5);
    }

    [Fact]
    public async Task One_that_takes_every_node_down_is_not_begun_for_ever()
    {
        await using var county = await WithListsAsync(TestDatabase.Sqlite);
        var id = await county.AskAsync(await county.AskerAsync(Role.AidOfficer, "何经办"), JobKind.Generate, Spring);
        for (var attempt = 1; attempt <= JobLimits.Default.Attempts; attempt++)
        {
            (await county.TakeAsync())!.Attempt.Should().Be(attempt);
            county.Clock.Advance(TimeSpan.FromSeconds(JobLimits.Default.HeldSeconds + 1));
        }
        (await county.TakeAsync()).Should().BeNull();
        (await county.JobAsync(id)).State.Should().Be(JobState.Failed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_no_longer_holds_the_role_or_may_no_longer_sign_in_gets_nothing_done(bool locked)
    {
        await using var county = await WithListsAsync(TestDatabase.Sqlite);
        var officer = await county.AskerAsync(Role.AidOfficer, "何经办");
        var id = await county.AskAsync(officer, JobKind.Generate, Spring);
        await county.Do(s => locked
            ? s.Db.Users.Where(u => u.Id == officer.User).ExecuteUpdateAsync(u => u.SetProperty(x => x.LockoutEnd, User.UntilUnlocked))
            : s.Db.Assignments.Where(a => a.Id == officer.Assignment).ExecuteDeleteAsync());
        (await county.RunAllAsync(id)).State.Should().Be(JobState.RoleEnded);
        (await county.Do(s => s.Db.Rosters.CountAsync())).Should().Be(0);
    }

    [Theory, EveryDatabase]
    public async Task Stopped_in_the_middle_it_leaves_everything_as_it_was(TestDatabase on)
    {
        var hook = new Hook();
        await using var county = await WithListsAsync(on, hook);
        var officer = await county.AskerAsync(Role.AidOfficer, "何经办");
        var id = await county.AskAsync(officer, JobKind.Generate, Spring);
        var job = (await county.TakeAsync())!;
        hook.When("INSERT INTO \"Rosters\"", _ => county.Do(s => Task.FromResult(s.Get<JobBoard>().Stop(id))).GetAwaiter().GetResult());
        (await county.RunAsync(job)).Fault.Should().BeNull();
        hook.Met.Should().BeTrue();
        (await county.JobAsync(id)).State.Should().Be(JobState.Cancelled);
        (await county.Do(s => s.Db.Rosters.CountAsync())).Should().Be(0);
        (await county.EventsAsync("rosters.generate")).Should().Be(0);
        (await county.VerifyAudit()).Holds.Should().BeTrue();
    }

    /// <summary>What another node has noted is heard of while the job runs, not only at its end.</summary>
    [Theory]
    [InlineData(true, JobState.Cancelled)]
    [InlineData(false, JobState.RoleEnded)]
    public async Task A_running_job_hears_that_it_is_to_stop_or_that_its_role_has_ended(bool stopped, JobState end)
    {
        var hook = new Hook();
        await using var county = await WithListsAsync(TestDatabase.Sqlite, hook);
        var officer = await county.AskerAsync(Role.AidOfficer, "何经办");
        var id = await county.AskAsync(officer, JobKind.Forecast, new { });
        var job = (await county.TakeAsync())!;
        var heard = false;
        hook.When("FROM \"PolicyValues\"", stop =>
        {
            county.Do(s => stopped
                ? s.Db.Jobs.Where(j => j.Id == id).ExecuteUpdateAsync(j => j.SetProperty(x => x.StopAsked, true))
                : s.Db.Assignments.Where(a => a.Id == officer.Assignment).ExecuteDeleteAsync()).GetAwaiter().GetResult();
            heard = stop.WaitHandle.WaitOne(TimeSpan.FromSeconds(30));
        });
        await county.Do(s => new RunJobs(s.Get<IServiceScopeFactory>(), s.Get<JobBoard>(), new JobLimits(BeatSeconds: 0), county.Clock).RunAsync(job, Stop));
        heard.Should().BeTrue();
        (await county.JobAsync(id)).State.Should().Be(end);
    }

    [Fact]
    public async Task A_node_that_stops_gives_its_job_back()
    {
        var hook = new Hook();
        await using var county = await WithListsAsync(TestDatabase.Sqlite, hook);
        var id = await county.AskAsync(await county.AskerAsync(Role.AidOfficer, "何经办"), JobKind.Generate, Spring);
        using var node = new CancellationTokenSource();
        hook.When("INSERT INTO \"Rosters\"", _ => node.Cancel());
        await county.RunAsync((await county.TakeAsync())!, node.Token);
        (await county.JobAsync(id)).State.Should().Be(JobState.Waiting);
        (await county.RunAllAsync(id)).State.Should().Be(JobState.Done);
    }

    [Fact]
    public async Task Ones_own_is_stopped_before_it_begins_or_where_another_node_runs_it_and_nobody_elses()
    {
        await using var county = await WithListsAsync(TestDatabase.Sqlite);
        var (officer, other) = (await county.AskerAsync(Role.AidOfficer, "何经办"), await county.AskerAsync(Role.AidOfficer, "蒋经办"));
        var id = await county.AskAsync(officer, JobKind.Generate, Spring);
        (await county.Do(s => s.Get<StopJob>().RunAsync(other.User, id, Stop))).Should().BeFalse();
        (await county.Do(s => s.Get<StopJob>().RunAsync(officer.User, id, Stop))).Should().BeTrue();
        (await county.JobAsync(id)).State.Should().Be(JobState.Cancelled);
        (await county.Do(s => s.Get<StopJob>().RunAsync(officer.User, id, Stop))).Should().BeFalse("it has ended");

        var elsewhere = await county.AskAsync(officer, JobKind.Generate, Spring);
        await county.TakeAsync();
        (await county.Do(s => s.Get<StopJob>().RunAsync(officer.User, elsewhere, Stop))).Should().BeTrue();
        county.Clock.Advance(TimeSpan.FromSeconds(JobLimits.Default.HeldSeconds + 1));
        (await county.TakeAsync()).Should().BeNull();
        (await county.JobAsync(elsewhere)).State.Should().Be(JobState.Cancelled);
    }

    [Fact]
    public async Task A_refusal_is_an_answer_and_a_fault_is_none()
    {
        await using var county = await WithListsAsync(TestDatabase.Sqlite);
        var officer = await county.AskerAsync(Role.AidOfficer, "何经办");
        var refused = await county.RunAllAsync(await county.AskAsync(officer, JobKind.Accept, new AcceptArguments(Guid.Empty, null, null, null)));
        refused.State.Should().Be(JobState.Refused);
        JobJson.Read<AcceptAnswer>(refused.Answer!).Refusal.Should().Be(new AcceptRefusal.NotFound());

        var broken = await county.AskAsync(officer, JobKind.Export, new ExportArguments(Spring2020, "no-programme", null, true, "名册"));
        (await county.RunAsync((await county.TakeAsync())!)).Fault.Should().NotBeNull();
        (await county.JobAsync(broken)).State.Should().Be(JobState.Failed);
    }

    [Theory, EveryDatabase]
    public async Task An_upload_is_read_and_taken_in_by_jobs_as_it_is_at_once(TestDatabase on)
    {
        await using var county = await WithListsAsync(on);
        var officer = await county.AskerAsync(Role.AidOfficer, "何经办");
        var upload = (await county.Do(s => s.Get<StageUpload>().RunAsync(Staff.Officer, new(ListKind.Enrolments, Spring2020, null,
            [new("new.csv", Content(ListOf("new.csv", Children(20, 30), Junior, "七年级")))]), Stop))).Upload!.Value;
        var read = await county.RunAllAsync(await county.AskAsync(officer, JobKind.Preview, new PreviewArguments(upload)));
        JobJson.Read<PreviewAnswer>(read.Answer!).Rows.Should().Be(30);
        var seen = (await county.Do(s => s.Get<PreviewUpload>().RunAsync(upload, Stop)))!.Preview;
        var accept = new AcceptArguments(upload, seen.Basis, null, null);

        var taken = await county.RunAllAsync(await county.AskAsync(officer, JobKind.Accept, accept));
        var answer = JobJson.Read<AcceptAnswer>(taken.Answer!);
        (answer.Written, answer.Unchanged, answer.Removed, answer.Rejected).Should().Be((30, 0, 0, 0));
        (await county.Do(s => s.Db.Imports.Where(i => i.Number == answer.Numbers[0]).Select(i => i.By).SingleAsync())).Should().Be("何经办");

        var again = await county.RunAllAsync(await county.AskAsync(officer, JobKind.Accept, accept));
        again.State.Should().Be(JobState.Refused);
        JobJson.Read<AcceptAnswer>(again.Answer!).Refusal.Should().BeOfType<AcceptRefusal.AlreadyAccepted>();
    }

    /// <summary>Five registered boarders of two schools, on lists; no roster yet.</summary>
    internal static async Task<CountyFixture> WithListsAsync(TestDatabase on, IInterceptor? interceptor = null)
    {
        var county = await OpenAsync(on, interceptor is null ? null : options => options.AddInterceptors(interceptor));
        await county.Schools(SchoolsFile);
        await county.Registered(RegisteredOf("registered.csv", Children(1, 5)));
        await county.Lists(ListOf("first.csv", Children(1, 3)), ListOf("second.csv", Children(4, 2), Second));
        return county;
    }

    private static byte[] Content(SentFile file)
    {
        using var stream = new MemoryStream();
        using var sent = file.Open();
        sent.CopyTo(stream);
        return stream.ToArray();
    }

    /// <summary>Does something once, when a command with a text in it is about to run.</summary>
    private sealed class Hook : DbCommandInterceptor
    {
        private string? _text;
        private Action<CancellationToken>? _then;

        public bool Met { get; private set; }

        public void When(string text, Action<CancellationToken> then) => (_text, _then) = (text, then);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Look(command, cancellationToken);
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Look(command, cancellationToken);
            return new(result);
        }

        private void Look(DbCommand command, CancellationToken stop)
        {
            if (_text is null || !command.CommandText.Contains(_text, StringComparison.Ordinal)) return;
            _text = null;
            Met = true;
            _then!(stop);
        }
    }
}
