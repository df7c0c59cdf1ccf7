using EduAid.Application.Audit;
using EduAid.Application.Intake;
using EduAid.Application.Jobs;
using EduAid.Application.Matching;
using EduAid.Application.People;
using EduAid.Application.Schools;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Schools;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Enrolments;

/// <param name="OwnSchool">Set where a school sends its own list: rows of another school are refused.</param>
/// <param name="HiddenSheets">Take in hidden sheets that have a header.</param>
/// <param name="Numbers">Import numbers reserved for the files.</param>
/// <param name="StoredFiles">Keys of the kept originals.</param>
public sealed record ListImport(
    Semester Semester, IReadOnlyList<SentFile> Files, bool Partial = false, ListMode Mode = ListMode.Replace, SchoolId? OwnSchool = null,
    bool HiddenSheets = false, IReadOnlyList<int>? Numbers = null, IReadOnlyList<Guid>? StoredFiles = null)
{
    public IProgress<JobStep>? Progress { get; init; }
}

/// <summary>The files of a list as they would be accepted, with what that would do to each school's list.</summary>
public sealed record ListPreview<TRow>(
    FileBatch<TRow> Batch, IReadOnlyList<SchoolPlan<TRow>> Plans, IReadOnlyList<ImportReport> Reports, SchoolRegister Schools, ImportRefusal? Refusal)
    where TRow : class;

/// <summary>One row that was refused and has been mended.</summary>
/// <param name="Import">The import that refused it.</param>
/// <param name="Sheet">Where it stood there, with <paramref name="Number"/>.</param>
internal sealed record MendedRow(int Import, string Sheet, int Number, EnrolmentRow Value);

/// <summary>Reads schools' semester lists (摸底名单).</summary>
public sealed class ImportEnrolments(
    EduAidDbContext db, Work work, AuditTrail trail, FieldCipher cipher, PersonDirectory people, RefusedRows refused, TimeProvider time)
{
    public async Task<ImportOutcome> RunAsync(Actor actor, ListImport import, CancellationToken stop)
    {
        var (schools, batch) = await ReadAsync(import, new(import.HiddenSheets, RowsRead: RowsRead.For(import.Progress)), stop);
        if (schools.All.Count == 0) return new([], new ImportRefusal.NoSchools());
        var intake = Intake();
        return await work.ChangeAsync(
            async () =>
            {
                if (await RefusalAsync(import, batch, schools, stop) is { } refusal)
                    return new ImportOutcome([.. Enumerable.Range(0, batch.Files.Count).Select(f => batch.Report(f, import.Partial))], refusal);
                var plans = await intake.PlanAsync(batch, import, schools, stop);
                var reports = await intake.WriteAsync(actor, batch, import, plans, stop);
                await refused.KeepAsync(batch, import.Semester, schools, [.. plans.Where(p => !p.ChangesNothing).Select(p => p.School)], reports, stop);
                return new ImportOutcome(reports);
            },
            stop);
    }

    /// <summary>What accepting would do; nothing is written.</summary>
    public async Task<ListPreview<EnrolmentRow>> PreviewAsync(ListImport import, CancellationToken stop)
    {
        var (schools, batch) = await ReadAsync(import, new(import.HiddenSheets, KeepCells: true, RowsRead: RowsRead.For(import.Progress)), stop);
        var refusal = schools.All.Count == 0 ? new ImportRefusal.NoSchools() : await RefusalAsync(import, batch, schools, stop);
        var intake = Intake();
        var plans = await intake.PlanAsync(batch, import, schools, stop);
        return new(batch, plans,
            [.. Enumerable.Range(0, batch.Files.Count).Select(f => SchoolListIntake<EnrolmentRow, Enrolment>.Report(batch, import.Partial, plans, f))], schools, refusal);
    }

    /// <summary>Adds one mended row to its school's list, as a workbook of mended rows does; within a change.</summary>
    internal async Task<ImportReport> MendAsync(Actor actor, Semester semester, SchoolRegister schools, MendedRow row, CancellationToken stop)
    {
        var list = new ReadList<EnrolmentRow> { File = RenamedLine.Sheet, Mends = row.Import };
        list.Rows.Add(new(row.Sheet, row.Number, row.Value, [], $"{row.Value.SchoolCode}|{row.Value.Id}", RowDigest.Of(row.Value), default, null));
        var batch = new FileBatch<EnrolmentRow>([list]);
        var (intake, import) = (Intake(), new ListImport(semester, [], Partial: true, Mode: ListMode.Add));
        return (await intake.WriteAsync(actor, batch, import, await intake.PlanAsync(batch, import, schools, stop), stop)).Single();
    }

    private SchoolListIntake<EnrolmentRow, Enrolment> Intake() => new(db, new EnrolmentForm(), people, cipher, trail, time);

    private async Task<(SchoolRegister Schools, FileBatch<EnrolmentRow> Batch)> ReadAsync(ListImport import, IntakeOptions options, CancellationToken stop)
    {
        var schools = await SchoolRegister.LoadAsync(db, import.Semester, stop);
        SchoolFacts? own = import.OwnSchool is { } id ? schools.Find(id)?.Facts : null;
        var today = time.Today();
        return (schools, FileBatch.Read(new EnrolmentReader(schools.Directory, import.Semester, today, own), import.Files, options, stop));
    }

    private Task<ImportRefusal?> RefusalAsync(ListImport import, FileBatch<EnrolmentRow> batch, SchoolRegister schools, CancellationToken stop) =>
        ListRefusals.FindAsync(db, import, batch, ListKind.Enrolments, r => r.SchoolCode, schools, stop);
}

