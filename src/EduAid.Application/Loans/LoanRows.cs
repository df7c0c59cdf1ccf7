using EduAid.Application.Accounts;
using EduAid.Application.People;
using EduAid.Application.Storage;
using EduAid.Domain.Loans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Loans;

/// <summary>A step of a loan; steps are added, never changed.</summary>
public sealed class LoanStep : ICountyRow
{
    public const int LongestText = 500;

    public required string County { get; init; }

    public required Guid Loan { get; init; }

    /// <summary>From 1, the application.</summary>
    public required int Number { get; init; }

    public required LoanState To { get; init; }

    public required DateOnly On { get; init; }

    public required string Text { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class LoanMapping : IEntityTypeConfiguration<Loan>
{
    public void Configure(EntityTypeBuilder<Loan> loan)
    {
        loan.ToTable("Loans");
        loan.HasKey(l => new { l.County, l.Id });
        loan.Property(l => l.County).HasMaxLength(12);
        loan.Property(l => l.Name).HasMaxLength(100);
        loan.Property(l => l.University).HasMaxLength(ApplyForLoan.LongestUniversity);
        loan.Property(l => l.Contract).HasMaxLength(MoveLoan.LongestContract);
        loan.Property(l => l.Version).IsConcurrencyToken();
        loan.HasOne<Person>().WithMany().HasForeignKey(l => new { l.County, l.Borrower }).OnDelete(DeleteBehavior.Restrict);
        loan.HasIndex(l => new { l.County, l.AcademicYear, l.Borrower });
        loan.HasIndex(l => new { l.County, l.Contract }).IsUnique();
    }
}

internal sealed class LoanStepMapping : IEntityTypeConfiguration<LoanStep>
{
    public void Configure(EntityTypeBuilder<LoanStep> step)
    {
        step.HasKey(s => new { s.County, s.Loan, s.Number });
        step.Property(s => s.Text).HasMaxLength(LoanStep.LongestText);
        step.HasOne<Loan>().WithMany().HasForeignKey(s => new { s.County, s.Loan }).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Who keeps the loans: the aid officer; the county reads them.</summary>
public static class LoanRights
{
    public static bool MayKeep(Role role) => role == Role.AidOfficer;
}
