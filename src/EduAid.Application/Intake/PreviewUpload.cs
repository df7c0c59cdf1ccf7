using EduAid.Application.Enrolments;
using EduAid.Application.Jobs;
using EduAid.Application.Registrations;
using EduAid.Application.Schools;
using EduAid.Application.Specialties;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Intake;

/// <summary>An upload and what accepting it would do.</summary>
public sealed record ShownUpload(StagedUpload Upload, UploadPreview Preview);

/// <summary>Reads an upload of any kind as if it were accepted. Writes nothing.</summary>
public sealed class PreviewUpload(
    EduAidDbContext db, StoredFiles stored, PreviewShelf shelf, LastTermComparison lastTerm, ImportSchools schools,
    ImportRegisteredList registered, ImportSpecialties specialties, ImportEnrolments enrolments, ImportAdmissions admissions)
{
    /// <summary>Null where the scope has no such upload, or it was discarded.</summary>
    public async Task<ShownUpload?> RunAsync(Guid id, CancellationToken stop, IProgress<JobStep>? progress = null)
    {
        var upload = await db.StagedUploads.SingleOrDefaultAsync(u => u.Id == id, stop);
        if (upload is null || upload.IsDiscarded) return null;
        if (shelf.Find(id) is { } kept && (upload.AcceptedAt is not null || await BasisAsync(upload, kept, stop) == kept.Basis)) return new(upload, kept);
        var preview = await ReadAsync(upload, progress, stop);
        shelf.Put(id, preview);
        return new(upload, preview);
    }

    /// <summary>What the upload would have to be compared with now.</summary>
    public async Task<string> BasisAsync(StagedUpload upload, UploadPreview preview, CancellationToken stop)
    {
        if (preview.Register is not null) return await RegisterBasisAsync(upload.Kind, stop);
        var (kind, ids) = (KindOf(upload.Kind), preview.Lists.Select(l => l.School).ToList());
        return ListBasis(await db.SchoolLists.Where(l => l.Current && l.Kind == kind && l.Semester == upload.Semester && ids.Contains(l.School))
            .Select(l => l.Id).ToListAsync(stop));
    }

    /// <summary>The files as an import reads them. A file that is no longer kept is empty and says so.</summary>
    public async Task<IReadOnlyList<SentFile>> SentAsync(StagedUpload upload, CancellationToken stop)
    {
        var sent = new List<SentFile>();
        foreach (var file in upload.SentFiles())
        {
            var content = await stored.ReadAsync(file.Key, stop) ?? [];
            sent.Add(new(file.Name, () => new MemoryStream(content, writable: false)));
        }
        return sent;
    }

    public static ListImport ImportOf(StagedUpload upload, IReadOnlyList<SentFile> files, ListMode mode) => new(
        upload.Semester, files, Partial: true, mode, upload.School, upload.HiddenSheets,
        [.. Enumerable.Range(upload.FirstNumber, files.Count)], [.. upload.SentFiles().Select(f => f.Key)]);

    private async Task<UploadPreview> ReadAsync(StagedUpload upload, IProgress<JobStep>? progress, CancellationToken stop)
    {
        var files = await SentAsync(upload, stop);
        var list = ImportOf(upload, files, ListMode.Replace) with { Progress = progress };
        switch (upload.Kind)
        {
            case ListKind.Enrolments:
                var lists = await enrolments.PreviewAsync(list, stop);
                return OfLists(upload, lists, await lastTerm.OfAsync(lists.Plans, upload.Semester, stop));
            case ListKind.Admissions:
                return OfLists(upload, await admissions.PreviewAsync(list, stop), null);
            case ListKind.Poverty:
                return OfRegister(upload, await registered.PreviewAsync(files[0], upload.HiddenSheets, stop, progress), await RegisterBasisAsync(upload.Kind, stop));
            case ListKind.Schools:
                return OfRegister(upload, await schools.PreviewAsync(files[0], upload.HiddenSheets, stop, progress), await RegisterBasisAsync(upload.Kind, stop));
            default:
                return OfRegister(upload, await specialties.PreviewAsync(files[0], upload.HiddenSheets, stop, progress), await RegisterBasisAsync(upload.Kind, stop));
        }
    }

    private static UploadPreview OfLists<T>(StagedUpload upload, ListPreview<T> read, TermChange? lastTerm)
        where T : class
    {
        var rows = new PreviewRows<T>(read.Batch, upload.Kind);
        return new()
        {
            Files = rows.Files(upload.FirstNumber),
            Columns = rows.Columns,
            Rows = rows.Rows(),
            Lists = [.. read.Plans.Select(p => Change(p, read.Schools) with { LastTerm = lastTerm })],
            Refusal = read.Refusal,
            Acceptable = read.Plans.Sum(p => p.Rows.Count),
            Basis = ListBasis([.. read.Plans.Select(p => p.Current?.Id).OfType<Guid>()]),
        };
    }

    private static ListChange Change<T>(SchoolPlan<T> plan, SchoolRegister schools)
        where T : class =>
        new(plan.School, schools[plan.School].Name, plan.Current, plan.Rows.Count, plan.Coming,
            plan.Rows.Count - plan.Unchanged.Count - plan.Coming, plan.Unchanged.Count, plan.Leaving.Count,
            [.. plan.Leaving.Take(RegisterChange.NamesShown).Select(l => new LeavingName(l.Name, l.Class))], plan.Mode == ListMode.Add);

    private static UploadPreview OfRegister<T>(StagedUpload upload, RegisterPreview<T> read, string basis)
        where T : class
    {
        var rows = new PreviewRows<T>(read.Batch, upload.Kind);
        var mends = read.Batch.Files[0].Mends;
        return new()
        {
            Files = rows.Files(upload.FirstNumber),
            Columns = rows.Columns,
            Rows = rows.Rows(),
            Register = read.Change,
            // A registered list speaks for whole townships: a few mended rows alone would end everybody else's registration.
            Refusal = upload.Kind == ListKind.Poverty && mends is { } number ? new ImportRefusal.MendsNothing(number) : null,
            Acceptable = read.Batch.IsRefused(0, partial: true) ? 0 : read.Batch.Accepted(0).Count(),
            Basis = basis,
        };
    }

    private async Task<string> RegisterBasisAsync(ListKind kind, CancellationToken stop) =>
        $"{kind}:{await db.Imports.Where(i => i.Kind == kind && !i.Undone).MaxAsync(i => (int?)i.Number, stop) ?? 0}";

    private static string ListBasis(IEnumerable<Guid> lists) => "lists:" + string.Join(',', lists.Order().Select(l => l.ToString("N")));

    private static SchoolListKind KindOf(ListKind kind) => kind == ListKind.Admissions ? SchoolListKind.Admissions : SchoolListKind.Enrolments;
}
