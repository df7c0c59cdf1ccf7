using EduAid.Application.Storage;
using EduAid.Domain.Values;

namespace EduAid.Application.Review;

/// <summary>A question to a person, raised by the last generation of a semester.</summary>
public sealed class Finding : ICountyRow
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required Semester Semester { get; init; }

    public required string Code { get; init; }

    public required bool Holds { get; init; }

    public required PersonId Person { get; init; }

    public required string Name { get; init; }

    /// <summary>Codes of the programmes that it touches, separated by commas.</summary>
    public required string Programmes { get; init; }

    /// <summary>What differs or is missing, for the message; names no ID.</summary>
    public required string Detail { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    public List<FindingSchool> Schools { get; init; } = [];

    public IReadOnlyList<string> ProgrammeCodes => Programmes.Split(',', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A school that a finding concerns.</summary>
public sealed class FindingSchool : ISchoolRow
{
    public required string County { get; init; }

    public required Guid Finding { get; init; }

    public required SchoolId School { get; init; }
}
