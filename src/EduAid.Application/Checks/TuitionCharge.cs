using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Checks;

/// <summary>收费记录: a school was found to charge tuition to pupils. Lists do not say so; somebody has to have looked at its receipts.</summary>
public sealed class TuitionCharge : ICountyRow
{
    public const int LongestSource = 300;

    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required Semester Semester { get; init; }

    public required SchoolId School { get; init; }

    /// <summary>Whole fen a pupil and semester, more than 0.</summary>
    public required long Fen { get; init; }

    /// <summary>Where it was seen: receipts, an objection, a visit.</summary>
    public required string Source { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? TakenBackBy { get; set; }

    public DateTimeOffset? TakenBackAt { get; set; }
}

internal sealed class TuitionChargeMapping : IEntityTypeConfiguration<TuitionCharge>
{
    public void Configure(EntityTypeBuilder<TuitionCharge> charge)
    {
        charge.HasKey(c => new { c.County, c.Id });
        charge.Property(c => c.Source).HasMaxLength(TuitionCharge.LongestSource);
        charge.HasIndex(c => new { c.County, c.Semester });
    }
}
