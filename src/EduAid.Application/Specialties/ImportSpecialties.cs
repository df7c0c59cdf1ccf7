using EduAid.Application.Audit;
using EduAid.Application.Intake;
using EduAid.Application.Jobs;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Specialties;

/// <summary>Reads the fees of specialties. What it states anew becomes a version; a specialty that it does not name stays as it is.</summary>
public sealed class ImportSpecialties(EduAidDbContext db, Work work, AuditTrail trail, TimeProvider time)
{
    /// <param name="staged">Set where the one file was staged before.</param>
    public async Task<ImportOutcome> RunAsync(
        Actor actor, IReadOnlyList<SentFile> files, bool partial, Semester? from, CancellationToken stop, StagedRegister? staged = null, IProgress<JobStep>? progress = null)
    {
        var batch = FileBatch.Read(new SpecialtyReader(), files, new(staged?.HiddenSheets ?? false, RowsRead: RowsRead.For(progress)), stop);
        return await work.ChangeAsync(
            async () =>
            {
                var reports = new List<ImportReport>();
                for (var file = 0; file < batch.Files.Count; file++)
                {
                    var report = batch.Report(file, partial);
                    reports.Add(batch.IsRefused(file, partial) ? report
                        : await WriteFileAsync(actor, batch, file, report, from, staged, stop));
                }
                return new ImportOutcome(reports);
            },
            stop);
    }

    /// <summary>What accepting one file would do; nothing is written.</summary>
    public async Task<RegisterPreview<SpecialtyRow>> PreviewAsync(SentFile file, bool hiddenSheets, CancellationToken stop, IProgress<JobStep>? progress = null)
    {
        var batch = FileBatch.Read(new SpecialtyReader(), [file], new(hiddenSheets, KeepCells: true, RowsRead: RowsRead.For(progress)), stop);
        var plan = batch.IsRefused(0, partial: true) ? new([], 0, 0) : await PlanAsync([.. batch.Accepted(0).Select(r => r.Value!)], null, 0, stop);
        return new(batch, new(plan.New, plan.Versions.Count - plan.New, plan.Unchanged));
    }

    private async Task<ImportReport> WriteFileAsync(
        Actor actor, FileBatch<SpecialtyRow> batch, int file, ImportReport report, Semester? from, StagedRegister? staged, CancellationToken stop)
    {
        var number = staged?.Number ?? await db.NextImportNumberAsync(stop);
        var plan = await PlanAsync([.. batch.Accepted(file).Select(r => r.Value!)], from, number, stop);
        report = report with { Unchanged = plan.Unchanged, Written = plan.Versions.Count };
        if (plan.Versions.Count == 0) return report;
        report = report with { Number = number };
        db.SpecialtyVersions.AddRange(plan.Versions);
        db.Imports.Add(ImportRecord.Of(report, db.CountyCode, ListKind.Specialties, from ?? Semester.Always, null, actor, time.GetUtcNow(), staged?.StoredFile));
        await db.SaveChangesAsync(stop);
        await db.MarkDraftsStaleAsync(from ?? Semester.Always, null, stop);
        trail.Record(actor, "specialties.import", $"import:{number}", ImportRecord.Details(report));
        return report;
    }

    private async Task<Plan> PlanAsync(IReadOnlyList<SpecialtyRow> rows, Semester? from, int number, CancellationToken stop)
    {
        var newest = (await db.SpecialtyVersions.Where(v => !v.Undone).ToListAsync(stop))
            .GroupBy(v => v.Folded).ToDictionary(g => g.Key, g => g.OrderBy(v => v.From).ThenBy(v => v.Import).Last());
        var plan = new Plan([], 0, 0);
        foreach (var row in rows)
        {
            var folded = Text.Fold(row.Name);
            var before = newest.GetValueOrDefault(folded);
            if (before is not null && before.FeeFen == row.Fee?.Fen)
            {
                plan = plan with { Unchanged = plan.Unchanged + 1 };
                continue;
            }
            var version = new SpecialtyVersion
            {
                County = db.CountyCode,
                Folded = folded,
                From = from ?? before?.From ?? Semester.Always,
                Import = number,
                Name = row.Name,
                FeeFen = row.Fee?.Fen,
            };
            plan.Versions.Add(version);
            if (before is null) plan = plan with { New = plan.New + 1 };
            newest[folded] = version;
        }
        return plan;
    }

    private sealed record Plan(List<SpecialtyVersion> Versions, int New, int Unchanged);
}
