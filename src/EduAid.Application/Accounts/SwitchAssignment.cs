using EduAid.Application.Audit;
using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Accounts;

/// <summary>Lets a user go on in another of the roles that they hold.</summary>
public sealed class SwitchAssignment(EduAidDbContext db, AccountChange change, AuditTrail trail)
{
    /// <returns>The assignment, or null where the user does not hold it.</returns>
    public Task<Assignment?> RunAsync(Actor actor, Guid user, Guid assignment, CancellationToken stop) => change.RunAsync(
        async () =>
        {
            var wanted = await db.Assignments.SingleOrDefaultAsync(a => a.Id == assignment && a.User == user, stop);
            if (wanted is not null)
                trail.Record(actor, "account.switch", $"user:{user}", new { Role = wanted.Role.ToString(), School = wanted.School?.Value, wanted.Township, wanted.Unit });
            return wanted;
        },
        stop);
}
