using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Settings;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Accounts;

/// <summary>A role with what it needs: a school, a township or a unit (<see cref="Roles.Place"/>).</summary>
public sealed record Grant(Role Role, SchoolId? School = null, string? Township = null, string? Unit = null);

/// <summary>Gives a user a role or takes one away. Either ends the user's sessions.</summary>
public sealed class ChangeAssignments(
    EduAidDbContext db, AccountChange change, UserManager<User> users, AuditTrail trail, TimeProvider time, CountySettings county, BusinessDay day)
{
    private const int LongestUnit = 100;

    public Task<AccountOutcome> GrantAsync(Actor actor, Guid id, Grant grant, CancellationToken stop) => change.RunAsync(
        async () =>
        {
            if (await users.FindByIdAsync(id.ToString()) is not { } user) return AccountOutcome.Refused(AccountRefusal.NoSuchUser);
            if (user.UserName == actor.Name) return AccountOutcome.Refused(AccountRefusal.OwnAccount);
            var held = await db.Assignments.Where(a => a.User == id).ToListAsync(stop);
            var wanted = grant with { Township = Clean(grant.Township), Unit = Clean(grant.Unit) };
            if (await RefusalAsync(held, wanted, stop) is { } refusal) return AccountOutcome.Refused(refusal);
            await AddAsync(actor, user, wanted);
            return new AccountOutcome(id);
        },
        stop);

    public Task<AccountOutcome> RevokeAsync(Actor actor, Guid id, Guid assignment, CancellationToken stop) => change.RunAsync(
        async () =>
        {
            var held = await db.Assignments.SingleOrDefaultAsync(a => a.Id == assignment && a.User == id, stop);
            if (held is null || await users.FindByIdAsync(id.ToString()) is not { } user) return AccountOutcome.Refused(AccountRefusal.NoSuchUser);
            if (user.UserName == actor.Name) return AccountOutcome.Refused(AccountRefusal.OwnAccount);
            await db.Assignments.Where(a => a.Id == assignment).ExecuteDeleteAsync(stop);
            await users.UpdateSecurityStampAsync(user);
            trail.Record(actor, "account.revoke", $"user:{id}",
                new { user.UserName, Role = held.Role.ToString(), School = held.School?.Value, held.Township, held.Unit });
            return new AccountOutcome(id);
        },
        stop);

    /// <summary>Adds a role within a change, unasked.</summary>
    internal async Task AddAsync(Actor actor, User user, Grant grant)
    {
        db.Assignments.Add(new Assignment
        {
            Id = Keys.New(time.GetUtcNow()),
            User = user.Id,
            Role = grant.Role,
            County = county.Code,
            School = grant.School,
            Township = grant.Township,
            Unit = grant.Unit,
        });
        await users.UpdateSecurityStampAsync(user);
        trail.Record(actor, "account.grant", $"user:{user.Id}",
            new { user.UserName, Role = grant.Role.ToString(), School = grant.School?.Value, grant.Township, grant.Unit });
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private async Task<AccountRefusal?> RefusalAsync(IReadOnlyList<Assignment> held, Grant grant, CancellationToken stop)
    {
        if (held.Any(a => new Grant(a.Role, a.School, a.Township, a.Unit) == grant)) return AccountRefusal.HeldAlready;
        if (held.Any(a => a.Role.IsAdministrator() || grant.Role.IsAdministrator())) return AccountRefusal.SeparateDuties;
        var exclusive = (await SettingBook.LoadAsync(db, day.Today, stop)).ExclusiveRoles;
        if (held.Any(a => exclusive.Any(p => p == (a.Role, grant.Role) || p == (grant.Role, a.Role)))) return AccountRefusal.ExclusiveRoles;
        var place = grant.Role.Place();
        if (place == Place.School == grant.School is null && place != Place.SchoolIfKnown) return AccountRefusal.NoSuchSchool;
        if (grant.School is { } school && !await db.Schools.AnyAsync(s => s.Id == school, stop)) return AccountRefusal.NoSuchSchool;
        if (place == Place.Township == grant.Township is null) return AccountRefusal.NoSuchTownship;
        if (grant.Township is { } township && !await db.SchoolVersions.AnyAsync(v => v.Township == township && !v.Undone, stop))
            return AccountRefusal.NoSuchTownship;
        return place == Place.Unit == grant.Unit is null || grant.Unit?.Length > LongestUnit ? AccountRefusal.UnitMissing : null;
    }
}
