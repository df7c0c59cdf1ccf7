using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Checks;

/// <summary>When a check of a semester last ran.</summary>
public sealed class CheckRun : ICountyRow
{
    public required string County { get; init; }

    public required Semester Semester { get; init; }

    /// <summary>One of <see cref="Domain.Checks.CheckCodes"/>.</summary>
    public required string Code { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    /// <summary>Hits, waived ones included.</summary>
    public required int Hits { get; init; }
}

/// <summary>Something that the last run of a check has pointed out.</summary>
public sealed class CheckHit : ICountyRow
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required Semester Semester { get; init; }

    public required string Code { get; init; }

    /// <summary>What it is about, such as <c>entry:…</c> or <c>school:…</c>.</summary>
    public required string Subject { get; init; }

    public required string Name { get; init; }

    public required string Detail { get; init; }

    public PersonId? Person { get; init; }

    public SchoolId? School { get; init; }

    public RosterId? Roster { get; init; }

    /// <summary>Whole fen in question; null where it is about no sum.</summary>
    public long? Fen { get; init; }

    /// <summary>When it was first pointed out as it stands now.</summary>
    public required DateTimeOffset FoundAt { get; init; }
}

/// <summary>排除: somebody has looked at a hit and says why it stands. It holds for what the check said then, and no longer when that changes.</summary>
public sealed class CheckWaiver : ICountyRow
{
    public const int LongestReason = 300;

    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required Semester Semester { get; init; }

    public required string Code { get; init; }

    public required string Subject { get; init; }

    public required string Detail { get; init; }

    /// <summary>Whom it is about, to be erased with them.</summary>
    public PersonId? Person { get; init; }

    public required string Reason { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? TakenBackBy { get; set; }

    public DateTimeOffset? TakenBackAt { get; set; }
}

/// <summary>Says which hits are waived.</summary>
public static class CheckHits
{
    /// <summary>Waivers of a semester that were not taken back.</summary>
    public static IQueryable<CheckWaiver> Standing(EduAidDbContext db, Semester semester) => db.CheckWaivers.Where(w => w.Semester == semester && w.TakenBackAt == null);

    /// <summary>The waiver that holds for a hit as it stands now; there is one at most.</summary>
    internal static IQueryable<CheckWaiver> WaiverOf(EduAidDbContext db, CheckHit hit) =>
        Standing(db, hit.Semester).Where(w => w.Code == hit.Code && w.Subject == hit.Subject && w.Detail == hit.Detail);

    /// <summary>Hits of a semester that nobody has waived as they stand now.</summary>
    public static IQueryable<CheckHit> Open(EduAidDbContext db, Semester semester) => db.CheckHits.Where(h => h.Semester == semester
        && !db.CheckWaivers.Any(w => w.Semester == semester && w.TakenBackAt == null && w.Code == h.Code && w.Subject == h.Subject && w.Detail == h.Detail));
}

internal sealed class CheckRunMapping : IEntityTypeConfiguration<CheckRun>
{
    public void Configure(EntityTypeBuilder<CheckRun> run)
    {
        run.HasKey(r => new { r.County, r.Semester, r.Code });
        run.Property(r => r.Code).HasMaxLength(40);
    }
}

internal sealed class CheckHitMapping : IEntityTypeConfiguration<CheckHit>
{
    public void Configure(EntityTypeBuilder<CheckHit> hit)
    {
        hit.HasKey(h => new { h.County, h.Id });
        hit.Property(h => h.Code).HasMaxLength(40);
        hit.Property(h => h.Subject).HasMaxLength(80);
        hit.HasIndex(h => new { h.County, h.Semester, h.Code, h.Subject }).IsUnique();
    }
}

internal sealed class CheckWaiverMapping : IEntityTypeConfiguration<CheckWaiver>
{
    public void Configure(EntityTypeBuilder<CheckWaiver> waiver)
    {
        waiver.HasKey(w => new { w.County, w.Id });
        waiver.Property(w => w.Code).HasMaxLength(40);
        waiver.Property(w => w.Subject).HasMaxLength(80);
        waiver.Property(w => w.Reason).HasMaxLength(CheckWaiver.LongestReason);
        waiver.HasIndex(w => new { w.County, w.Semester, w.Code, w.Subject });
    }
}
