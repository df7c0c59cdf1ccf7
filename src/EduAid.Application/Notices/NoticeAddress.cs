using EduAid.Application.Calendar;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Rosters;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Notices;

/// <summary>
/// The public address of a notice: a keyed hash of the roster and the day on which it went up, so that an address says nothing, can't
/// be guessed, and is another one when the roster hangs again. It leads somewhere while the notice runs and nowhere after.
/// </summary>
public sealed class NoticeAddress(EduAidDbContext db, FieldCipher cipher, BusinessDay day)
{
    private const int Bytes = 10;

    /// <summary>Null where the roster is not up today.</summary>
    public string? KeyOf(Roster roster) => Runs(roster, day.Today) ? Key(roster) : null;

    /// <summary>The roster that is up today under this key, within the scope.</summary>
    public async Task<Roster?> FindAsync(string key, CancellationToken stop)
    {
        if (key.Length != Bytes * 2) return null;
        var today = day.Today;
        var running = await db.Rosters.Where(r => r.State == RosterState.OnNotice && r.NoticeFrom <= today && r.NoticeUntil >= today).ToListAsync(stop);
        return running.Find(r => Key(r) == key);
    }

    public static bool Runs(Roster roster, DateOnly today) =>
        roster is { State: RosterState.OnNotice, NoticeFrom: { } from, NoticeUntil: { } until } && from <= today && today <= until;

    private string Key(Roster roster) =>
        Convert.ToHexStringLower(cipher.Hash("notice", roster.County, FormattableString.Invariant($"{roster.Id.Value:N} {roster.NoticeFrom:yyyy-MM-dd}")).AsSpan(0, Bytes));
}
