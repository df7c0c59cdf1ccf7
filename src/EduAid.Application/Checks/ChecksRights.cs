using EduAid.Application.Accounts;
using EduAid.Application.Audit;

namespace EduAid.Application.Checks;

/// <summary>Who runs the checks and who may say that a hit is none.</summary>
public static class ChecksRights
{
    /// <summary>Running changes nothing but what is pointed out: whoever answers for the money, and the auditor, may.</summary>
    public static bool MayRun(Role role) => role is Role.AidOfficer or Role.AidDirector or Role.Finance or Role.Auditor;

    /// <summary>Waiving is the director's: an officer would waive what the officer did.</summary>
    public static bool MayWaive(Role role) => role is Role.AidDirector;

    public static bool MayRecordCharges(Role role) => role is Role.AidOfficer or Role.AidDirector;

    internal static bool MayRun(Actor actor) => actor.Held is { } role && MayRun(role);

    internal static bool MayWaive(Actor actor) => actor.Held is { } role && MayWaive(role);

    internal static bool MayRecordCharges(Actor actor) => actor.Held is { } role && MayRecordCharges(role);
}
