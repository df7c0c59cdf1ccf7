using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Pairing;

/// <summary>走访记录: one visit by whoever had the household on its day. Visits are added and never changed: a correction is a later one that names the earlier.</summary>
public sealed class PairVisit : ISchoolRow
{
    public const int LongestText = 1000;

    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required Guid Household { get; init; }

    /// <summary>Within the household, from 1.</summary>
    public required int Number { get; init; }

    public required SchoolId School { get; init; }

    /// <summary>Key of the pair.</summary>
    public required Guid Holder { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>What was done (走访情况).</summary>
    public required string Content { get; init; }

    /// <summary>What the household needs (帮扶需求); null where nothing was said.</summary>
    public string? Needs { get; init; }

    /// <summary>The visit that this one puts right; it no longer counts.</summary>
    public Guid? Corrects { get; init; }

    /// <summary>A correction that says that there was no visit.</summary>
    public bool Withdrawn { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Those that no later one has put right, and that were not withdrawn.</summary>
    public static IQueryable<PairVisit> Counting(IQueryable<PairVisit> visits) => visits.Where(v => !v.Withdrawn && !visits.Any(later => later.Corrects == v.Id));

    /// <summary>
    /// Keys of the visits that were put right, whoever sees by what: a correction to a day of somebody else's takes a visit from a teacher who does not see it.
    /// </summary>
    /// <param name="household">One only, or null for all of the county.</param>
    public static async Task<HashSet<Guid>> CorrectedAsync(EduAidDbContext db, Guid? household, CancellationToken stop) =>
        [.. await db.PairVisits.IgnoreQueryFilters([EduAidDbContext.PairFilter]).Where(v => v.Corrects != null && (household == null || v.Household == household)).Select(v => v.Corrects!.Value).ToListAsync(stop)];
}

internal sealed class PairVisitMapping : IEntityTypeConfiguration<PairVisit>
{
    public void Configure(EntityTypeBuilder<PairVisit> visit)
    {
        visit.HasKey(v => new { v.County, v.Id });
        visit.Property(v => v.Content).HasMaxLength(PairVisit.LongestText);
        visit.Property(v => v.Needs).HasMaxLength(PairVisit.LongestText);
        visit.HasOne<PairedHousehold>().WithMany().HasForeignKey(v => new { v.County, v.Household }).OnDelete(DeleteBehavior.Restrict);
        visit.HasOne<PairHolder>().WithMany().HasForeignKey(v => new { v.County, v.Household, v.Holder }).OnDelete(DeleteBehavior.Restrict);
        visit.HasIndex(v => new { v.County, v.Household, v.Number }).IsUnique();
        visit.HasIndex(v => new { v.County, v.Household, v.On });
        // A visit is put right once; the correction may itself be put right again.
        visit.HasIndex(v => new { v.County, v.Corrects }).IsUnique();
    }
}
