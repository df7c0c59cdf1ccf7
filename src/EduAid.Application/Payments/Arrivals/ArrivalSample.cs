using EduAid.Application.Storage;
using EduAid.Domain.Payments.Sampling;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Payments.Arrivals;

/// <summary>How the family was asked.</summary>
public enum ArrivalWay
{
    Visit = 1,
    Telephone,
}

/// <summary>What the family says of the money.</summary>
public enum ArrivalOutcome
{
    /// <summary>It came, whole, on a card that the family holds.</summary>
    Arrived = 1,
    NotArrived,
    OtherAmount,

    /// <summary>The card is in other hands than the pupil's or a guardian's.</summary>
    OtherHands,

    /// <summary>Nobody could be reached; counts neither way.</summary>
    NotReached,
}

/// <summary>到账抽查: a drawn sample of the paid entries of a programme and semester. It is never drawn anew: another draw is another sample.</summary>
public sealed class ArrivalSample : ICountyRow
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    /// <summary>From 1, in the order of drawing.</summary>
    public required int Number { get; init; }

    public required Semester Semester { get; init; }

    public required string Programme { get; init; }

    /// <summary>As announced before the draw, such as a lottery's numbers; with the stored list of candidates it gives the same sample again.</summary>
    public required string Seed { get; init; }

    public required Confidence Confidence { get; init; }

    /// <summary>Half the width of the interval, in percent, from 1 to 20.</summary>
    public required int Margin { get; init; }

    /// <summary>Paid entries at the time of the draw.</summary>
    public required int Population { get; init; }

    /// <summary>Of them drawn.</summary>
    public required int Size { get; init; }

    /// <summary>Key of the stored list of candidates: a line an entry with its key, its school's key and its ticket.</summary>
    public required Guid Candidates { get; init; }

    /// <summary>SHA-256 of that list, in lower-case hex.</summary>
    public required string CandidatesSha256 { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>How many candidates one school had at the draw, for the weights of the estimate.</summary>
public sealed class ArrivalSchool : ICountyRow
{
    public required string County { get; init; }

    public required Guid Sample { get; init; }

    public required SchoolId School { get; init; }

    public required int Population { get; init; }
}

/// <summary>One drawn entry, and what was found.</summary>
public sealed class ArrivalCheck : ISchoolRow
{
    public required string County { get; init; }

    public required Guid Sample { get; init; }

    /// <summary>From 1, as on the printed list.</summary>
    public required int Number { get; init; }

    public required Guid Entry { get; init; }

    public required SchoolId School { get; init; }

    /// <summary>Null while nobody has asked.</summary>
    public ArrivalOutcome? Outcome { get; private set; }

    public ArrivalWay? Way { get; private set; }

    /// <summary>The day on which the family was asked.</summary>
    public DateOnly? On { get; private set; }

    public string? Remark { get; private set; }

    public string? By { get; private set; }

    public DateTimeOffset? At { get; private set; }

    /// <summary>Goes up with each record, so that nobody writes over what they have not seen.</summary>
    public long Version { get; private set; }

    public void Record(ArrivalOutcome outcome, ArrivalWay way, DateOnly on, string? remark, string by, DateTimeOffset at)
    {
        (Outcome, Way, On, Remark, By, At) = (outcome, way, on, remark, by, at);
        Version++;
    }
}

internal sealed class ArrivalSampleMapping : IEntityTypeConfiguration<ArrivalSample>
{
    public void Configure(EntityTypeBuilder<ArrivalSample> sample)
    {
        sample.HasKey(s => new { s.County, s.Id });
        sample.Property(s => s.Programme).HasMaxLength(60);
        sample.Property(s => s.Seed).HasMaxLength(DrawSample.LongestSeed);
        sample.Property(s => s.CandidatesSha256).HasMaxLength(64);
        sample.HasIndex(s => new { s.County, s.Number }).IsUnique();
        sample.HasIndex(s => new { s.County, s.Semester, s.Programme, s.Seed }).IsUnique();
    }
}

internal sealed class ArrivalSchoolMapping : IEntityTypeConfiguration<ArrivalSchool>
{
    public void Configure(EntityTypeBuilder<ArrivalSchool> school)
    {
        school.HasKey(s => new { s.County, s.Sample, s.School });
        school.HasOne<ArrivalSample>().WithMany().HasForeignKey(s => new { s.County, s.Sample }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ArrivalCheckMapping : IEntityTypeConfiguration<ArrivalCheck>
{
    public void Configure(EntityTypeBuilder<ArrivalCheck> check)
    {
        check.HasKey(c => new { c.County, c.Sample, c.Number });
        check.Property(c => c.Remark).HasMaxLength(RecordArrival.LongestRemark);
        check.Property(c => c.Version).IsConcurrencyToken();
        check.HasOne<ArrivalSample>().WithMany().HasForeignKey(c => new { c.County, c.Sample }).OnDelete(DeleteBehavior.Restrict);
        check.HasIndex(c => new { c.County, c.Entry });
    }
}
