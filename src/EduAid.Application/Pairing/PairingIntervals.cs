using System.Globalization;
using EduAid.Application.Settings;
using EduAid.Application.Storage;
using EduAid.Domain.Duties;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Pairing;

/// <summary>Months from one visit to the next, by the settings of each month's first day: what is asked of a month stands when it begins.</summary>
public sealed class PairingIntervals
{
    private readonly ILookup<string, Setting> _set;

    private PairingIntervals(ILookup<string, Setting> set) => _set = set;

    public static async Task<PairingIntervals> LoadAsync(EduAidDbContext db, CancellationToken stop)
    {
        string[] names = [SettingBook.PairingPoorName, SettingBook.PairingExitedName];
        var set = await db.Settings.Where(s => names.Contains(s.Name)).OrderBy(s => s.From).ThenBy(s => s.Revision).ToListAsync(stop);
        return new(set.ToLookup(s => s.Name));
    }

    /// <returns>1 or more.</returns>
    public int In(Month month, bool exited)
    {
        var name = exited ? SettingBook.PairingExitedName : SettingBook.PairingPoorName;
        return _set[name].LastOrDefault(s => s.From <= month.First) is { } set ? int.Parse(set.Value, CultureInfo.InvariantCulture) : SettingBook.ShippedNumber(name);
    }
}
