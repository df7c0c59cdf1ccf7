using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Submissions;

/// <summary>What a message asks for.</summary>
public enum MessageKind
{
    /// <summary>催报: the school's list of the semester is still to be sent, mended or accepted.</summary>
    SendList = 1,

    /// <summary>请核实学生: who a pupil of the school is, as the remark says.</summary>
    CheckPupil,
}

/// <summary>A message to one school, within the product. It is read when anybody of the school has read it.</summary>
public sealed class Message : ISchoolRow
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required SchoolId School { get; init; }

    public required MessageKind Kind { get; init; }

    public required Semester Semester { get; init; }

    /// <summary>What the sender adds; null where nothing.</summary>
    public string? Remark { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public DateTimeOffset? ReadAt { get; set; }

    public string? ReadBy { get; set; }

    /// <summary>Asks a school about one of its own pupils; of the registered list it learns nothing.</summary>
    public static Message AboutPupil(string county, SchoolId school, Semester semester, string name, string why, string by, DateTimeOffset at) => new()
    {
        County = county,
        Id = Keys.New(at),
        School = school,
        Kind = MessageKind.CheckPupil,
        Semester = semester,
        Remark = $"{name}: {why}",
        At = at,
        By = by,
    };
}

/// <summary>Whom to call at a school about its lists (学校资助专干). The number is protected like any other person's.</summary>
public sealed class SchoolContact : ISchoolRow
{
    public required string County { get; init; }

    public required SchoolId School { get; init; }

    public required string Name { get; set; }

    public required byte[] PhoneCipher { get; set; }

    public required DateTimeOffset At { get; set; }

    public required string By { get; set; }
}

internal sealed class MessageMapping : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> message)
    {
        message.HasKey(m => new { m.County, m.Id });
        message.HasOne<School>().WithMany().HasForeignKey(m => new { m.County, m.School }).OnDelete(DeleteBehavior.Restrict);
        message.HasIndex(m => new { m.County, m.Semester, m.School });
    }
}

internal sealed class SchoolContactMapping : IEntityTypeConfiguration<SchoolContact>
{
    public void Configure(EntityTypeBuilder<SchoolContact> contact)
    {
        contact.HasKey(c => new { c.County, c.School });
        contact.HasOne<School>().WithMany().HasForeignKey(c => new { c.County, c.School }).OnDelete(DeleteBehavior.Restrict);
        contact.Property(c => c.Name).HasMaxLength(100);
        contact.Property(c => c.PhoneCipher).HasMaxLength(200);
    }
}
