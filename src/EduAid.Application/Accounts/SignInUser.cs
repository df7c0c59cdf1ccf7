using EduAid.Application.Audit;
using EduAid.Application.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Accounts;

/// <summary>
/// Checks name and password. Unknown name, wrong password and locked account have one answer and take the same work,
/// so that nobody learns from it who has an account.
/// </summary>
public sealed class SignInUser(
    EduAidDbContext db, AccountChange change, IPasswordHasher<User> hasher, DecoyHash decoy, ILookupNormalizer names,
    WrongAttempt wrong, AuditTrail trail, TimeProvider time)
{
    /// <returns>The user, or null: which of the reasons it was stands in the trail only.</returns>
    public async Task<User?> RunAsync(string userName, string password, string origin, CancellationToken stop)
    {
        var normalized = names.NormalizeName(userName.Trim());
        var user = await db.Users.SingleOrDefaultAsync(u => u.NormalizedUserName == normalized, stop);
        // The slow part stays outside the county's turn.
        var right = hasher.VerifyHashedPassword(user ?? decoy.Nobody, user?.PasswordHash ?? decoy.Value, password) != PasswordVerificationResult.Failed;
        return await change.RunAsync(() => DecideAsync(user, right, origin, stop), stop);
    }

    private async Task<User?> DecideAsync(User? seen, bool right, string origin, CancellationToken stop)
    {
        if (seen is null)
        {
            // What was typed as a name may be a password: it is written nowhere.
            trail.Record(new Actor("-", "-", origin), "account.refuse", "user:unknown", new { Reason = "unknown" });
            return null;
        }
        // Read again behind the county's turn: of many attempts at once the fifth wrong one shuts out the sixth, right or wrong.
        var user = await db.Users.AsTracking().SingleAsync(u => u.Id == seen.Id, stop);
        var (actor, subject) = (new Actor(user.UserName!, "-", origin), $"user:{user.Id}");
        if (user.LockoutEnd > time.GetUtcNow())
        {
            trail.Record(actor, "account.refuse", subject, new { Reason = "locked" });
            return null;
        }
        var enters = right && user.PasswordHash is not null && user.PasswordHash == seen.PasswordHash;
        if (!enters) await wrong.CountAsync(user, actor, "password", stop);
        else
        {
            // With a second factor only its code sets the count back: a known password must not buy endless guesses at codes.
            (user.AccessFailedCount, user.LockoutEnd) = (user.HasSecondFactor ? user.AccessFailedCount : 0, null);
            trail.Record(actor, "account.sign-in", subject, new { });
        }
        await db.SaveChangesAsync(stop);
        return enters ? user : null;
    }
}
