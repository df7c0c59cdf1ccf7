using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Specialties;

/// <summary>The fee of a specialty from a semester on, as one import stated it.</summary>
public sealed class SpecialtyVersion : ICountyRow
{
    public required string County { get; init; }

    /// <summary>The specialty's name, folded for comparison.</summary>
    public required string Folded { get; init; }

    public required Semester From { get; init; }

    public required int Import { get; init; }

    public bool Undone { get; set; }

    public required string Name { get; init; }

    /// <summary>Fen per semester; null where the list leaves it blank.</summary>
    public long? FeeFen { get; init; }

    /// <summary>The version of each specialty that holds in a semester, by folded name.</summary>
    public static async Task<Dictionary<string, SpecialtyVersion>> HoldingAsync(EduAidDbContext db, Semester semester, CancellationToken stop) =>
        (await db.SpecialtyVersions.Where(v => !v.Undone && v.From <= semester).ToListAsync(stop))
        .GroupBy(v => v.Folded).ToDictionary(g => g.Key, g => g.OrderBy(v => v.From).ThenBy(v => v.Import).Last(), StringComparer.Ordinal);
}
