using System.Collections.Frozen;
using EduAid.Application.Accounts;
using EduAid.Application.Reveals;
using static EduAid.Application.Accounts.Role;

namespace EduAid.Web.Accounts;

/// <summary>What a role may see or do. A page or a button names one of these and never a role.</summary>
public enum Right
{
    /// <summary>The own account: everybody who is signed in, with or without a role.</summary>
    OwnAccount = 1,

    /// <summary>The steps of signing in, each while it is due: a code, a password of one's own, an authenticator.</summary>
    GiveCode,
    ChangePassword,
    SetUpFactor,

    /// <summary>The semester's path, its lists, findings and rosters, as far as the scope reaches.</summary>
    SeeSemester,

    /// <summary>Sends lists and takes them back.</summary>
    SendLists,

    /// <summary>The county's registers, and who of them stands on no list.</summary>
    SeeRegisters,
    KeepRegisters,
    GenerateRosters,

    /// <summary>Takes workbooks out; IDs and cards in them are masked.</summary>
    Export,

    /// <summary>Takes workbooks out that carry IDs and cards in full.</summary>
    ExportInFull,

    /// <summary>Sees one protected value in full, with a purpose; which kinds, <see cref="RevealRights"/> says.</summary>
    Reveal,

    /// <summary>The audit trail: searches, exports, verifies it and gives out its head.</summary>
    SeeTrail,

    /// <summary>How long data are kept, and erasing what stands beyond it; sees counts alone.</summary>
    KeepRetention,

    SeeUsers,

    /// <summary>Makes accounts, shuts and opens them, sets passwords back.</summary>
    KeepAccounts,

    /// <summary>Gives roles and takes them away.</summary>
    GrantRoles,
}

/// <summary>Who holds which right (domain.md section 3). What is not said here nobody may.</summary>
public static class Rights
{
    private static readonly Role[] School = [SchoolClerk, SchoolHead, TownshipSchool];
    private static readonly Role[] County = [AidOfficer, AidDirector, Finance, BureauLeader, Auditor];

    private static readonly FrozenDictionary<Right, Role[]> Holders = new Dictionary<Right, Role[]>
    {
        [Right.SeeSemester] = [.. School, .. County],
        [Right.SendLists] = [SchoolClerk, TownshipSchool, AidOfficer],
        [Right.SeeRegisters] = County,
        [Right.KeepRegisters] = [AidOfficer],
        [Right.GenerateRosters] = [AidOfficer],
        [Right.ExportInFull] = [.. Enum.GetValues<Role>().Where(RevealRights.MayExportFull)],
        [Right.Reveal] = [.. RevealRights.Roles],
        [Right.SeeTrail] = [Auditor, AuditAdministrator],
        [Right.KeepRetention] = [SecurityAdministrator],
        [Right.Export] = [.. School, AidOfficer, AidDirector, Finance, Auditor],
        [Right.SeeUsers] = [SystemAdministrator, SecurityAdministrator],
        [Right.KeepAccounts] = [SystemAdministrator],
        [Right.GrantRoles] = [SecurityAdministrator],
    }.ToFrozenDictionary();

    public static bool Holds(Role role, Right right) => Holders.TryGetValue(right, out var roles) && roles.Contains(role);
}

/// <summary>The right that a handler asks for, where it is another than its folder's: on the method, or on the page for all of them.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class NeedsAttribute(Right right) : Attribute
{
    public Right Right { get; } = right;
}
