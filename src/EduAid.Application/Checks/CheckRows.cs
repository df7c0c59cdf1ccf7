using EduAid.Application.Storage;
using EduAid.Domain.Checks;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Checks;

/// <summary>When a check last went through a semester; there even where it found nothing.</summary>
public sealed class CheckRun : ICountyRow
{
    public required string County { get; init; }

    public required Semester Semester { get; init; }

    public required CheckCode Check { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public required int Hits { get; init; }
}

/// <summary>One thing that a check found. Replaced by the next run; a waiver outlives it.</summary>
public sealed class CheckHit : ICountyRow
{
    public required string County { get; init; }

    public required Semester Semester { get; init; }

    public required CheckCode Check { get; init; }

    /// <summary>What it is about, by an opaque key that is the same in every run: person and school, roster, school.</summary>
    public required string Subject { get; init; }

    public SchoolId? School { get; init; }

    public PersonId? Person { get; init; }

    /// <summary>Programme's code, where it is about one.</summary>
    public string? Programme { get; init; }

    /// <summary>What was found, in figures that name nobody: for the sentence of the check.</summary>
    public required string Detail { get; init; }

    /// <summary>Whole fen that are in question; 0 where no money is.</summary>
    public required long Fen { get; init; }

    public required DateTimeOffset FoundAt { get; init; }
}

/// <summary>Says that what a check found is in order, with the reason. Added, taken back by name, never overwritten.</summary>
public sealed class CheckWaiver : ICountyRow
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required Semester Semester { get; init; }

    public required CheckCode Check { get; init; }

    public required string Subject { get; init; }

    /// <summary>What had been found then: something else found later is asked about again.</summary>
    public required string Detail { get; init; }

    public required string Reason { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? UndoneBy { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }

    public string? UndoneReason { get; set; }
}

internal sealed class CheckMappings : IEntityTypeConfiguration<CheckRun>, IEntityTypeConfiguration<CheckHit>, IEntityTypeConfiguration<CheckWaiver>
{
    private const int LongestSubject = 120, LongestDetail = 200;

    public void Configure(EntityTypeBuilder<CheckRun> run) => run.HasKey(r => new { r.County, r.Semester, r.Check });

    public void Configure(EntityTypeBuilder<CheckHit> hit)
    {
        hit.HasKey(h => new { h.County, h.Semester, h.Check, h.Subject });
        hit.Property(h => h.Subject).HasMaxLength(LongestSubject);
        hit.Property(h => h.Detail).HasMaxLength(LongestDetail);
        hit.Property(h => h.Programme).HasMaxLength(60);
        hit.HasIndex(h => new { h.County, h.Person });
    }

    public void Configure(EntityTypeBuilder<CheckWaiver> waiver)
    {
        waiver.HasKey(w => new { w.County, w.Id });
        waiver.Property(w => w.Subject).HasMaxLength(LongestSubject);
        waiver.Property(w => w.Detail).HasMaxLength(LongestDetail);
        waiver.Property(w => w.Reason).HasMaxLength(500);
        waiver.Property(w => w.UndoneReason).HasMaxLength(500);
        waiver.HasIndex(w => new { w.County, w.Semester, w.Check, w.Subject });
    }
}
