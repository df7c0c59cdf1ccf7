using EduAid.Application.Storage;
using EduAid.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Supervision;

/// <summary>通报: how the plan stood on a day, by unit and by item. Once published its rows stay as they are, whatever is reported later.</summary>
public sealed class Bulletin : ICountyRow
{
    public const int LongestTitle = 100;
    public const int LongestText = 2000;

    public required string County { get; init; }

    public required Guid Id { get; init; }

    /// <summary>The year in which it was published, and its number in that year from 1.</summary>
    public required int Year { get; init; }

    public required int Sequence { get; init; }

    /// <summary>Of the plan that it speaks of.</summary>
    public required int PlanYear { get; init; }

    /// <summary>The day as of which it was drawn up.</summary>
    public required DateOnly On { get; init; }

    public required string Title { get; init; }

    /// <summary>What whoever publishes it says beforehand; may be empty.</summary>
    public required string Opening { get; init; }

    /// <summary>The pace by which states were judged: points and days, as the settings were.</summary>
    public required int Points { get; init; }

    public required int SoonDays { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public string Number => FormattableString.Invariant($"通报〔{Year}〕{Sequence}号");

    public List<BulletinUnit> Units { get; } = [];

    public List<BulletinItem> Items { get; } = [];
}

/// <summary>A unit's place in the ranking.</summary>
public sealed class BulletinUnit : ICountyRow
{
    public required string County { get; init; }

    public required Guid Bulletin { get; init; }

    public required int Position { get; init; }

    public required int Rank { get; init; }

    public required string Unit { get; init; }

    public required int Items { get; init; }

    public required int Done { get; init; }

    public required int OnTrack { get; init; }

    public required int Behind { get; init; }

    public required int Late { get; init; }

    public required int OverdueOrders { get; init; }
}

/// <summary>An item as it stood.</summary>
public sealed class BulletinItem : ICountyRow
{
    public required string County { get; init; }

    public required Guid Bulletin { get; init; }

    public required int Position { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    public required string Units { get; init; }

    public DateOnly? Due { get; init; }

    public required PlanState State { get; init; }

    /// <summary>Its figures in words, as they stood.</summary>
    public required string Figures { get; init; }
}

internal sealed class BulletinMapping : IEntityTypeConfiguration<Bulletin>
{
    public void Configure(EntityTypeBuilder<Bulletin> bulletin)
    {
        bulletin.HasKey(b => new { b.County, b.Id });
        bulletin.Property(b => b.Title).HasMaxLength(Bulletin.LongestTitle);
        bulletin.Property(b => b.Opening).HasMaxLength(Bulletin.LongestText);
        bulletin.Ignore(b => b.Number);
        bulletin.HasIndex(b => new { b.County, b.Year, b.Sequence }).IsUnique();
        bulletin.HasMany(b => b.Units).WithOne().HasForeignKey(u => new { u.County, u.Bulletin }).OnDelete(DeleteBehavior.Restrict);
        bulletin.HasMany(b => b.Items).WithOne().HasForeignKey(i => new { i.County, i.Bulletin }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BulletinUnitMapping : IEntityTypeConfiguration<BulletinUnit>
{
    public void Configure(EntityTypeBuilder<BulletinUnit> unit)
    {
        unit.HasKey(u => new { u.County, u.Bulletin, u.Position });
        unit.Property(u => u.Unit).HasMaxLength(PlanRules.LongestUnit);
    }
}

internal sealed class BulletinItemMapping : IEntityTypeConfiguration<BulletinItem>
{
    public void Configure(EntityTypeBuilder<BulletinItem> item)
    {
        item.HasKey(i => new { i.County, i.Bulletin, i.Position });
        item.Property(i => i.Number).HasMaxLength(PlanRules.LongestNumber);
        item.Property(i => i.Title).HasMaxLength(PlanRules.LongestTitle);
        item.Property(i => i.Units).HasMaxLength(2000);
        item.Property(i => i.Figures).HasMaxLength(int.MaxValue);
    }
}
