using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Entry;

/// <summary>A school's semester list as it is being entered by hand: one a school and semester. Nothing of it counts before it is sent and accepted.</summary>
public sealed class ListDraft : ISchoolRow
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required Semester Semester { get; init; }

    public required SchoolId School { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public DateTimeOffset ChangedAt { get; set; }

    public string ChangedBy { get; set; } = "";

    /// <summary>Rows that hold anything.</summary>
    public int Rows { get; set; }

    /// <summary>Rows that would be refused, when it was last saved.</summary>
    public int Faulty { get; set; }

    /// <summary>The upload by which it was last sent.</summary>
    public Guid? Upload { get; set; }
}

/// <summary>One row of a draft. Its cells hold IDs and cards and lie encrypted, all of them together.</summary>
public sealed class ListDraftRow : ISchoolRow
{
    public required string County { get; init; }

    public required Guid Draft { get; init; }

    /// <summary>From 1; keeps its number while others come and go.</summary>
    public required int Line { get; init; }

    public required SchoolId School { get; init; }

    public required byte[] CellsCipher { get; set; }

    /// <summary>Goes up by one with each change; who has seen another one changes nothing.</summary>
    public required long Version { get; set; }

    public required string By { get; set; }
}

/// <summary>What a school's own heading means, as somebody of that school has said once.</summary>
public sealed class RememberedHeading : ISchoolRow
{
    public required string County { get; init; }

    public required SchoolId School { get; init; }

    /// <summary>Folded (<see cref="Spreadsheets.Intake.Headings.Fold"/>).</summary>
    public required string Heading { get; init; }

    /// <summary>Name of the <see cref="Spreadsheets.Intake.Field"/>; empty for a column that is not wanted.</summary>
    public required string Field { get; set; }
}

internal sealed class ListDraftMapping : IEntityTypeConfiguration<ListDraft>
{
    public void Configure(EntityTypeBuilder<ListDraft> draft)
    {
        draft.HasKey(d => new { d.County, d.Id });
        draft.HasOne<School>().WithMany().HasForeignKey(d => new { d.County, d.School }).OnDelete(DeleteBehavior.Restrict);
        draft.HasIndex(d => new { d.County, d.Semester, d.School }).IsUnique();
    }
}

internal sealed class ListDraftRowMapping : IEntityTypeConfiguration<ListDraftRow>
{
    public void Configure(EntityTypeBuilder<ListDraftRow> row)
    {
        row.HasKey(r => new { r.County, r.Draft, r.Line });
        row.HasOne<ListDraft>().WithMany().HasForeignKey(r => new { r.County, r.Draft }).OnDelete(DeleteBehavior.Cascade);
        row.Property(r => r.CellsCipher).HasMaxLength(int.MaxValue);
        row.Property(r => r.Version).IsConcurrencyToken();
    }
}

internal sealed class RememberedHeadingMapping : IEntityTypeConfiguration<RememberedHeading>
{
    public void Configure(EntityTypeBuilder<RememberedHeading> heading)
    {
        heading.HasKey(h => new { h.County, h.School, h.Heading });
        heading.Property(h => h.Heading).HasMaxLength(100);
        heading.Property(h => h.Field).HasMaxLength(40);
    }
}
