using EduAid.Application.Audit;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;

namespace EduAid.Application.Intake;

/// <summary>A file as a browser sends it; its name may be a path of any system and is never used as one.</summary>
public sealed record UploadedFile(string Name, byte[] Content);

/// <param name="School">The school on whose behalf a list is sent; null where the list names its schools, and for registers.</param>
public sealed record Staging(ListKind Kind, Semester Semester, SchoolId? School, IReadOnlyList<UploadedFile> Files);

public enum StagingRefusal
{
    NoFile = 1,

    /// <summary>A register is one file.</summary>
    SeveralFiles,

    /// <summary>A school's account may send that school's lists and nothing else.</summary>
    NotYours,
}

public sealed record StagingOutcome(Guid? Upload, StagingRefusal? Refusal = null);

/// <summary>Keeps sent files encrypted and reserves an import number for each, so that they can be looked at before they are accepted.</summary>
public sealed class StageUpload(EduAidDbContext db, Work work, AuditTrail trail, StoredFiles stored, SweepUploads sweep, TimeProvider time)
{
    private const int LongestName = 150;

    public async Task<StagingOutcome> RunAsync(Actor actor, Staging staging, CancellationToken stop)
    {
        if (RefusalOf(staging) is { } refusal) return new(null, refusal);
        await sweep.RunAsync(stop);
        var now = time.GetUtcNow();
        var files = staging.Files.Select(f => new StagedFile(Keys.New(now), BaseName(f.Name))).ToList();
        for (var i = 0; i < files.Count; i++) await stored.SaveAsync(files[i].Key, staging.Files[i].Content, stop);
        return await work.ChangeAsync(
            async () =>
            {
                var first = await db.NextImportNumberAsync(stop);
                var upload = new StagedUpload
                {
                    County = db.CountyCode,
                    Id = Keys.New(now),
                    Kind = staging.Kind,
                    Semester = staging.Semester,
                    School = staging.School,
                    By = actor.Name,
                    At = now,
                    Files = StagedUpload.Of(files),
                    FirstNumber = first,
                    LastNumber = first + files.Count - 1,
                };
                db.StagedUploads.Add(upload);
                await db.SaveChangesAsync(stop);
                trail.Record(actor, "upload.stage", $"upload:{upload.Id}",
                    new { Kind = staging.Kind.ToString(), Semester = staging.Semester.ToString(), Files = files.Select(f => f.Name) });
                return new StagingOutcome(upload.Id);
            },
            stop);
    }

    private StagingRefusal? RefusalOf(Staging staging)
    {
        var list = staging.Kind is ListKind.Enrolments or ListKind.Admissions;
        if (db.Scope is { Schools: not null } scope
            && (staging.Kind != ListKind.Enrolments || staging.School is not { } school || !scope.Covers(school)))
            return StagingRefusal.NotYours;
        if (staging.Files.Count == 0) return StagingRefusal.NoFile;
        return !list && staging.Files.Count > 1 ? StagingRefusal.SeveralFiles : null;
    }

    private static string BaseName(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        if (last.Length == 0) return "未命名";
        return last.Length > LongestName ? last[^LongestName..] : last;
    }
}
