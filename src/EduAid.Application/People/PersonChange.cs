using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.People;

/// <summary>What of a person is corrected. A card has a way of its own (<see cref="Payments.MendCard"/>).</summary>
public enum PersonChangeKind
{
    Name = 1,
    CitizenId,

    /// <summary>Guardian, the guardian's ID, phone.</summary>
    Contact,
}

public enum PersonChangeState
{
    /// <summary>It touches a roster that somebody has signed: a second person decides.</summary>
    Waiting = 1,
    Applied,
    Rejected,
}

/// <summary>
/// 更正: one correction of what is on record about a person, with who, when and why. Corrections are added, never overwritten; of the
/// guardian and phone the latest applied one stands before what a list says.
/// </summary>
public sealed class PersonChange : ICountyRow
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required PersonId Person { get; init; }

    /// <summary>The school at which the pupil was when it was entered; null for someone on no list, whom only the county sees.</summary>
    public SchoolId? School { get; init; }

    public required PersonChangeKind Kind { get; init; }

    /// <summary>The semester whose list has the name that is corrected.</summary>
    public required Semester Semester { get; init; }

    /// <summary>What was there before: a name, a masked ID, a guardian's name.</summary>
    public required string Before { get; init; }

    /// <summary>The new name, or the guardian's.</summary>
    public string? Name { get; set; }

    /// <summary>与学生关系 of the guardian.</summary>
    public string? Relation { get; set; }

    public byte[]? NumberCipher { get; set; }

    public byte[]? GuardianIdCipher { get; set; }

    public byte[]? PhoneCipher { get; set; }

    /// <summary>How many signed rosters it touched when it was entered.</summary>
    public required int Rosters { get; init; }

    public required string Reason { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public required PersonChangeState State { get; set; }

    public string? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }
}

internal sealed class PersonChangeMapping : IEntityTypeConfiguration<PersonChange>
{
    public void Configure(EntityTypeBuilder<PersonChange> change)
    {
        change.HasKey(c => new { c.County, c.Id });
        change.Property(c => c.Before).HasMaxLength(100);
        change.Property(c => c.Name).HasMaxLength(100);
        change.Property(c => c.Relation).HasMaxLength(40);
        change.Property(c => c.NumberCipher).HasMaxLength(120);
        change.Property(c => c.GuardianIdCipher).HasMaxLength(160);
        change.Property(c => c.PhoneCipher).HasMaxLength(160);
        change.HasIndex(c => new { c.County, c.Person });
        change.HasIndex(c => new { c.County, c.State });
    }
}