/// <summary>Reads university admissions of a school's graduates.</summary>
public sealed class ImportAdmissions(
    EduAidDbContext db, Work work, AuditTrail trail, FieldCipher cipher, PersonDirectory people, TimeProvider time)
{
    public async Task<ImportOutcome> RunAsync(Actor actor, ListImport import, CancellationToken stop)
    {
        var (schools, batch) = await ReadAsync(import, new(import.HiddenSheets, RowsRead: RowsRead.For(import.Progress)), stop);
        if (schools.All.Count == 0) return new([], new ImportRefusal.NoSchools());
        var intake = new SchoolListIntake<AdmissionRow, Admission>(db, new AdmissionForm(), people, cipher, trail, time);
        return await work.ChangeAsync(
            async () =>
            {
                if (await RefusalAsync(import, batch, schools, stop) is { } refusal)
                    return new ImportOutcome([.. Enumerable.Range(0, batch.Files.Count).Select(f => batch.Report(f, import.Partial))], refusal);
                var plans = await intake.PlanAsync(batch, import, schools, stop);
                return new ImportOutcome(await intake.WriteAsync(actor, batch, import, plans, stop));
            },
            stop);
    }

    /// <summary>What accepting would do; nothing is written.</summary>
    public async Task<ListPreview<AdmissionRow>> PreviewAsync(ListImport import, CancellationToken stop)
    {
        var (schools, batch) = await ReadAsync(import, new(import.HiddenSheets, KeepCells: true, RowsRead: RowsRead.For(import.Progress)), stop);
        var refusal = schools.All.Count == 0 ? new ImportRefusal.NoSchools() : await RefusalAsync(import, batch, schools, stop);
        var intake = new SchoolListIntake<AdmissionRow, Admission>(db, new AdmissionForm(), people, cipher, trail, time);
        var plans = await intake.PlanAsync(batch, import, schools, stop);
        return new(batch, plans,
            [.. Enumerable.Range(0, batch.Files.Count).Select(f => SchoolListIntake<AdmissionRow, Admission>.Report(batch, import.Partial, plans, f))], schools, refusal);
    }

    private async Task<(SchoolRegister Schools, FileBatch<AdmissionRow> Batch)> ReadAsync(ListImport import, IntakeOptions options, CancellationToken stop)
    {
        var schools = await SchoolRegister.LoadAsync(db, import.Semester, stop);
        var today = time.Today();
        return (schools, FileBatch.Read(new AdmissionReader(schools.Directory, today), import.Files, options, stop));
    }

    private Task<ImportRefusal?> RefusalAsync(ListImport import, FileBatch<AdmissionRow> batch, SchoolRegister schools, CancellationToken stop) =>
        ListRefusals.FindAsync(db, import, batch, ListKind.Admissions, r => r.SchoolCode, schools, stop);
}
