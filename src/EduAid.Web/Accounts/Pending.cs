using EduAid.Application.Accounts;

namespace EduAid.Web.Accounts;

/// <summary>What somebody whose password was right still has to do before anything else, in this order.</summary>
public enum Pending
{
    Nothing = 0,

    /// <summary>A code of their second factor.</summary>
    Code,

    /// <summary>A password of their own in place of one that somebody else has seen.</summary>
    Password,

    /// <summary>An authenticator, because one of their roles needs it.</summary>
    Factor,
}

public static class PendingSteps
{
    public static Pending Of(User user, UserSession session, IEnumerable<Assignment> held) =>
        user.HasSecondFactor && !session.Proved ? Pending.Code
        : user.PasswordDue ? Pending.Password
        : !user.HasSecondFactor && held.Any(a => a.Role.NeedsSecondFactor()) ? Pending.Factor
        : Pending.Nothing;

    /// <summary>The page on which it is done.</summary>
    public static string Page(this Pending pending) => pending switch
    {
        Pending.Code => "/Account/Code",
        Pending.Password => "/Account/Password",
        _ => "/Account/SecondFactor",
    };

    /// <summary>The one right that is left until it is done; null for all.</summary>
    public static Right? Only(this Pending pending) => pending switch
    {
        Pending.Code => Right.GiveCode,
        Pending.Password => Right.ChangePassword,
        Pending.Factor => Right.SetUpFactor,
        _ => null,
    };
}
