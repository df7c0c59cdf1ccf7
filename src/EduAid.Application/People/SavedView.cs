using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.People;

/// <summary>常用筛选: the filters and columns of a list under a name, kept by one user for themselves. Nothing in it tells who a person is.</summary>
public sealed class SavedView : ICountyRow
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    /// <summary>User name.</summary>
    public required string Owner { get; init; }

    public required string Name { get; init; }

    /// <summary>Query of the address, with its question mark.</summary>
    public required string Query { get; init; }
}

internal sealed class SavedViewMapping : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> view)
    {
        view.HasKey(v => new { v.County, v.Id });
        view.Property(v => v.Owner).HasMaxLength(100);
        view.Property(v => v.Name).HasMaxLength(40);
        view.HasIndex(v => new { v.County, v.Owner, v.Name }).IsUnique();
    }
}
