using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Matching;

/// <summary>What somebody has said of two records.</summary>
public enum MatchVerdict
{
    /// <summary>是同一人.</summary>
    Same = 1,

    /// <summary>不是同一人: the two are shown no more.</summary>
    Different,

    /// <summary>请学校核实: the school has been asked; the pair stays until somebody decides.</summary>
    AskSchool,
}

/// <summary>
/// 比对结论: whether a registered person and one on a school's list are one. It joins no rows: the rules read it, in this and later
/// semesters, and reading stops when it is taken back. Added, never overwritten; of one pair the latest that is not taken back holds.
/// </summary>
public sealed class MatchDecision : ICountyRow
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    /// <summary>The semester on whose lists the pair was seen.</summary>
    public required Semester Semester { get; init; }

    /// <summary>The person on the registered list.</summary>
    public required PersonId Registered { get; init; }

    /// <summary>The person on the school's list.</summary>
    public required PersonId Enrolled { get; init; }

    public required SchoolId School { get; init; }

    public required MatchVerdict Verdict { get; init; }

    public required string Reason { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? UndoneBy { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }

    public string? UndoneReason { get; set; }
}

internal sealed class MatchDecisionMapping : IEntityTypeConfiguration<MatchDecision>
{
    public void Configure(EntityTypeBuilder<MatchDecision> decision)
    {
        decision.HasKey(d => new { d.County, d.Id });
        decision.HasOne<People.Person>().WithMany().HasForeignKey(d => new { d.County, d.Registered }).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne<People.Person>().WithMany().HasForeignKey(d => new { d.County, d.Enrolled }).OnDelete(DeleteBehavior.Restrict);
        decision.Property(d => d.Reason).HasMaxLength(500);
        decision.Property(d => d.UndoneReason).HasMaxLength(500);
        decision.HasIndex(d => new { d.County, d.Registered });
        decision.HasIndex(d => new { d.County, d.Enrolled });
    }
}
