using EduAid.Application.Storage;
using EduAid.Domain.Enrolments;
using EduAid.Domain.Policies;
using EduAid.Domain.Programmes;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Policies;

/// <summary>Somebody has compared a value with the rules in force.</summary>
public sealed class PolicyCheck : ICountyRow
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required string Parameter { get; init; }

    /// <summary>Which value was in force that day.</summary>
    public required Semester From { get; init; }

    public required int Revision { get; init; }

    public required DateOnly On { get; init; }

    public required string By { get; init; }

    /// <summary>What it was compared with.</summary>
    public required string Source { get; init; }
}

/// <summary>A worked case (算例) of a policy. It is never changed; it ends when another takes its place.</summary>
public sealed class PolicyCase : ICountyRow
{
    public const int LongestKey = 80;

    public required string County { get; init; }

    public required string Key { get; init; }

    public required string Programme { get; init; }

    public required Semester From { get; init; }

    /// <summary>The first semester in which it holds no longer.</summary>
    public Semester? Until { get; set; }

    /// <summary>Null for a graduate who enters university.</summary>
    public Stage? Stage { get; init; }

    public required int Grade { get; init; }

    public bool? Boarding { get; init; }

    public required Sponsor Sponsor { get; init; }

    public required Tier Tier { get; init; }

    public string? Category { get; init; }

    /// <summary>Of a vocational specialty, a semester.</summary>
    public long? FeeFen { get; init; }

    public bool? FullTime { get; init; }

    public HouseholdType? Household { get; init; }

    public required bool OutsideProvince { get; init; }

    /// <summary>Of one semester.</summary>
    public required long Fen { get; init; }

    /// <summary>Null for one that ships with the product.</summary>
    public string? By { get; init; }

    public WorkedCase ToCase() => new(
        Key, Domain.Programmes.Programme.Find(Programme)!, From, Until,
        new(Stage, Grade, Boarding, Sponsor, Tier, Category, FeeFen is { } fee ? new SpecialtyFee("—", Money.FromFen(fee), "") : null, FullTime, Household, OutsideProvince),
        Money.FromFen(Fen));

    internal static PolicyCase Of(WorkedCase worked, string county, string? by) => new()
    {
        County = county,
        Key = worked.Key,
        Programme = worked.Programme.Code,
        From = worked.From,
        Until = worked.Until,
        Stage = worked.Facts.Stage,
        Grade = worked.Facts.Grade,
        Boarding = worked.Facts.Boarding,
        Sponsor = worked.Facts.Sponsor,
        Tier = worked.Facts.Tier,
        Category = worked.Facts.Category,
        FeeFen = worked.Facts.Specialty?.Fee?.Fen,
        FullTime = worked.Facts.FullTime,
        Household = worked.Facts.Household,
        OutsideProvince = worked.Facts.OutsideProvince,
        Fen = worked.Expected.Fen,
        By = by,
    };
}

/// <summary>What a proposal says of a case that its value makes fail: the amount from then on.</summary>
public sealed class ProposedCase : ICountyRow
{
    public required string County { get; init; }

    public required Guid Proposal { get; init; }

    public required string Case { get; init; }

    public required long Fen { get; set; }

    public required string By { get; init; }
}

/// <summary>What a published proposal meant on the day it was published, by semester and programme; frozen.</summary>
public sealed class PublishedEffect : ICountyRow
{
    public required string County { get; init; }

    public required Guid Proposal { get; init; }

    public required Semester Semester { get; init; }

    public required string Programme { get; init; }

    /// <summary>Entitled before and after.</summary>
    public required int Before { get; init; }

    public required int After { get; init; }

    public required long FenBefore { get; init; }

    public required long FenAfter { get; init; }

    public required int Entitled { get; init; }

    public required int NoLonger { get; init; }

    public required int More { get; init; }

    public required int Less { get; init; }
}

internal sealed class PolicyCheckMapping : IEntityTypeConfiguration<PolicyCheck>
{
    public void Configure(EntityTypeBuilder<PolicyCheck> check)
    {
        check.HasKey(c => new { c.County, c.Id });
        check.Property(c => c.County).HasMaxLength(12);
        check.Property(c => c.Parameter).HasMaxLength(100);
        check.HasIndex(c => new { c.County, c.Parameter, c.On });
    }
}

internal sealed class PolicyProposalMapping : IEntityTypeConfiguration<PolicyProposal>
{
    public void Configure(EntityTypeBuilder<PolicyProposal> proposal)
    {
        proposal.HasKey(p => new { p.County, p.Id });
        proposal.Property(p => p.County).HasMaxLength(12);
        proposal.Property(p => p.Parameter).HasMaxLength(100);
        proposal.Property(p => p.Version).IsConcurrencyToken();
        proposal.HasIndex(p => new { p.County, p.State });
    }
}

internal sealed class PolicyCaseMapping : IEntityTypeConfiguration<PolicyCase>
{
    public void Configure(EntityTypeBuilder<PolicyCase> worked)
    {
        worked.HasKey(c => new { c.County, c.Key });
        worked.Property(c => c.County).HasMaxLength(12);
        worked.Property(c => c.Key).HasMaxLength(PolicyCase.LongestKey);
        worked.Property(c => c.Programme).HasMaxLength(60);
    }
}

internal sealed class ProposedCaseMapping : IEntityTypeConfiguration<ProposedCase>
{
    public void Configure(EntityTypeBuilder<ProposedCase> proposed)
    {
        proposed.HasKey(c => new { c.County, c.Proposal, c.Case });
        proposed.Property(c => c.Case).HasMaxLength(PolicyCase.LongestKey);
        proposed.HasOne<PolicyProposal>().WithMany().HasForeignKey(c => new { c.County, c.Proposal }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PublishedEffectMapping : IEntityTypeConfiguration<PublishedEffect>
{
    public void Configure(EntityTypeBuilder<PublishedEffect> effect)
    {
        effect.HasKey(e => new { e.County, e.Proposal, e.Semester, e.Programme });
        effect.Property(e => e.Programme).HasMaxLength(60);
        effect.HasOne<PolicyProposal>().WithMany().HasForeignKey(e => new { e.County, e.Proposal }).OnDelete(DeleteBehavior.Restrict);
    }
}
