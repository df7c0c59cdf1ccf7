using EduAid.Application.Accounts;
using EduAid.Application.Audit;

namespace EduAid.Application.Policies;

/// <summary>Who does what with policies: an aid officer proposes, checks and adds cases, the aid director publishes.</summary>
public static class PolicyRights
{
    public static bool MayPropose(Role role) => role == Role.AidOfficer;

    public static bool MayPublish(Role role) => role == Role.AidDirector;

    internal static bool MayPropose(Actor actor) => actor.Role == nameof(Role.AidOfficer);

    internal static bool MayPublish(Actor actor) => actor.Role == nameof(Role.AidDirector);
}
