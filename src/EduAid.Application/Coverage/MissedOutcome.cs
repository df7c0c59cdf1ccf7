using EduAid.Application.People;
using EduAid.Application.Storage;
using EduAid.Domain.Coverage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Coverage;

/// <summary>核实结果: what was found of a registered child in a semester. Outcomes are added, never changed; the latest holds.</summary>
public sealed class MissedOutcome : ICountyRow
{
    public const int LongestText = 500;
    public const int LongestPlace = 100;

    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required Semester Semester { get; init; }

    public required PersonId Person { get; init; }

    /// <summary>Within the semester and person, from 1.</summary>
    public required int Number { get; init; }

    public required OutcomeKind Kind { get; init; }

    /// <summary>The school or the place, where the kind asks for one.</summary>
    public string? Place { get; init; }

    public required string Text { get; init; }

    /// <summary>The day on which it was found.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Where the child was registered then: whose township school sees it.</summary>
    public required string Township { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The outcomes of a semester that hold.</summary>
    public static IQueryable<MissedOutcome> Latest(EduAidDbContext db, Semester semester) => db.MissedOutcomes.Where(
        o => o.Semester == semester && !db.MissedOutcomes.Any(later => later.Semester == semester && later.Person == o.Person && later.Number > o.Number));
}

internal sealed class MissedOutcomeMapping : IEntityTypeConfiguration<MissedOutcome>
{
    public void Configure(EntityTypeBuilder<MissedOutcome> outcome)
    {
        outcome.HasKey(o => new { o.County, o.Id });
        outcome.Property(o => o.County).HasMaxLength(12);
        outcome.Property(o => o.Place).HasMaxLength(MissedOutcome.LongestPlace);
        outcome.Property(o => o.Text).HasMaxLength(MissedOutcome.LongestText);
        outcome.Property(o => o.Township).HasMaxLength(100);
        outcome.HasOne<Person>().WithMany().HasForeignKey(o => new { o.County, o.Person }).OnDelete(DeleteBehavior.Restrict);
        outcome.HasIndex(o => new { o.County, o.Semester, o.Person, o.Number }).IsUnique();
    }
}
