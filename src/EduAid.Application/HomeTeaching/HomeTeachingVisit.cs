using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.HomeTeaching;

/// <summary>送教记录: one visit. Visits are added and never changed: a correction is a later one that names the earlier.</summary>
public sealed class HomeTeachingVisit : ISchoolRow
{
    public const int LongestContent = 1000;
    public const int LongestSignature = 100;

    /// <summary>Minutes: shorter is no lesson, longer no visit.</summary>
    public const int Shortest = 10, Longest = 480;

    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required Guid Child { get; init; }

    /// <summary>Within the child, from 1.</summary>
    public required int Number { get; init; }

    public required SchoolId School { get; init; }

    /// <summary>Key of the account of who went.</summary>
    public required Guid Teacher { get; init; }

    public required DateOnly On { get; init; }

    public required int Minutes { get; init; }

    public required string Content { get; init; }

    /// <summary>The guardian who signed for the visit; null where nobody did.</summary>
    public string? SignedBy { get; init; }

    /// <summary>The visit that this one puts right; it no longer counts.</summary>
    public Guid? Corrects { get; init; }

    /// <summary>A correction that says that there was no visit.</summary>
    public bool Withdrawn { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Those that no later one has put right, and that were not withdrawn.</summary>
    public static IQueryable<HomeTeachingVisit> Counting(IQueryable<HomeTeachingVisit> visits) =>
        visits.Where(v => !v.Withdrawn && !visits.Any(later => later.Corrects == v.Id));
}

internal sealed class HomeTeachingVisitMapping : IEntityTypeConfiguration<HomeTeachingVisit>
{
    public void Configure(EntityTypeBuilder<HomeTeachingVisit> visit)
    {
        visit.HasKey(v => new { v.County, v.Id });
        visit.Property(v => v.Content).HasMaxLength(HomeTeachingVisit.LongestContent);
        visit.Property(v => v.SignedBy).HasMaxLength(HomeTeachingVisit.LongestSignature);
        visit.HasOne<HomeTaughtChild>().WithMany().HasForeignKey(v => new { v.County, v.Child }).OnDelete(DeleteBehavior.Restrict);
        visit.HasIndex(v => new { v.County, v.Child, v.Number }).IsUnique();
        visit.HasIndex(v => new { v.County, v.Teacher });
        // A visit is put right once; the correction may itself be put right again.
        visit.HasIndex(v => new { v.County, v.Corrects }).IsUnique();
    }
}
