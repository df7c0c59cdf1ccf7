using EduAid.Application.Audit;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.AspNetCore.Identity;

namespace EduAid.Application.Accounts;

/// <param name="School">The school of a clerk; null for the county's roles.</param>
public sealed record NewUser(string UserName, string DisplayName, Role Role, SchoolId? School = null);

/// <summary>Makes an account with one role and an initial password.</summary>
public sealed class CreateUser(
    EduAidDbContext db, AccountChange change, UserManager<User> users, ChangeAssignments assignments, AuditTrail trail, TimeProvider time, CountySettings county)
{
    /// <param name="password">Null has one made.</param>
    public Task<AccountOutcome> RunAsync(Actor actor, NewUser user, string? password, CancellationToken stop) =>
        change.RunAsync(() => AddAsync(actor, user, password, stop), stop);

    /// <summary>The same within a change.</summary>
    internal async Task<AccountOutcome> AddAsync(Actor actor, NewUser wanted, string? password, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(wanted.DisplayName)) return AccountOutcome.Refused(AccountRefusal.DisplayNameMissing);
        if (await assignments.RefusalAsync([], wanted.Role, wanted.School, stop) is { } refusal) return AccountOutcome.Refused(refusal);
        var now = time.GetUtcNow();
        var initial = password ?? InitialPassword.New();
        var user = new User { Id = Keys.New(now), UserName = wanted.UserName.Trim(), DisplayName = wanted.DisplayName.Trim(), LockoutEnabled = true };
        var made = await users.CreateAsync(user, initial);
        if (!made.Succeeded) return AccountOutcome.Refused(Refusal(made));
        db.Assignments.Add(new Assignment { Id = Keys.New(now), User = user.Id, Role = wanted.Role, County = county.Code, School = wanted.School });
        await db.SaveChangesAsync(stop);
        trail.Record(actor, "account.create", $"user:{user.Id}", new { user.UserName, Role = wanted.Role.ToString(), School = wanted.School?.Value });
        return new(user.Id, initial);
    }

    private static AccountRefusal Refusal(IdentityResult result) => result.Errors.First().Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateUserName) => AccountRefusal.NameTaken,
        nameof(IdentityErrorDescriber.InvalidUserName) => AccountRefusal.NameNotAllowed,
        _ => AccountRefusal.PasswordTooWeak,
    };
}
