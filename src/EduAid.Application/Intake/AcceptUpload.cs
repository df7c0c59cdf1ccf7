using System.Text.Json.Serialization;
using EduAid.Application.Audit;
using EduAid.Application.Enrolments;
using EduAid.Application.Entry;
using EduAid.Application.Jobs;
using EduAid.Application.Registrations;
using EduAid.Application.Schools;
using EduAid.Application.Specialties;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Intake;

/// <summary>What the person who accepts has decided.</summary>
/// <param name="Seen">The basis of the preview that was looked at.</param>
/// <param name="Mode">Asked for where children would leave a list; no default.</param>
/// <param name="From">From which semester a register holds.</param>
public sealed record Acceptance(string? Seen, ListMode? Mode = null, Semester? From = null);

/// <summary>Why an upload is not accepted.</summary>
[JsonDerivedType(typeof(NotFound), nameof(NotFound)), JsonDerivedType(typeof(AlreadyAccepted), nameof(AlreadyAccepted))]
[JsonDerivedType(typeof(ChangedMeanwhile), nameof(ChangedMeanwhile)), JsonDerivedType(typeof(ReplaceOrAddNeeded), nameof(ReplaceOrAddNeeded))]
[JsonDerivedType(typeof(NothingToAccept), nameof(NothingToAccept)), JsonDerivedType(typeof(Import), nameof(Import))]
public abstract record AcceptRefusal
{
    public sealed record NotFound : AcceptRefusal;

    public sealed record AlreadyAccepted(DateTimeOffset At) : AcceptRefusal;

    /// <summary>Lists or registers have changed since the preview was shown.</summary>
    public sealed record ChangedMeanwhile : AcceptRefusal;

    public sealed record ReplaceOrAddNeeded : AcceptRefusal;

    /// <summary>All rows are refused, or say what stands there already.</summary>
    public sealed record NothingToAccept : AcceptRefusal;

    public sealed record Import(ImportRefusal Why) : AcceptRefusal;
}

/// <summary>The reports of the files, or why nothing was taken in.</summary>
public sealed record AcceptOutcome(IReadOnlyList<ImportReport> Reports, AcceptRefusal? Refusal = null);

/// <summary>Takes a staged upload in, once, in one transaction: rows with errors stay out, the others count.</summary>
public sealed class AcceptUpload(
    EduAidDbContext db, Work work, PreviewUpload preview, PreviewShelf shelf, TimeProvider time, ImportSchools schools,
    ImportRegisteredList registered, ImportSpecialties specialties, ImportEnrolments enrolments, ImportAdmissions admissions)
{
    public async Task<AcceptOutcome> RunAsync(Actor actor, Guid id, Acceptance how, CancellationToken stop, IProgress<JobStep>? progress = null)
    {
        if (await preview.RunAsync(id, stop, progress) is not { } shown) return Refused(new AcceptRefusal.NotFound());
        var files = await preview.SentAsync(shown.Upload, stop);
        var outcome = await work.ChangeAsync(
            async () =>
            {
                // Read again inside the change: of two people pressing at once one has been here before.
                var upload = await db.StagedUploads.SingleOrDefaultAsync(u => u.Id == id, stop);
                if (upload is null || upload.IsDiscarded) return Refused(new AcceptRefusal.NotFound());
                if (await RefusalAsync(upload, shown.Preview, how, stop) is { } refusal) return Refused(refusal);
                var imported = await ImportAsync(actor, upload, files, how, progress, stop);
                if (imported.Refusal is { } why) return Refused(new AcceptRefusal.Import(why));
                if (imported.Reports.All(r => r.Number is null)) return Refused(new AcceptRefusal.NothingToAccept());
                var now = time.GetUtcNow();
                await db.StagedUploads.Where(u => u.Id == id).ExecuteUpdateAsync(s => s.SetProperty(u => u.AcceptedAt, now), stop);
                await DraftRows.AcceptedAsync(db, id, upload.At, stop);
                return new AcceptOutcome(imported.Reports);
            },
            stop);
        if (outcome.Refusal is AcceptRefusal.ChangedMeanwhile) shelf.Remove(id);
        return outcome;
    }

    /// <summary>Why it would be refused, asked before anything long begins; null where nothing stands in the way.</summary>
    public Task<AcceptRefusal?> RefusalAsync(ShownUpload shown, Acceptance how, CancellationToken stop) => RefusalAsync(shown.Upload, shown.Preview, how, stop);

    private static AcceptOutcome Refused(AcceptRefusal refusal) => new([], refusal);

    private async Task<AcceptRefusal?> RefusalAsync(StagedUpload upload, UploadPreview seen, Acceptance how, CancellationToken stop)
    {
        if (upload.AcceptedAt is { } at) return new AcceptRefusal.AlreadyAccepted(at);
        if (seen.Refusal is { } refusal) return new AcceptRefusal.Import(refusal);
        if (how.Seen != seen.Basis || await preview.BasisAsync(upload, seen, stop) != seen.Basis) return new AcceptRefusal.ChangedMeanwhile();
        if (!seen.CanBeAccepted) return new AcceptRefusal.NothingToAccept();
        if (seen.AsksReplaceOrAdd && how.Mode is null) return new AcceptRefusal.ReplaceOrAddNeeded();
        return seen.Register is { NeedsSemester: true } && how.From is null ? new AcceptRefusal.Import(new ImportRefusal.FromSemesterNeeded()) : null;
    }

    private Task<ImportOutcome> ImportAsync(
        Actor actor, StagedUpload upload, IReadOnlyList<SentFile> files, Acceptance how, IProgress<JobStep>? progress, CancellationToken stop)
    {
        var list = PreviewUpload.ImportOf(upload, files, how.Mode ?? ListMode.Replace) with { Progress = progress };
        var register = new StagedRegister(upload.FirstNumber, upload.SentFiles()[0].Key, upload.HiddenSheets);
        return upload.Kind switch
        {
            ListKind.Enrolments => enrolments.RunAsync(actor, list, stop),
            ListKind.Admissions => admissions.RunAsync(actor, list, stop),
            ListKind.Poverty => registered.RunAsync(actor, files, partial: true, how.From, stop, register, progress),
            ListKind.Schools => schools.RunAsync(actor, files, partial: true, how.From, stop, register, progress),
            _ => specialties.RunAsync(actor, files, partial: true, how.From, stop, register, progress),
        };
    }
}
