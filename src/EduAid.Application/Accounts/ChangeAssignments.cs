using EduAid.Application.Audit;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Accounts;

/// <summary>Gives a user a role or takes one away. Either ends the user's sessions.</summary>
public sealed class ChangeAssignments(
    EduAidDbContext db, AccountChange change, UserManager<User> users, AuditTrail trail, TimeProvider time, CountySettings county)
{
    public Task<AccountOutcome> GrantAsync(Actor actor, Guid id, Role role, SchoolId? school, CancellationToken stop) => change.RunAsync(
        async () =>
        {
            if (await users.FindByIdAsync(id.ToString()) is not { } user) return AccountOutcome.Refused(AccountRefusal.NoSuchUser);
            if (user.UserName == actor.Name) return AccountOutcome.Refused(AccountRefusal.OwnAccount);
            var held = await db.Assignments.Where(a => a.User == id).ToListAsync(stop);
            if (await RefusalAsync(held, role, school, stop) is { } refusal) return AccountOutcome.Refused(refusal);
            db.Assignments.Add(new Assignment { Id = Keys.New(time.GetUtcNow()), User = id, Role = role, County = county.Code, School = school });
            await users.UpdateSecurityStampAsync(user);
            trail.Record(actor, "account.grant", $"user:{id}", new { user.UserName, Role = role.ToString(), School = school?.Value });
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
            trail.Record(actor, "account.revoke", $"user:{id}", new { user.UserName, Role = held.Role.ToString(), School = held.School?.Value });
            return new AccountOutcome(id);
        },
        stop);

    /// <summary>Why a role may not be added to those held; to be asked within a change.</summary>
    internal async Task<AccountRefusal?> RefusalAsync(IReadOnlyList<Assignment> held, Role role, SchoolId? school, CancellationToken stop)
    {
        if (held.Any(a => a.Role == role && a.School == school)) return AccountRefusal.HeldAlready;
        if (held.Any(a => a.Role == Role.SystemAdministrator != (role == Role.SystemAdministrator))) return AccountRefusal.SystemAndBusiness;
        if (role == Role.SchoolClerk != school is not null) return AccountRefusal.NoSuchSchool;
        return school is { } id && !await db.Schools.AnyAsync(s => s.Id == id, stop) ? AccountRefusal.NoSuchSchool : null;
    }
}
