using System.Text.Json;
using EduAid.Application.Storage;
using EduAid.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Calendar;

/// <summary>The holidays and make-up workdays of one year, as the State Council published them.</summary>
public sealed class HolidayTable : ICountyRow
{
    public required string County { get; init; }

    public required int Year { get; init; }

    /// <summary>The year's table in the form of its file (<see cref="HolidayYear"/>).</summary>
    public required string Json { get; init; }
}

public static class CountyCalendar
{
    /// <summary>Counts working days by the tables that the county has loaded; a year without one makes counting refuse.</summary>
    public static async Task<WorkingCalendar> LoadAsync(EduAidDbContext db, CancellationToken stop)
    {
        var tables = await db.HolidayTables.Select(t => t.Json).ToListAsync(stop);
        return new(tables.Select(json => JsonSerializer.Deserialize<HolidayYear>(json, JsonSerializerOptions.Web)!));
    }
}
