using System.Security.Cryptography;
using System.Text.Json.Serialization;
using EduAid.Application.Audit;
using EduAid.Application.Jobs;
using EduAid.Application.Payments;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Domain.Payments;
using EduAid.Domain.Programmes;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Archives;

/// <summary>Why the books of a programme and semester are not closed.</summary>
[JsonDerivedType(typeof(NotYourRole), nameof(NotYourRole)), JsonDerivedType(typeof(NothingApproved), nameof(NothingApproved))]
[JsonDerivedType(typeof(AlreadyClosed), nameof(AlreadyClosed)), JsonDerivedType(typeof(DifferencesOpen), nameof(DifferencesOpen))]
[JsonDerivedType(typeof(BatchOpen), nameof(BatchOpen)), JsonDerivedType(typeof(Altered), nameof(Altered))]
public abstract record ClosingRefusal
{
    public sealed record NotYourRole(string Role) : ClosingRefusal;

    /// <summary>Nothing was approved; there is nothing to file.</summary>
    public sealed record NothingApproved : ClosingRefusal;

    public sealed record AlreadyClosed : ClosingRefusal;

    /// <summary>The four sums differ by entries or batches that nobody has decided on.</summary>
    public sealed record DifferencesOpen(int Count) : ClosingRefusal;

    /// <summary>A batch waits to be released or discarded; such as 2020-1-0004.</summary>
    public sealed record BatchOpen(string Number) : ClosingRefusal;

    /// <summary>Rows are not those that were signed; the audit names the first.</summary>
    public sealed record Altered : ClosingRefusal;
}

public sealed record ClosedProgramme(ProgrammeClosing? Closing, ClosingRefusal? Refusal = null);

/// <summary>归档: closes the books of a programme and semester and seals everything that stands behind them in one signed package (二(二)9).</summary>
public sealed class CloseProgramme(
    EduAidDbContext db, Work work, ArchiveContents contents, ArchivePackage package, StoredFiles stored, VerifyAudit verify, AuditTrail trail,
    CountySettings county, TimeProvider time)
{
    public Task<ClosedProgramme> RunAsync(
        Actor actor, Semester semester, Programme programme, CancellationToken stop, IProgress<JobStep>? progress = null) => work.ChangeAsync(
        async () =>
        {
            progress?.Report(new(JobPhase.Reading, 0, 0));
            if (!PaymentRights.May(actor, PaymentAct.CloseProgramme) && actor.Role != "cli") return Refused(new ClosingRefusal.NotYourRole(actor.Role));
            if (await RefusalAsync(semester, programme, stop) is { } refusal) return Refused(refusal);
            var now = time.GetUtcNow();
            var subject = new ArchiveSubject(
                county.Code, county.Name, semester.ToString(), programme.Code, now, actor.Name, await AuditPosition.ReadAsync(db, stop));
            using var output = new MemoryStream();
            var (manifest, key) = await package.WriteAsync(output, subject, await contents.OfAsync(semester, programme, stop), stop, progress);
            var bytes = output.ToArray();
            var closing = new ProgrammeClosing
            {
                County = db.CountyCode,
                Semester = semester,
                Programme = programme.Code,
                By = actor.Name,
                At = now,
                File = Keys.New(now),
                FileName = $"{county.Code}-{semester}-{programme.Code}.zip",
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
                Fingerprint = key.ToString(),
            };
            await stored.SaveAsync(closing.File, bytes, stop);
            db.ProgrammeClosings.Add(closing);
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "archive.close", $"archive:{semester}:{programme.Code}", new
            {
                closing.FileName,
                closing.Sha256,
                closing.Fingerprint,
                Files = manifest.Files.Count,
            });
            return new ClosedProgramme(closing);
        },
        stop);

    private static ClosedProgramme Refused(ClosingRefusal refusal) => new(null, refusal);

    /// <summary>What of the books themselves stands in the way, or null.</summary>
    public static ClosingRefusal? InTheWay(FourSums sums)
    {
        if (sums.OpenBatch is { } batch) return new ClosingRefusal.BatchOpen(batch);
        if (sums.RosterCount == 0 && sums.ClosedFen == 0) return new ClosingRefusal.NothingApproved();
        return sums.MayClose ? null : new ClosingRefusal.DifferencesOpen(sums.Differences.Count(d => d.Entry?.Closed is null));
    }

    private async Task<ClosingRefusal?> RefusalAsync(Semester semester, Programme programme, CancellationToken stop)
    {
        if (await db.ProgrammeClosings.AnyAsync(c => c.Semester == semester && c.Programme == programme.Code, stop)) return new ClosingRefusal.AlreadyClosed();
        if (InTheWay(await FourSums.ReadAsync(db, semester, programme.Code, stop)) is { } refusal) return refusal;
        return (await verify.RunAsync(stop)).Holds ? null : new ClosingRefusal.Altered();
    }
}

/// <summary>Hands out a sealed package; each time is in the trail.</summary>
public sealed class DownloadArchive(EduAidDbContext db, Work work, StoredFiles stored)
{
    /// <returns>Null where nothing was closed.</returns>
    public async Task<(string Name, byte[] Content)?> RunAsync(Actor actor, Semester semester, string programme, CancellationToken stop)
    {
        if (await db.ProgrammeClosings.SingleOrDefaultAsync(c => c.Semester == semester && c.Programme == programme, stop) is not { } closing) return null;
        var content = await stored.ReadAsync(closing.File, stop) ?? throw new InvalidOperationException($"{closing.FileName} is not in the data folder.");
        await work.RecordAsync(actor, "archive.download", $"archive:{semester}:{programme}", new { closing.FileName, closing.Sha256 }, stop);
        return (closing.FileName, content);
    }
}
