using EduAid.Application.Audit;
using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Accounts;

/// <summary>Lets a user go on in another of the roles that they hold.</summary>
public sealed class SwitchAssignment(EduAidDbContext db, AccountChange change, AuditTrail trail)
{
    /// <returns>The assignment, or null where the user does not hold it.</returns>
    public Task<Assignment?> RunAsync(Actor actor, UserSession session, Guid assignment, CancellationToken stop) => change.RunAsync(
        async () =>
        {
            var wanted = await db.Assignments.SingleOrDefaultAsync(a => a.Id == assignment && a.User == session.User, stop);
            if (wanted is null) return null;
            await db.UserSessions.Where(s => s.Id == session.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Assignment, wanted.Id), stop);
            trail.Record(actor, "account.switch", $"user:{session.User}",
                new { Role = wanted.Role.ToString(), School = wanted.School?.Value, wanted.Township, wanted.Unit });
            return wanted;
        },
        stop);
}
