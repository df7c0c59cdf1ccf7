using EduAid.Application.Settings;
using EduAid.Application.Storage;
using EduAid.Domain.Canteens;
using EduAid.Domain.Duties;

namespace EduAid.Application.Canteens;

/// <summary>
/// The rule of every month. Numbers hold as they stand on a month's first day; the standard carries its days inside its value, so that one that is
/// entered late still holds for the months it is meant for.
/// </summary>
public sealed class CanteenRules
{
    private readonly MonthlySettings _settings;
    private readonly Dictionary<Month, CanteenRule> _known = [];

    private CanteenRules(MonthlySettings settings) => _settings = settings;

    public static async Task<CanteenRules> LoadAsync(EduAidDbContext db, DateOnly today, CancellationToken stop) =>
        new(await MonthlySettings.LoadAsync(db.Settings.Where(s => s.From <= today && s.Name.StartsWith(SettingBook.CanteenPrefix)), stop));

    public CanteenRule In(Month month) =>
        _known.TryGetValue(month, out var known) ? known : _known[month] = _settings[month].Canteen with { Standard = _settings.Last.MealStandard.On(month.First) };
}
