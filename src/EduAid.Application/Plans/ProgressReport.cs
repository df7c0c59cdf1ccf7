using EduAid.Application.Storage;
using EduAid.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Plans;

/// <summary>What a unit reports of an item on a day. Reports are added and never changed: a correction is a later report that names the earlier one.</summary>
public sealed class ProgressReport : ICountyRow
{
    public const int LongestText = 1000;

    public required string County { get; init; }

    public required Guid Id { get; init; }

    /// <summary>Of the plan.</summary>
    public required int Year { get; init; }

    public required string Item { get; init; }

    /// <summary>Code of the measure; null for a report in words alone.</summary>
    public string? Measure { get; init; }

    /// <summary>Title of the step; null for a figure.</summary>
    public string? Step { get; init; }

    /// <summary>The day of which it speaks.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The count so far, or the numerator.</summary>
    public long? Figure { get; init; }

    /// <summary>The denominator of a share.</summary>
    public long? Whole { get; init; }

    /// <summary>Of a step: whether it is done.</summary>
    public bool? Reached { get; init; }

    public required string Text { get; init; }

    /// <summary>The unit that reports.</summary>
    public required string Unit { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The report that this one puts right; it no longer counts.</summary>
    public Guid? Corrects { get; init; }
}

internal sealed class ProgressReportMapping : IEntityTypeConfiguration<ProgressReport>
{
    public void Configure(EntityTypeBuilder<ProgressReport> report)
    {
        report.HasKey(r => new { r.County, r.Id });
        report.Property(r => r.Item).HasMaxLength(PlanRules.LongestNumber);
        report.Property(r => r.Measure).HasMaxLength(PlanRules.LongestCode);
        report.Property(r => r.Step).HasMaxLength(PlanRules.LongestTitle);
        report.Property(r => r.Text).HasMaxLength(ProgressReport.LongestText);
        report.Property(r => r.Unit).HasMaxLength(PlanRules.LongestUnit);
        report.HasOne<PlanItem>().WithMany().HasForeignKey(r => new { r.County, r.Year, r.Item }).OnDelete(DeleteBehavior.Restrict);
        report.HasIndex(r => new { r.County, r.Year, r.Item });
        // A report is put right once; the correction itself may be put right again.
        report.HasIndex(r => new { r.County, r.Corrects }).IsUnique();
    }
}
