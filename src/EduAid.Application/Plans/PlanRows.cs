using EduAid.Application.Storage;
using EduAid.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Plans;

/// <summary>工作要点: what the bureau is to do in a year.</summary>
public sealed class Plan : ICountyRow
{
    public required string County { get; init; }

    public required int Year { get; init; }

    public required string Title { get; set; }

    /// <summary>The document that it follows.</summary>
    public required string Document { get; set; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>A row of the plan's tree, in the plan's own numbering.</summary>
public sealed class PlanItem : ICountyRow
{
    public required string County { get; init; }

    public required int Year { get; init; }

    public required string Number { get; init; }

    /// <summary>In the plan's order, from 1.</summary>
    public required int Position { get; set; }

    public required string Title { get; set; }

    /// <summary>A heading: nobody's, with nothing to measure.</summary>
    public required bool Heading { get; set; }

    public DateOnly? Due { get; set; }

    public List<PlanItemUnit> Units { get; } = [];

    public List<PlanMeasure> Measures { get; } = [];
}

/// <summary>责任单位 of an item.</summary>
public sealed class PlanItemUnit : ICountyRow
{
    public required string County { get; init; }

    public required int Year { get; init; }

    public required string Item { get; init; }

    public required string Unit { get; init; }

    /// <summary>From 1; the first leads.</summary>
    public required int Position { get; set; }
}

/// <summary>By what an item is measured; see <see cref="OutlineMeasure"/>.</summary>
public sealed class PlanMeasure : ICountyRow
{
    public required string County { get; init; }

    public required int Year { get; init; }

    public required string Item { get; init; }

    public required string Code { get; init; }

    public required int Position { get; set; }

    public required MeasureKind Kind { get; set; }

    public required string Title { get; set; }

    public required string Unit { get; set; }

    public long? Target { get; set; }

    public long? Floor { get; set; }

    public string? Basis { get; set; }

    public DateOnly? Due { get; set; }

    public List<PlanStep> Steps { get; } = [];
}

/// <summary>A milestone, or a line of a checklist, known by its title.</summary>
public sealed class PlanStep : ICountyRow
{
    public required string County { get; init; }

    public required int Year { get; init; }

    /// <summary>The item of its measure.</summary>
    public required string Item { get; init; }

    public required string Measure { get; init; }

    public required string Title { get; init; }

    public required int Position { get; set; }

    public string? Start { get; set; }

    public DateOnly? Due { get; set; }
}

internal sealed class PlanMapping : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> plan)
    {
        plan.HasKey(p => new { p.County, p.Year });
        plan.Property(p => p.Title).HasMaxLength(PlanRules.LongestTitle);
        plan.Property(p => p.Document).HasMaxLength(PlanRules.LongestTitle);
    }
}

internal sealed class PlanItemMapping : IEntityTypeConfiguration<PlanItem>
{
    public void Configure(EntityTypeBuilder<PlanItem> item)
    {
        item.HasKey(i => new { i.County, i.Year, i.Number });
        item.Property(i => i.Number).HasMaxLength(PlanRules.LongestNumber);
        item.Property(i => i.Title).HasMaxLength(PlanRules.LongestTitle);
        item.HasOne<Plan>().WithMany().HasForeignKey(i => new { i.County, i.Year }).OnDelete(DeleteBehavior.Restrict);
        item.HasMany(i => i.Units).WithOne().HasForeignKey(u => new { u.County, u.Year, u.Item }).OnDelete(DeleteBehavior.Cascade);
        item.HasMany(i => i.Measures).WithOne().HasForeignKey(m => new { m.County, m.Year, m.Item }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlanItemUnitMapping : IEntityTypeConfiguration<PlanItemUnit>
{
    public void Configure(EntityTypeBuilder<PlanItemUnit> unit)
    {
        unit.HasKey(u => new { u.County, u.Year, u.Item, u.Unit });
        unit.Property(u => u.Item).HasMaxLength(PlanRules.LongestNumber);
        unit.Property(u => u.Unit).HasMaxLength(PlanRules.LongestUnit);
    }
}

internal sealed class PlanMeasureMapping : IEntityTypeConfiguration<PlanMeasure>
{
    public void Configure(EntityTypeBuilder<PlanMeasure> measure)
    {
        measure.HasKey(m => new { m.County, m.Year, m.Code });
        measure.Property(m => m.Code).HasMaxLength(PlanRules.LongestCode);
        measure.Property(m => m.Item).HasMaxLength(PlanRules.LongestNumber);
        measure.Property(m => m.Title).HasMaxLength(PlanRules.LongestTitle);
        measure.Property(m => m.Unit).HasMaxLength(PlanRules.LongestCode);
        measure.HasMany(m => m.Steps).WithOne().HasForeignKey(s => new { s.County, s.Year, s.Measure }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PlanStepMapping : IEntityTypeConfiguration<PlanStep>
{
    public void Configure(EntityTypeBuilder<PlanStep> step)
    {
        step.HasKey(s => new { s.County, s.Year, s.Measure, s.Title });
        step.Property(s => s.Item).HasMaxLength(PlanRules.LongestNumber);
        step.Property(s => s.Measure).HasMaxLength(PlanRules.LongestCode);
        step.Property(s => s.Title).HasMaxLength(PlanRules.LongestTitle);
        step.Property(s => s.Start).HasMaxLength(PlanRules.LongestCode);
    }
}
