using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Payments;

/// <summary>预算: what is planned for a programme in a semester. A changed budget is a further row with its own document; the latest holds.</summary>
public sealed class ProgrammeBudget : ICountyRow
{
    public required string County { get; init; }

    public required Semester Semester { get; init; }

    /// <summary>Code of the programme.</summary>
    public required string Programme { get; init; }

    /// <summary>From 1.</summary>
    public required int Revision { get; init; }

    public required long Fen { get; init; }

    /// <summary>The document that sets it (预算批复文号).</summary>
    public required string Document { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The budgets in force in a semester, one a programme.</summary>
    public static IQueryable<ProgrammeBudget> InForce(EduAidDbContext db, Semester semester) => db.ProgrammeBudgets.Where(b => b.Semester == semester
        && !db.ProgrammeBudgets.Any(later => later.County == b.County && later.Semester == b.Semester && later.Programme == b.Programme && later.Revision > b.Revision));
}

internal sealed class ProgrammeBudgetMapping : IEntityTypeConfiguration<ProgrammeBudget>
{
    public void Configure(EntityTypeBuilder<ProgrammeBudget> budget)
    {
        budget.HasKey(b => new { b.County, b.Semester, b.Programme, b.Revision });
        budget.Property(b => b.Programme).HasMaxLength(60);
        budget.Property(b => b.Document).HasMaxLength(SetBudget.LongestDocument);
    }
}
