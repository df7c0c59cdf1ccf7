using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.People.Bulk;

/// <summary>A workbook of changes that somebody has sent and looks at. Nothing of it holds until it is applied; the files go after a day.</summary>
public sealed class ChangeFile : ICountyRow
{
    public required string County { get; init; }

    /// <summary>Key of the stored file too.</summary>
    public required Guid Id { get; init; }

    public required string FileName { get; init; }

    public required Semester Semester { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? AppliedAt { get; set; }

    /// <summary>Rows that were applied.</summary>
    public int Applied { get; set; }

    /// <summary>Key of the stored result; null before it is applied.</summary>
    public Guid? Result { get; set; }
}

internal sealed class ChangeFileMapping : IEntityTypeConfiguration<ChangeFile>
{
    public void Configure(EntityTypeBuilder<ChangeFile> file)
    {
        file.HasKey(f => new { f.County, f.Id });
        file.Property(f => f.FileName).HasMaxLength(200);
        file.Property(f => f.By).HasMaxLength(100);
    }
}
