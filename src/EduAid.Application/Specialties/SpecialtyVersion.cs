using EduAid.Application.Storage;
using EduAid.Domain.Values;

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
}
