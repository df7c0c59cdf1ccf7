using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Domain.Canteens;
using EduAid.Domain.Duties;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Canteens;

/// <summary>A dated fact of a school's canteen as it was entered (<see cref="CanteenFact"/>); rows are added, never changed.</summary>
public sealed class CanteenFactRow : ISchoolRow
{
    public const int LongestNote = 200;

    public required string County { get; init; }

    public required SchoolId School { get; init; }

    /// <summary>Within the school, from 1.</summary>
    public required int Number { get; init; }

    public required CanteenFactKind Kind { get; init; }

    public required DateOnly From { get; init; }

    public required string Value { get; init; }

    public int? Withdraws { get; init; }

    /// <summary>The document that says so, or why it is taken back; may be empty.</summary>
    public required string Note { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public CanteenFact Fact => new(Number, Kind, From, Value, Withdraws);
}

/// <summary>营养膳食资金月报 of a school and month, in the version in which it was stated. A correction is a further version; the old ones stay.</summary>
public sealed class CanteenStatement : ISchoolRow
{
    public const int LongestReason = 200;

    public required string County { get; init; }

    public required SchoolId School { get; init; }

    /// <summary>The first day of the month.</summary>
    public required DateOnly Begins { get; init; }

    /// <summary>From 1; the highest counts.</summary>
    public required int Version { get; init; }

    public required Money Opening { get; init; }

    public required Money Received { get; init; }

    public required Money Food { get; init; }

    public required Money Other { get; init; }

    public required int Meals { get; init; }

    public required int Pupils { get; init; }

    public required int Days { get; init; }

    /// <summary>Why it was corrected; empty for the first version.</summary>
    public required string Reason { get; init; }

    /// <summary>The business day on which it was stated.</summary>
    public required DateOnly On { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public MonthStatement Figures => new(Month.Of(Begins), Opening, Received, Food, Other, Meals, Pupils, Days);
}

internal sealed class CanteenFactMapping : IEntityTypeConfiguration<CanteenFactRow>
{
    public void Configure(EntityTypeBuilder<CanteenFactRow> fact)
    {
        fact.ToTable("CanteenFacts");
        fact.HasKey(f => new { f.County, f.School, f.Number });
        fact.Ignore(f => f.Fact);
        fact.Property(f => f.Value).HasMaxLength(CanteenFact.LongestValue);
        fact.Property(f => f.Note).HasMaxLength(CanteenFactRow.LongestNote);
        fact.HasOne<School>().WithMany().HasForeignKey(f => new { f.County, f.School }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CanteenStatementMapping : IEntityTypeConfiguration<CanteenStatement>
{
    public void Configure(EntityTypeBuilder<CanteenStatement> statement)
    {
        statement.HasKey(s => new { s.County, s.School, s.Begins, s.Version });
        statement.Ignore(s => s.Figures);
        statement.Property(s => s.Reason).HasMaxLength(CanteenStatement.LongestReason);
        statement.HasOne<School>().WithMany().HasForeignKey(s => new { s.County, s.School }).OnDelete(DeleteBehavior.Restrict);
    }
}
