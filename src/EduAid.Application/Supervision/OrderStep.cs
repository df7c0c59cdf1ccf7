using EduAid.Application.Storage;
using EduAid.Domain.Plans;
using EduAid.Domain.Supervision;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Supervision;

public enum OrderStepKind
{
    Issue = 1,
    Reply,
    Close,
    Reopen,
}

/// <summary>What was done with a supervision order, in order; steps are added, never changed.</summary>
public sealed class OrderStep : ICountyRow
{
    public const int LongestText = 1000;

    public required string County { get; init; }

    public required Guid Order { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required OrderStepKind Kind { get; init; }

    /// <summary>The demand, the reply, or why.</summary>
    public required string Text { get; init; }

    /// <summary>The deadline that the step sets.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The county's day on which it was done.</summary>
    public required DateOnly On { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class SupervisionOrderMapping : IEntityTypeConfiguration<SupervisionOrder>
{
    public void Configure(EntityTypeBuilder<SupervisionOrder> order)
    {
        order.HasKey(o => new { o.County, o.Id });
        order.Property(o => o.County).HasMaxLength(12);
        order.Property(o => o.Unit).HasMaxLength(PlanRules.LongestUnit);
        order.Property(o => o.Item).HasMaxLength(PlanRules.LongestNumber);
        order.Property(o => o.Demand).HasMaxLength(OrderStep.LongestText);
        order.Property(o => o.Version).IsConcurrencyToken();
        order.Ignore(o => o.Number);
        order.HasIndex(o => new { o.County, o.Year, o.Sequence }).IsUnique();
        order.HasIndex(o => new { o.County, o.Unit, o.State });
    }
}

internal sealed class OrderStepMapping : IEntityTypeConfiguration<OrderStep>
{
    public void Configure(EntityTypeBuilder<OrderStep> step)
    {
        step.HasKey(s => new { s.County, s.Order, s.Number });
        step.Property(s => s.Text).HasMaxLength(OrderStep.LongestText);
        step.HasOne<SupervisionOrder>().WithMany().HasForeignKey(s => new { s.County, s.Order }).OnDelete(DeleteBehavior.Restrict);
    }
}
