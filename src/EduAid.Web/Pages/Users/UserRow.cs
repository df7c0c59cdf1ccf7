using EduAid.Application.Accounts;

namespace EduAid.Web.Pages.Users;

/// <summary>An account as the pages show it.</summary>
public sealed record UserRow(Guid Id, string UserName, string DisplayName, UserState State, IReadOnlyList<HeldRole> Assignments);

/// <param name="Id">Key of the assignment.</param>
/// <param name="Place">The school, township or unit; null for the county's roles.</param>
public sealed record HeldRole(Guid Id, Role Role, string? Place);

public enum UserState
{
    Open = 1,

    /// <summary>For a while, after wrong passwords.</summary>
    LockedOut,

    /// <summary>By an administrator, until unlocked.</summary>
    Shut,

    /// <summary>Has not chosen a password yet.</summary>
    Invited,
}

public static class UserStates
{
    public static UserState Of(User user, DateTimeOffset now) =>
        user.LockoutEnd >= User.UntilUnlocked ? UserState.Shut : user.LockoutEnd > now ? UserState.LockedOut
        : user.PasswordHash is null ? UserState.Invited : UserState.Open;
}
