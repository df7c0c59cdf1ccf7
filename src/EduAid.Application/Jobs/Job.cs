using EduAid.Application.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EduAid.Application.Jobs;

/// <summary>What is done as a job.</summary>
public enum JobKind
{
    /// <summary>Reads an upload and says what accepting it would do.</summary>
    Preview = 1,

    /// <summary>Takes an upload in.</summary>
    Accept,

    /// <summary>Drafts the rosters of a semester.</summary>
    Generate,

    /// <summary>Writes the workbook of a programme.</summary>
    Export,

    /// <summary>Says what other policy values would mean.</summary>
    Effect,

    /// <summary>Says what the next semesters will need.</summary>
    Forecast,

    /// <summary>Closes the books of a programme and semester.</summary>
    Close,

    /// <summary>Runs the checks of a semester.</summary>
    Check,
}

public enum JobState
{
    Waiting = 1,
    Running,
    Done,

    /// <summary>The verb said no; its answer says why.</summary>
    Refused,

    /// <summary>Stopped by who asked for it; nothing of it has happened.</summary>
    Cancelled,

    /// <summary>The role in which it was asked for has ended meanwhile; nothing of it has happened.</summary>
    RoleEnded,

    /// <summary>It broke down, again and again; nothing of it has happened.</summary>
    Failed,
}

/// <summary>
/// Work that somebody asked for and does not wait for. Its arguments and its answer name keys and counts; what it makes lies encrypted in a stored
/// file of the same key.
/// </summary>
public sealed class Job : ICountyRow
{
    public required string County { get; init; }

    /// <summary>Also the key of the stored file (<see cref="StoredFiles"/>), where there is one.</summary>
    public required Guid Id { get; init; }

    public required JobKind Kind { get; init; }

    /// <summary>What it is about, such as <c>upload:…</c>: who asks again finds the last answer by it.</summary>
    public required string Subject { get; init; }

    /// <summary>JSON of the kind's own arguments.</summary>
    public required string Arguments { get; init; }

    public required Guid User { get; init; }

    /// <summary>The role in which it was asked for: it runs in that role's scope, while the role is held.</summary>
    public required Guid Assignment { get; init; }

    /// <summary>From where it was asked for, for the trail.</summary>
    public required string Origin { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public JobState State { get; init; } = JobState.Waiting;

    /// <summary>How often it has been begun; who has begun an earlier attempt can no longer end it.</summary>
    public int Attempt { get; init; }

    /// <summary>Until then it is somebody's who has begun it; after that it may be begun again.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Who asked for it wants it stopped.</summary>
    public bool StopAsked { get; init; }

    public JobPhase? Phase { get; init; }

    public long Done { get; init; }

    public long Total { get; init; }

    /// <summary>JSON of the kind's answer; null while there is none.</summary>
    public string? Answer { get; init; }

    /// <summary>Name of the file that it made; null where it made none.</summary>
    public string? FileName { get; init; }

    public bool HasEnded => State is not (JobState.Waiting or JobState.Running);
}

internal sealed class JobMapping : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> job)
    {
        job.HasKey(j => new { j.County, j.Id });
        job.Property(j => j.Subject).HasMaxLength(100);
        job.Property(j => j.Arguments).HasMaxLength(int.MaxValue);
        job.Property(j => j.Origin).HasMaxLength(64);
        job.Property(j => j.Answer).HasMaxLength(int.MaxValue);
        job.Property(j => j.FileName).HasMaxLength(200);
        job.HasIndex(j => new { j.County, j.User, j.AskedAt });
        job.HasIndex(j => new { j.County, j.Subject });
        // Asked at every page, of somebody whose county is not known yet; and by those who look for work, in all counties.
        job.HasIndex(j => new { j.User, j.State });
        job.HasIndex(j => new { j.State, j.AskedAt });
    }
}
