using EduAid.Application.Settings;
using EduAid.Application.Storage;
using EduAid.Domain.Canteens;
using EduAid.Domain.Duties;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Canteens;

/// <summary>
/// The settings of every month at once. Numbers hold as they stand on a month's first day; the standard carries its days inside its value, so that one
/// that is entered late still holds for the months it is meant for.
/// </summary>
public sealed class CanteenRules
{
    private readonly List<Setting> _settings;
    private readonly Dictionary<Month, CanteenRule> _known = [];

    private CanteenRules(List<Setting> settings) => _settings = settings;

    public static async Task<CanteenRules> LoadAsync(EduAidDbContext db, DateOnly today, CancellationToken stop) => new(
        await db.Settings.Where(s => s.From <= today && s.Name.StartsWith(SettingBook.CanteenPrefix)).OrderBy(s => s.From).ThenBy(s => s.Revision).ToListAsync(stop));

    public CanteenRule In(Month month)
    {
        if (_known.TryGetValue(month, out var known)) return known;
        var (then, now) = (SettingBook.Of(_settings.Where(s => s.From <= month.First)), SettingBook.Of(_settings));
        return _known[month] = then.Canteen with { Standard = now.MealStandard.On(month.First) };
    }
}
