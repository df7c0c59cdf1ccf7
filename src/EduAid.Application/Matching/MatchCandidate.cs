using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Matching;

/// <summary>Why two records may be one person; the strongest first.</summary>
public enum MatchKind
{
    /// <summary>The IDs are one slip of the hand apart: a digit, two neighbours swapped.</summary>
    NearId = 1,

    /// <summary>同名同生日: the same name and the same birth date.</summary>
    NameAndBirth,

    /// <summary>A mark stands in the name in place of a rare character; the birth date is the same.</summary>
    Substitute,

    /// <summary>The names sound alike; the birth date is the same.</summary>
    SoundAlike,
}

/// <summary>
/// A registered person on no list of a semester, and someone on a list who is on no register: perhaps one person. Found by comparing,
/// replaced by the next comparison, and nothing but a question: only a <see cref="MatchDecision"/> makes the rules read two as one.
/// </summary>
public sealed class MatchCandidate : ICountyRow
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required Semester Semester { get; init; }

    public required PersonId Registered { get; init; }

    public required PersonId Enrolled { get; init; }

    public required SchoolId School { get; init; }

    public required MatchKind Kind { get; init; }

    public required DateTimeOffset FoundAt { get; init; }
}

internal sealed class MatchCandidateMapping : IEntityTypeConfiguration<MatchCandidate>
{
    public void Configure(EntityTypeBuilder<MatchCandidate> candidate)
    {
        candidate.HasKey(c => new { c.County, c.Id });
        candidate.HasIndex(c => new { c.County, c.Semester, c.Registered, c.Enrolled }).IsUnique();
    }
}
