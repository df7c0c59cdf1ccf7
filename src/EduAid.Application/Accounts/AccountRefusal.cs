namespace EduAid.Application.Accounts;

/// <summary>Why an account can't be made or changed so.</summary>
public enum AccountRefusal
{
    /// <summary>Somebody has this user name already.</summary>
    NameTaken = 1,

    /// <summary>A user name has letters a–z, digits and <c>- . _ @ +</c>.</summary>
    NameNotAllowed,

    DisplayNameMissing,
    PasswordTooWeak,
    NoSuchUser,

    /// <summary>A clerk works for a school of the county.</summary>
    NoSuchSchool,

    /// <summary>The user holds this role (at this school) already.</summary>
    HeldAlready,

    /// <summary>Who looks after the system sees no business data (三员分立, domain.md section 3).</summary>
    SystemAndBusiness,

    /// <summary>Nobody locks out or demotes the account that they are using, so that an administrator is always left.</summary>
    OwnAccount,

    /// <summary>The set-up code is wrong, used, or replaced by a later one.</summary>
    WrongCode,
}

/// <param name="User">Key of the user made or changed; null when refused.</param>
/// <param name="Password">A password made for the user, shown once and kept nowhere.</param>
public sealed record AccountOutcome(Guid? User, string? Password = null, AccountRefusal? Refusal = null)
{
    internal static AccountOutcome Refused(AccountRefusal refusal) => new(null, null, refusal);
}
