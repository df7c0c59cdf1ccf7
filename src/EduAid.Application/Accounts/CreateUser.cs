using EduAid.Application.Audit;
using EduAid.Domain.Values;
using Microsoft.AspNetCore.Identity;

namespace EduAid.Application.Accounts;

public sealed record NewUser(string UserName, string DisplayName);

/// <summary>Makes an account and invites its owner to choose a password. It has no role until one is granted, by somebody else (三员分立).</summary>
public sealed class CreateUser(AccountChange change, UserManager<User> users, InviteUser invite, AuditTrail trail, TimeProvider time)
{
    /// <param name="password">Chosen by the owner already; null opens an invitation.</param>
    public Task<AccountOutcome> RunAsync(Actor actor, NewUser user, string? password, CancellationToken stop) =>
        change.RunAsync(async () => (await AddAsync(actor, user, password)).Outcome, stop);

    /// <summary>The same within a change.</summary>
    internal async Task<(User? User, AccountOutcome Outcome)> AddAsync(Actor actor, NewUser wanted, string? password)
    {
        if (string.IsNullOrWhiteSpace(wanted.DisplayName)) return (null, AccountOutcome.Refused(AccountRefusal.DisplayNameMissing));
        var user = new User { Id = Keys.New(time.GetUtcNow()), UserName = wanted.UserName.Trim(), DisplayName = wanted.DisplayName.Trim(), LockoutEnabled = true };
        var invitation = password is null ? invite.Open(user) : null;
        var made = await (password is null ? users.CreateAsync(user) : users.CreateAsync(user, password));
        if (!made.Succeeded) return (null, AccountOutcome.Refused(Refusal(made)));
        trail.Record(actor, "account.create", $"user:{user.Id}", new { user.UserName });
        return (user, new(user.Id, Invitation: invitation));
    }

    private static AccountRefusal Refusal(IdentityResult result) => result.Errors.First().Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateUserName) => AccountRefusal.NameTaken,
        nameof(IdentityErrorDescriber.InvalidUserName) => AccountRefusal.NameNotAllowed,
        _ => AccountRefusal.PasswordTooWeak,
    };
}
