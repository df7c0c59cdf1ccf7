using EduAid.Application.Accounts;

namespace EduAid.Application.Reveals;

/// <summary>Which protected value.</summary>
public enum RevealKind
{
    /// <summary>A person's citizen ID.</summary>
    CitizenId = 1,

    /// <summary>The card on a school's list.</summary>
    Card,

    /// <summary>The card on an admissions list.</summary>
    AdmissionCard,

    /// <summary>The phone on a school's list.</summary>
    Phone,

    /// <summary>The guardian's citizen ID on a school's list.</summary>
    GuardianId,

    /// <summary>A card that was entered by hand.</summary>
    MendedCard,

    /// <summary>The phone of a correction.</summary>
    CorrectedPhone,

    /// <summary>The guardian's citizen ID of a correction.</summary>
    CorrectedGuardianId,
}

/// <summary>Who may see protected values in full: one at a time, or many at once in a workbook. Within their scope, and never an administrator.</summary>
public static class RevealRights
{
    private static readonly Role[] Any = [Role.SchoolClerk, Role.TownshipSchool, Role.AidOfficer, Role.AidDirector, Role.Auditor];

    private static readonly Role[] Bulk = [Role.AidOfficer, Role.AidDirector, Role.Finance];

    /// <summary>One value, with a purpose. Finance pays and therefore sees cards, and nothing else.</summary>
    public static bool May(Role role, RevealKind kind) => Any.Contains(role) || (role == Role.Finance && kind is RevealKind.Card or RevealKind.AdmissionCard or RevealKind.MendedCard);

    /// <summary>Whoever may see any kind.</summary>
    public static IReadOnlyList<Role> Roles { get; } = [.. Any, Role.Finance];

    /// <summary>Full values of a whole roster: those who prepare, answer for and pay it. Everybody else gets the workbook masked.</summary>
    public static bool MayExportFull(Role role) => Bulk.Contains(role);
}
