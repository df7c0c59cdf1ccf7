using EduAid.Application.People;
using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Domain.Dropouts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Dropouts;

/// <summary>What was done in a case of dropout control, in order; steps are added, never changed.</summary>
public sealed class DropoutStep : ICountyRow
{
    public const int LongestText = 1000;
    public const int LongestPlace = 100;

    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required Guid Case { get; init; }

    /// <summary>Within the case, from 1.</summary>
    public required int Number { get; init; }

    public required DropoutStepKind Kind { get; init; }

    /// <summary>The day on which it was done.</summary>
    public required DateOnly On { get; init; }

    /// <summary>By when the next step is due; null where this one moves no deadline.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The school or place, where the child is placed elsewhere.</summary>
    public string? Place { get; init; }

    public required string Text { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class DropoutCaseMapping : IEntityTypeConfiguration<DropoutCase>
{
    public void Configure(EntityTypeBuilder<DropoutCase> dropout)
    {
        dropout.ToTable("DropoutCases");
        dropout.HasKey(c => new { c.County, c.Id });
        dropout.Property(c => c.County).HasMaxLength(12);
        dropout.Property(c => c.Name).HasMaxLength(100);
        dropout.Property(c => c.Township).HasMaxLength(100);
        dropout.Property(c => c.Village).HasMaxLength(OpenDropout.LongestName);
        dropout.Property(c => c.Government).HasMaxLength(OpenDropout.LongestName);
        dropout.Property(c => c.Teacher).HasMaxLength(OpenDropout.LongestName);
        dropout.Property(c => c.Version).IsConcurrencyToken();
        dropout.Ignore(c => c.Number);
        dropout.Ignore(c => c.Line);
        dropout.HasOne<Person>().WithMany().HasForeignKey(c => new { c.County, c.Person }).OnDelete(DeleteBehavior.Restrict);
        dropout.HasOne<School>().WithMany().HasForeignKey(c => new { c.County, c.School }).OnDelete(DeleteBehavior.Restrict);
        dropout.HasIndex(c => new { c.County, c.Year, c.Sequence }).IsUnique();
    }
}

internal sealed class DropoutStepMapping : IEntityTypeConfiguration<DropoutStep>
{
    public void Configure(EntityTypeBuilder<DropoutStep> step)
    {
        step.HasKey(s => new { s.County, s.Id });
        step.Property(s => s.County).HasMaxLength(12);
        step.Property(s => s.Text).HasMaxLength(DropoutStep.LongestText);
        step.Property(s => s.Place).HasMaxLength(DropoutStep.LongestPlace);
        step.HasOne<DropoutCase>().WithMany().HasForeignKey(s => new { s.County, s.Case }).OnDelete(DeleteBehavior.Restrict);
        step.HasIndex(s => new { s.County, s.Case, s.Number }).IsUnique();
    }
}
