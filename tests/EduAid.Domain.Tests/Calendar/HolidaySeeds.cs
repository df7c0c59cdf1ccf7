using System.Text.Json;
using EduAid.Domain.Calendar;

namespace EduAid.Domain.Tests.Calendar;

/// <summary>The holiday tables of the checkout, found by walking up from the test's own folder.</summary>
internal static class HolidaySeeds
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<(string File, HolidayYear Year)> All { get; } =
        [.. Directory.EnumerateFiles(Folder(), "*.json").Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), JsonSerializer.Deserialize<HolidayYear>(File.ReadAllText(path), Json)!))];

    public static WorkingCalendar Calendar { get; } = new(All.Select(seed => seed.Year));

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "seeds", "holidays")))
                return Path.Combine(folder.FullName, "seeds", "holidays");
        throw new DirectoryNotFoundException("seeds/holidays");
    }
}
