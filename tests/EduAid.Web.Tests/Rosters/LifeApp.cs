using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Notices;
using EduAid.Application.Rosters;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Synthetic;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EduAid.Web.Tests.Rosters;

/// <summary>A small county whose time a test moves, with rosters taken to any state through the verbs.</summary>
public sealed class LifeApp : WebApp, IAsyncLifetime
{
    public static readonly Actor
        Head = new("校长甲", nameof(Role.SchoolHead), "test"), Clerk = new("专干甲", nameof(Role.SchoolClerk), "test"),
        Director = new("主任甲", nameof(Role.AidDirector), "test");

    private readonly Queue<RosterId> _drafts = new();

    /// <summary>A Monday without holidays for ten weeks; a notice of five working days ends a week later.</summary>
    public MovedTime Clock { get; } = new(new DateTimeOffset(2026, 7, 6, 1, 0, 0, TimeSpan.Zero));

    public async Task InitializeAsync()
    {
        await LoadCountyAsync(new SyntheticCountyOptions { Schools = 24, Pupils = 800, Seed = 8, RegisteredShare = 0.5 });
        await using var work = Work();
        foreach (var roster in await work.Db.Rosters.Where(r => r.Semester == RosterApp.Spring && r.Entries > 1).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync()) _drafts.Enqueue(roster);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>A roster that no other test has, in that state; its notice began today unless it has run.</summary>
    public async Task<Roster> RosterAsync(RosterState state)
    {
        await using var work = Work();
        var id = _drafts.Dequeue();
        // Where a hold was lifted the school's drafts wait to be generated again.
        while (await work.Db.Rosters.AnyAsync(r => r.Id == id && r.Stale)) id = _drafts.Dequeue();
        var stop = CancellationToken.None;
        if (state >= RosterState.Confirmed) Must(await work.Get<ConfirmRoster>().RunAsync(Head, id, null, stop));
        if (state >= RosterState.OnNotice) Must(await work.Get<PublishNotice>().RunAsync(Clerk, id, null, null, stop));
        if (state >= RosterState.Reviewed)
        {
            Clock.Advance(TimeSpan.FromDays(8));
            Must(await work.Get<ReviewRoster>().RunAsync(Director, id, null, "none", stop));
        }
        return await FindAsync(id);
    }

    public async Task<Roster> FindAsync(RosterId id)
    {
        await using var work = Work();
        return await work.Db.Rosters.SingleAsync(r => r.Id == id);
    }

    protected override void Configure(IWebHostBuilder host) => host.ConfigureServices(s => s.AddSingleton<TimeProvider>(Clock));

    /// <summary>Stands still until a test moves it.</summary>
    public sealed class MovedTime(DateTimeOffset start) : TimeProvider
    {
        private long _ticks = start.UtcTicks;

        public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

        public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
    }

    private static void Must(RosterOutcome outcome)
    {
        if (outcome.Refusal is { } refusal) throw new InvalidOperationException(refusal.ToString());
    }
}
