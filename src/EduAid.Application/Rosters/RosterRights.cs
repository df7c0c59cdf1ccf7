using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Domain.Rosters;

namespace EduAid.Application.Rosters;

/// <summary>Which role takes which step of a roster (domain.md section 3). What acts without a person's role, such as a command, takes none.</summary>
public static class RosterRights
{
    private static readonly Dictionary<RosterMoveKind, Role[]> Steps = new()
    {
        [RosterMoveKind.Confirm] = [Role.SchoolHead, Role.TownshipSchool],
        [RosterMoveKind.Publish] = [Role.SchoolClerk, Role.SchoolHead, Role.TownshipSchool],
        [RosterMoveKind.Review] = [Role.AidDirector],
        [RosterMoveKind.Approve] = [Role.BureauLeader],
        [RosterMoveKind.Withdraw] = [Role.SchoolHead, Role.TownshipSchool, Role.AidDirector],
    };

    // Whoever stands before the next step may send the roster back instead of taking it.
    private static readonly Dictionary<RosterState, Role[]> Backward = new()
    {
        [RosterState.Confirmed] = [Role.SchoolHead, Role.TownshipSchool, Role.AidDirector],
        [RosterState.OnNotice] = [Role.SchoolHead, Role.TownshipSchool, Role.AidDirector],
        [RosterState.Reviewed] = [Role.AidDirector, Role.BureauLeader],
    };

    public static bool May(Role role, RosterMoveKind kind, RosterState state) => kind == RosterMoveKind.SendBack
        ? Backward.TryGetValue(state, out var back) && back.Contains(role)
        : Steps[kind].Contains(role);

    internal static bool May(Actor actor, RosterMoveKind kind, RosterState state) =>
        actor.Held is { } role && May(role, kind, state);
}
