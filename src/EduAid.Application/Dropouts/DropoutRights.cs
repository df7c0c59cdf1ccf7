using EduAid.Application.Accounts;
using EduAid.Domain.Dropouts;

namespace EduAid.Application.Dropouts;

/// <summary>Who does what in dropout control. Whoever answers for the child at the school does not say alone that it is back.</summary>
public static class DropoutRights
{
    /// <summary>Opens a case, records visits and the written notice, changes who answers.</summary>
    public static bool MayWork(Role role) => role is Role.SchoolClerk or Role.SchoolHead || MayClose(role);

    /// <summary>Closes a case, opens it again, hands it to the authorities.</summary>
    public static bool MayClose(Role role) => role is Role.TownshipSchool or Role.AidOfficer;

    public static bool May(Role role, DropoutStepKind kind) => kind.Closes() || kind is DropoutStepKind.HandOver or DropoutStepKind.Reopen ? MayClose(role) : MayWork(role);
}
