using EduAid.Application.Accounts;
using EduAid.Application.Storage;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Rosters;

/// <summary>The rosters of a semester for which a role's own step comes next and nothing stands in its way.</summary>
public static class WaitingRosters
{
    public static IQueryable<Roster> For(EduAidDbContext db, Semester semester, Role role, string userName, DateOnly today)
    {
        var rosters = db.Rosters.Where(r => r.Semester == semester && r.Entries > 0 && !db.Objections.Any(o => o.Roster == r.Id && o.Upheld == null));
        return role switch
        {
            Role.AidDirector => rosters.Where(r => (r.State == RosterState.OnNotice && r.NoticeUntil < today)
                || (r.State == RosterState.Confirmed && (r.Kind == RosterKind.Recovery || r.Kind == RosterKind.Surplus))),
            // Whoever has signed in the present round waits for the others.
            Role.BureauLeader => rosters.Where(r => r.State == RosterState.Reviewed && !db.RosterSteps.Any(s => s.Roster == r.Id && s.Kind == RosterMoveKind.Approve && s.By == userName
                && s.Number > db.RosterSteps.Where(o => o.Roster == r.Id && o.Kind == RosterMoveKind.Review).Max(o => o.Number))),
            _ => rosters.Where(r => false),
        };
    }
}
