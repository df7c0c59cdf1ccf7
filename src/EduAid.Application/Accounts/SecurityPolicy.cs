using EduAid.Application.Settings;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Accounts;

/// <summary>How signing in is guarded: settings with dates, set by the security administrator.</summary>
/// <param name="WrongAttempts">Wrong passwords or codes in a row that lock the account.</param>
/// <param name="LockMinutes">For so long.</param>
/// <param name="IdleMinutes">Without a request for so long a session is over.</param>
/// <param name="PasswordLength">Characters that a new password has at least.</param>
public sealed record SecurityPolicy(int WrongAttempts, int LockMinutes, int IdleMinutes, int PasswordLength);

/// <summary>The policy of the installation's county. Who signs in has no scope yet, so it is read by the county's name, and by the real day.</summary>
public sealed class SecurityPolicies(EduAidDbContext db, CountySettings county, TimeProvider time)
{
    public async Task<SecurityPolicy> TodayAsync(CancellationToken stop) => (await SettingBook.ReadAsync(InForce(), stop)).Security;

    /// <summary>The idle limits in minutes that have been set, the one in force first; to be joined to another question.</summary>
    public IQueryable<string> IdleMinutes() => SettingBook.ValuesOf(InForce(), SettingBook.IdleMinutesName);

    private IQueryable<Setting> InForce()
    {
        var (code, today) = (county.Code, time.Today());
        return db.Settings.IgnoreQueryFilters([EduAidDbContext.CountyFilter]).Where(s => s.County == code && s.From <= today);
    }
}
