using System.Data.Common;
using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Accounts;

/// <summary>How long a session lives at most. Configuration section <c>Sessions</c>.</summary>
/// <param name="IdleMinutes">Without a request for so long it is over, or sooner where the security administrator has set less (<see cref="SecurityPolicy"/>).</param>
/// <param name="WarnMinutes">So long before that the page says so.</param>
public sealed record SessionLimits(int IdleMinutes = 30, int WarnMinutes = 2)
{
    /// <param name="set">Minutes that are set; null where nobody has.</param>
    public TimeSpan Idle(int? set) => TimeSpan.FromMinutes(Math.Min(IdleMinutes, set ?? IdleMinutes));

    /// <summary>However busy, a session ends after a working day.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromHours(12);

    public static bool IsOver(UserSession session, TimeSpan idle, DateTimeOffset now) => now - session.SeenAt > idle || now - session.StartedAt > Longest;
}

/// <summary>Opens and ends sessions.</summary>
public sealed class Sessions(EduAidDbContext db, AccountChange change, UserManager<User> users, AuditTrail trail, TimeProvider time)
{
    private const int LongestAgent = 200;
    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(1), LongestNote = TimeSpan.FromSeconds(1);

    /// <summary>Opens one for somebody whose password, and whose code if <paramref name="proved"/>, were right.</summary>
    /// <param name="before">The one that it replaces in the same browser, which ends.</param>
    public async Task<UserSession> OpenAsync(User user, Guid? assignment, bool proved, Guid? before, string agent, string origin, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        if (before is { } old) await db.UserSessions.Where(s => s.Id == old).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), stop);
        var session = new UserSession
        {
            Id = Keys.New(now),
            User = user.Id,
            Stamp = user.SecurityStamp ?? "",
            Assignment = assignment,
            Proved = proved,
            StartedAt = now,
            SeenAt = now,
            Agent = agent.Length > LongestAgent ? agent[..LongestAgent] : agent,
            Origin = origin,
        };
        db.UserSessions.Add(session);
        await db.SaveChangesAsync(stop);
        return session;
    }

    /// <summary>Notes that a session is used; at most once a minute, for it is a write on every page.</summary>
    public async Task TouchAsync(UserSession session, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        if (now - session.SeenAt < Grain) return;
        var before = db.Database.GetCommandTimeout();
        try
        {
            db.Database.SetCommandTimeout(LongestNote);
            await db.UserSessions.Where(s => s.Id == session.Id && s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now), stop);
            session.SeenAt = now;
        }
        catch (DbException)
        {
            // A long change holds an embedded database: no page waits for this note, the next request makes it.
        }
        finally
        {
            db.Database.SetCommandTimeout(before);
        }
    }

    /// <summary>Ends one of the user's own sessions: signing out here, or there.</summary>
    /// <returns>False where it is none of theirs, or over already.</returns>
    public Task<bool> EndAsync(Actor actor, Guid user, Guid session, CancellationToken stop) => change.RunAsync(
        async () =>
        {
            var now = time.GetUtcNow();
            var ended = await db.UserSessions.Where(s => s.Id == session && s.User == user && s.EndedAt == null)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), stop);
            if (ended > 0) trail.Record(actor, "account.sign-out", $"user:{user}", new { });
            return ended > 0;
        },
        stop);

    /// <summary>Ends all of the user's sessions, this one too.</summary>
    public Task EndAllAsync(Actor actor, Guid id, CancellationToken stop) => change.RunAsync(
        async () =>
        {
            if (await users.FindByIdAsync(id.ToString()) is not { } user) return false;
            await users.UpdateSecurityStampAsync(user);
            trail.Record(actor, "account.sign-out-everywhere", $"user:{id}", new { });
            return true;
        },
        stop);
}
