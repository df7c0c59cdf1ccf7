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

    /// <summary>A clerk and a head work for a school of the county; other roles name none.</summary>
    NoSuchSchool,

    /// <summary>A township school looks after the schools of a township that the register names; other roles name none.</summary>
    NoSuchTownship,

    /// <summary>A responsible unit has a name of up to 100 characters; other roles name none.</summary>
    UnitMissing,

    /// <summary>The user holds this role (there) already.</summary>
    HeldAlready,

    /// <summary>The three administrators are three people, and none of them does business (三员分立, domain.md section 3).</summary>
    SeparateDuties,

    /// <summary>The user holds a role that nobody holds together with this one (setting <c>roles.exclusive</c>).</summary>
    ExclusiveRoles,

    /// <summary>Nobody locks out or demotes the account that they are using, so that an administrator is always left.</summary>
    OwnAccount,

    /// <summary>The present password, asked for before it is changed, is another.</summary>
    WrongPassword,

    /// <summary>The new password is the old one.</summary>
    PasswordUnchanged,

    /// <summary>The account has a password already: it is set back, not invited again.</summary>
    InvitedAlready,

    /// <summary>A set-up code or an invitation is wrong, used, too old, or replaced by a later one.</summary>
    WrongCode,
}

/// <param name="User">Key of the user made or changed; null when refused.</param>
/// <param name="Password">A password made for the user, shown once and kept nowhere.</param>
/// <param name="Invitation">The code of an invitation, likewise.</param>
public sealed record AccountOutcome(Guid? User, string? Password = null, AccountRefusal? Refusal = null, string? Invitation = null)
{
    internal static AccountOutcome Refused(AccountRefusal refusal) => new(null, null, refusal);
}
