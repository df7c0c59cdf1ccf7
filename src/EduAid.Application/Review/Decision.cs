using EduAid.Application.Storage;
using EduAid.Domain.Review;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Review;

/// <summary>
/// 核实结论: what somebody has decided about one person's finding. Decisions are added, never overwritten; the latest that is not taken
/// back holds, and every later generation reads it.
/// </summary>
public sealed class Decision : ICountyRow
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    /// <summary>The semester that it was made for; <see cref="DecisionAnswers.Lasts"/> says which hold beyond it.</summary>
    public required Semester Semester { get; init; }

    public required PersonId Person { get; init; }

    /// <summary>The school concerned: the one named, or the one whose row was completed; null for none.</summary>
    public SchoolId? School { get; init; }

    /// <summary>Code of the finding that it answers.</summary>
    public required string Code { get; init; }

    public required DecisionKind Kind { get; init; }

    /// <summary>The answer, the pair of names, or what the accepted finding said; empty where the school says it all.</summary>
    public required string Value { get; init; }

    public required string Reason { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? UndoneBy { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }

    public string? UndoneReason { get; set; }
}

internal sealed class DecisionMapping : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> decision)
    {
        decision.HasKey(d => new { d.County, d.Id });
        decision.HasOne<People.Person>().WithMany().HasForeignKey(d => new { d.County, d.Person }).OnDelete(DeleteBehavior.Restrict);
        decision.Property(d => d.Code).HasMaxLength(60);
        decision.Property(d => d.Value).HasMaxLength(1000);
        decision.Property(d => d.Reason).HasMaxLength(500);
        decision.Property(d => d.UndoneReason).HasMaxLength(500);
        decision.HasIndex(d => new { d.County, d.Semester });
        decision.HasIndex(d => new { d.County, d.Person });
    }
}
