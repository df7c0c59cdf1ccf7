using EduAid.Application.People;
using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Domain.Duties;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Pairing;

/// <summary>结对帮扶户: a registered household that a school's staff visits, from a day until another. On each of these days exactly one of them has it.</summary>
public sealed class PairedHousehold : ISchoolRow
{
    public const int LongestText = 1000;

    /// <summary>The year in which households were first registered (国开办发〔2014〕24号): none was paired before.</summary>
    public static readonly DateOnly Earliest = new(2014, 1, 1);

    public required string County { get; init; }

    public required Guid Id { get; init; }

    /// <summary>登记号 within the county, from 1: names the household on lists and in workbooks of visits.</summary>
    public required int Number { get; init; }

    /// <summary>The school whose staff visits.</summary>
    public required SchoolId School { get; init; }

    /// <summary>户编号 of the registered list.</summary>
    public required string Household { get; init; }

    /// <summary>The head or, where the list does not have the head among the members, the first of them.</summary>
    public required PersonId Person { get; init; }

    /// <summary>Name of the head (户主).</summary>
    public required string Head { get; init; }

    /// <summary>Where the household lived when it was paired.</summary>
    public required string Township { get; init; }

    public required string Village { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day; null while it goes on.</summary>
    public DateOnly? Until { get; set; }

    public string? EndReason { get; set; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public List<PairHolder> Holders { get; } = [];

    public DutySpan Span => new(From, Until);

    /// <summary>Who has the household on a day, among those whom the scope reaches.</summary>
    public PairHolder? HolderOn(DateOnly day) => Holders.Find(h => h.Span.Covers(day));
}

/// <summary>结对教职工: one pair, of somebody of the staff and a household, from a day until another.</summary>
public sealed class PairHolder : ISchoolRow
{
    public const int LongestName = 100;

    public required string County { get; init; }

    public required Guid Household { get; init; }

    public required Guid Id { get; init; }

    public required SchoolId School { get; init; }

    public required string Staff { get; init; }

    /// <summary>Key of the account, where there is one: most of the staff have none, and the school records for them.</summary>
    public Guid? Account { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day; null while it goes on.</summary>
    public DateOnly? Until { get; set; }

    public required string By { get; init; }

    public DutySpan Span => new(From, Until);
}

internal sealed class PairedHouseholdMapping : IEntityTypeConfiguration<PairedHousehold>
{
    public void Configure(EntityTypeBuilder<PairedHousehold> household)
    {
        household.HasKey(h => new { h.County, h.Id });
        household.Ignore(h => h.Span);
        household.Property(h => h.Household).HasMaxLength(60);
        household.Property(h => h.Head).HasMaxLength(100);
        household.Property(h => h.Township).HasMaxLength(100);
        household.Property(h => h.Village).HasMaxLength(100);
        household.Property(h => h.EndReason).HasMaxLength(PairedHousehold.LongestText);
        household.HasOne<School>().WithMany().HasForeignKey(h => new { h.County, h.School }).OnDelete(DeleteBehavior.Restrict);
        household.HasOne<Person>().WithMany().HasForeignKey(h => new { h.County, h.Person }).OnDelete(DeleteBehavior.Restrict);
        household.HasMany(h => h.Holders).WithOne().HasForeignKey(h => new { h.County, h.Household }).OnDelete(DeleteBehavior.Restrict);
        household.HasIndex(h => new { h.County, h.Number }).IsUnique();
        household.HasIndex(h => new { h.County, h.School, h.Until });
        household.HasIndex(h => new { h.County, h.Household });
    }
}

internal sealed class PairHolderMapping : IEntityTypeConfiguration<PairHolder>
{
    public void Configure(EntityTypeBuilder<PairHolder> holder)
    {
        holder.HasKey(h => new { h.County, h.Household, h.Id });
        holder.Ignore(h => h.Span);
        holder.Property(h => h.Staff).HasMaxLength(PairHolder.LongestName);
        holder.HasIndex(h => new { h.County, h.Account });
        // One pair begins on a day; the next one on a later.
        holder.HasIndex(h => new { h.County, h.Household, h.From }).IsUnique();
    }
}
