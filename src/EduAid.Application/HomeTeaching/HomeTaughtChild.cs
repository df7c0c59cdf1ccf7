using EduAid.Application.People;
using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Domain.Duties;
using EduAid.Domain.HomeTeaching;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.HomeTeaching;

/// <summary>送教上门登记: a child's stay with one school's home teaching. Another school, or coming back, is another stay.</summary>
public sealed class HomeTaughtChild : ISchoolRow
{
    public const int LongestText = 1000;

    public required string County { get; init; }

    public required Guid Id { get; init; }

    /// <summary>登记号 within the county, from 1: names the child where an ID may not stand.</summary>
    public required int Number { get; init; }

    /// <summary>The school that answers for the visits.</summary>
    public required SchoolId School { get; init; }

    public required PersonId Person { get; init; }

    public required string Name { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day; null while it goes on.</summary>
    public DateOnly? Until { get; set; }

    public string? EndReason { get; set; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public List<HomeTeachingFact> Facts { get; } = [];

    public List<HomeTeachingTeacher> Teachers { get; } = [];

    public DutySpan Span => new(From, Until);
}

/// <summary>What holds of a child from a day on: why it is taught at home, and the plan (送教计划). Facts are added; the latest of a day holds.</summary>
public sealed class HomeTeachingFact : ISchoolRow
{
    public required string County { get; init; }

    public required Guid Child { get; init; }

    /// <summary>Within the child, from 1.</summary>
    public required int Number { get; init; }

    public required SchoolId School { get; init; }

    public required DateOnly From { get; init; }

    public required DisabilityKind Kind { get; init; }

    public required DisabilityLevel Level { get; init; }

    /// <summary>What is taught, how and towards what.</summary>
    public required string Plan { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The one of a child's facts that holds on a day; null before the first.</summary>
    public static HomeTeachingFact? On(IEnumerable<HomeTeachingFact> facts, DateOnly day) =>
        facts.Where(f => f.From <= day).OrderBy(f => f.From).ThenBy(f => f.Number).LastOrDefault();
}

/// <summary>送教教师: who visits a child, from a day until another.</summary>
public sealed class HomeTeachingTeacher : ISchoolRow
{
    public required string County { get; init; }

    public required Guid Child { get; init; }

    public required Guid Id { get; init; }

    public required SchoolId School { get; init; }

    /// <summary>Key of the teacher's account.</summary>
    public required Guid Teacher { get; init; }

    /// <summary>As the account was called then.</summary>
    public required string Name { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day; null while it goes on.</summary>
    public DateOnly? Until { get; set; }

    public required string By { get; init; }

    public DutySpan Span => new(From, Until);
}

internal sealed class HomeTaughtChildMapping : IEntityTypeConfiguration<HomeTaughtChild>
{
    public void Configure(EntityTypeBuilder<HomeTaughtChild> child)
    {
        child.HasKey(c => new { c.County, c.Id });
        child.Ignore(c => c.Span);
        child.Property(c => c.Name).HasMaxLength(100);
        child.Property(c => c.EndReason).HasMaxLength(HomeTaughtChild.LongestText);
        child.HasOne<School>().WithMany().HasForeignKey(c => new { c.County, c.School }).OnDelete(DeleteBehavior.Restrict);
        child.HasOne<Person>().WithMany().HasForeignKey(c => new { c.County, c.Person }).OnDelete(DeleteBehavior.Restrict);
        child.HasMany(c => c.Facts).WithOne().HasForeignKey(f => new { f.County, f.Child }).OnDelete(DeleteBehavior.Restrict);
        child.HasMany(c => c.Teachers).WithOne().HasForeignKey(t => new { t.County, t.Child }).OnDelete(DeleteBehavior.Restrict);
        child.HasIndex(c => new { c.County, c.Number }).IsUnique();
        child.HasIndex(c => new { c.County, c.School, c.Until });
    }
}

internal sealed class HomeTeachingFactMapping : IEntityTypeConfiguration<HomeTeachingFact>
{
    public void Configure(EntityTypeBuilder<HomeTeachingFact> fact)
    {
        fact.HasKey(f => new { f.County, f.Child, f.Number });
        fact.Property(f => f.Plan).HasMaxLength(HomeTaughtChild.LongestText);
    }
}

internal sealed class HomeTeachingTeacherMapping : IEntityTypeConfiguration<HomeTeachingTeacher>
{
    public void Configure(EntityTypeBuilder<HomeTeachingTeacher> teacher)
    {
        teacher.HasKey(t => new { t.County, t.Child, t.Id });
        teacher.Ignore(t => t.Span);
        teacher.Property(t => t.Name).HasMaxLength(100);
        teacher.HasIndex(t => new { t.County, t.Teacher });
    }
}
