using System.Text.Json;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Matching;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Matching;

/// <summary>
/// A row of an accepted list that was refused for its ID alone, kept to be compared with the registered list. It is no enrolment: nothing
/// reads it but the matching desk, and only a decision of a person makes a list's row of it.
/// </summary>
public sealed class RefusedRow : ISchoolRow
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required SchoolId School { get; init; }

    public required Semester Semester { get; init; }

    /// <summary>The version of the school's list in which it is missing; it counts as long as that version, or one made from it, is current.</summary>
    public required Guid List { get; init; }

    public required int Import { get; init; }

    public required string Sheet { get; init; }

    public required int Row { get; init; }

    public required string Name { get; init; }

    public required string Initials { get; init; }

    /// <summary>The ID has lost digits (<c>id.precision-lost</c>), whatever it looks like.</summary>
    public required bool Lost { get; init; }

    /// <summary>The ID as it is written.</summary>
    public required byte[] IdCipher { get; set; }

    public required byte[] IdHash { get; set; }

    /// <summary>All that the row says.</summary>
    public required byte[] RowCipher { get; set; }

    /// <summary>Kind of <see cref="IdHash"/>.</summary>
    internal const string HashKind = "refused-id";

    internal string Written(FieldCipher cipher) => cipher.Decrypt(IdCipher, Places.RefusedRow("id", County, Id));

    /// <summary>Opens the row; the caller answers for showing it.</summary>
    public Unidentified<EnrolmentRow> Content(FieldCipher cipher) =>
        JsonSerializer.Deserialize<Unidentified<EnrolmentRow>>(cipher.Decrypt(RowCipher, Places.RefusedRow("row", County, Id)))!;
}

/// <summary>A refused row and a registered person on no list who may be the child meant. Replaced by the next comparison, and nothing but a question.</summary>
public sealed class RefusedCandidate : ISchoolRow
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required Semester Semester { get; init; }

    public required Guid Refused { get; init; }

    public required PersonId Registered { get; init; }

    public required SchoolId School { get; init; }

    public required RefusedKind Kind { get; init; }

    public required DateTimeOffset FoundAt { get; init; }
}

/// <summary>What somebody has said of a refused row and a registered person. Added, never overwritten; taken back by name.</summary>
public sealed class RefusedDecision : ISchoolRow
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required Semester Semester { get; init; }

    public required Guid Refused { get; init; }

    public required PersonId Registered { get; init; }

    public required SchoolId School { get; init; }

    public required MatchVerdict Verdict { get; init; }

    /// <summary>The import by which the mended row came onto the school's list; null for other verdicts.</summary>
    public int? Import { get; init; }

    public required string Reason { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? UndoneBy { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }

    public string? UndoneReason { get; set; }
}

internal sealed class RefusedMappings : IEntityTypeConfiguration<RefusedRow>, IEntityTypeConfiguration<RefusedCandidate>, IEntityTypeConfiguration<RefusedDecision>
{
    public void Configure(EntityTypeBuilder<RefusedRow> row)
    {
        row.HasKey(r => new { r.County, r.Id });
        row.HasIndex(r => new { r.County, r.Semester, r.List });
        row.HasIndex(r => new { r.County, r.School, r.IdHash });
        row.Property(r => r.Name).HasMaxLength(100);
        row.Property(r => r.Initials).HasMaxLength(100);
        row.Property(r => r.IdCipher).HasMaxLength(200);
        row.Property(r => r.IdHash).HasMaxLength(32);
        row.Property(r => r.RowCipher).HasMaxLength(int.MaxValue);
    }

    public void Configure(EntityTypeBuilder<RefusedCandidate> candidate)
    {
        candidate.HasKey(c => new { c.County, c.Id });
        candidate.HasIndex(c => new { c.County, c.Semester, c.Refused, c.Registered }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RefusedDecision> decision)
    {
        decision.HasKey(d => new { d.County, d.Id });
        decision.HasOne<RefusedRow>().WithMany().HasForeignKey(d => new { d.County, d.Refused }).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne<People.Person>().WithMany().HasForeignKey(d => new { d.County, d.Registered }).OnDelete(DeleteBehavior.Restrict);
        decision.Property(d => d.Reason).HasMaxLength(500);
        decision.Property(d => d.UndoneReason).HasMaxLength(500);
        decision.HasIndex(d => new { d.County, d.Refused });
        decision.HasIndex(d => new { d.County, d.Registered });
    }
}
