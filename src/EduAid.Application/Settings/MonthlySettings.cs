using EduAid.Domain.Duties;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Settings;

/// <summary>The settings of every month at once, as they stand on its first day: what is asked of a month stands when it begins.</summary>
public sealed class MonthlySettings
{
    private readonly List<Setting> _settings;
    private readonly Dictionary<Month, SettingBook> _known = [];

    private MonthlySettings(List<Setting> settings) => (_settings, Last) = (settings, SettingBook.Of(settings));

    /// <summary>As they stand after all of them.</summary>
    public SettingBook Last { get; }

    public SettingBook this[Month month] => _known.TryGetValue(month, out var known) ? known : _known[month] = SettingBook.Of(_settings.Where(s => s.From <= month.First));

    /// <param name="settings">Those that are asked for; the others have the value that ships.</param>
    public static async Task<MonthlySettings> LoadAsync(IQueryable<Setting> settings, CancellationToken stop) =>
        new(await settings.OrderBy(s => s.From).ThenBy(s => s.Revision).ToListAsync(stop));
}
