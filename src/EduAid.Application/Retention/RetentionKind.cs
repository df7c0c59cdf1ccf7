using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Retention;

/// <summary>Kinds of data with a period of their own. Sums, amounts and the trail's chain are kept for good.</summary>
public enum RetentionKind
{
    /// <summary>Files that were sent to be checked and neither accepted nor discarded, from the day they were sent.</summary>
    StagedUploads = 1,

    /// <summary>The original files of accepted lists and registers, from the day of the import.</summary>
    RawFiles,

    /// <summary>Phone, address, guardian and note of a list's row, and rows kept though they were refused for their ID, from the end of its semester.</summary>
    ContactDetails,

    /// <summary>
    /// Name, citizen ID and card of people who occur nowhere any more, from the end of the last semester in which they did; names of cases that no
    /// person carries, from their last step.
    /// </summary>
    Identity,

    /// <summary>What an event of the trail says beyond who, when and what.</summary>
    AuditDetails,
}

/// <summary>How long one kind is kept, where the county has set it.</summary>
public sealed class RetentionPeriod : ICountyRow
{
    public required string County { get; init; }

    public required RetentionKind Kind { get; init; }

    public required int Months { get; set; }
}

/// <summary>What holds where nothing was set, and what may be set.</summary>
public static class RetentionPeriods
{
    public const int Longest = 1200;

    public static IReadOnlyList<RetentionKind> Kinds { get; } = Enum.GetValues<RetentionKind>();

    /// <summary>Months.</summary>
    public static int Default(RetentionKind kind) => kind switch
    {
        RetentionKind.StagedUploads => 1,
        RetentionKind.RawFiles => 36,
        RetentionKind.ContactDetails => 36,
        // Accounting vouchers and what belongs to them are kept 30 years (会计档案管理办法, 2015).
        RetentionKind.Identity => 360,
        _ => 36,
    };

    /// <summary>The shortest that may be set, in months. Network logs are kept at least six (网络安全法 第二十一条); a list's file as long as its semester is worked on.</summary>
    public static int Shortest(RetentionKind kind) => kind switch
    {
        RetentionKind.StagedUploads => 1,
        RetentionKind.Identity => 60,
        RetentionKind.ContactDetails => 12,
        _ => 6,
    };

    public static async Task<IReadOnlyDictionary<RetentionKind, int>> LoadAsync(EduAidDbContext db, CancellationToken stop)
    {
        var set = await db.Set<RetentionPeriod>().ToDictionaryAsync(p => p.Kind, p => p.Months, stop);
        return Kinds.ToDictionary(k => k, k => set.TryGetValue(k, out var months) ? months : Default(k));
    }
}

internal sealed class RetentionMapping : IEntityTypeConfiguration<RetentionPeriod>
{
    public void Configure(EntityTypeBuilder<RetentionPeriod> builder) => builder.HasKey(p => new { p.County, p.Kind });
}
