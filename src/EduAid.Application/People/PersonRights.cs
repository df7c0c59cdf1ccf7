using EduAid.Application.Accounts;
using EduAid.Application.Audit;

namespace EduAid.Application.People;

/// <summary>Who corrects what is on record about a person, and who decides where that touches a signed roster.</summary>
public static class PersonRights
{
    private static readonly Role[] Correctors = [Role.SchoolClerk, Role.TownshipSchool, Role.AidOfficer];
    private static readonly Role[] Deciders = [Role.AidOfficer, Role.AidDirector];

    public static bool MayCorrect(Role role) => Correctors.Contains(role);

    public static bool MayDecide(Role role) => Deciders.Contains(role);

    internal static bool MayCorrect(Actor actor) => actor.Held is { } role && MayCorrect(role);

    internal static bool MayDecide(Actor actor) => actor.Held is { } role && MayDecide(role);
}
