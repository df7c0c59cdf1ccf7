using EduAid.Application.Audit;
using EduAid.Application.Intake;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Specialties;

/// <summary>Reads the fees of specialties. What it states anew becomes a version; a specialty that it does not name stays as it is.</summary>
public sealed class ImportSpecialties(EduAidDbContext db, Work work, AuditTrail trail, TimeProvider time)
{
    public async Task<ImportOutcome> RunAsync(
        Actor actor, IReadOnlyList<SentFile> files, bool partial, Semester? from, CancellationToken stop, Guid? storedFile = null)
    {
        var batch = FileBatch.Read(new SpecialtyReader(), files, new(), stop);
        return await work.ChangeAsync(
            async () =>
            {
                var reports = new List<ImportReport>();
                for (var file = 0; file < batch.Files.Count; file++)
                {
                    var report = batch.Report(file, partial);
                    reports.Add(batch.IsRefused(file, partial) ? report : await WriteFileAsync(actor, batch, file, report, from, storedFile, stop));
                }
                return new ImportOutcome(reports);
            },
            stop);
    }

    private async Task<ImportReport> WriteFileAsync(
        Actor actor, FileBatch<SpecialtyRow> batch, int file, ImportReport report, Semester? from, Guid? storedFile, CancellationToken stop)
    {
        var county = db.CountyCode;
        var (number, now) = (await db.NextImportNumberAsync(stop), time.GetUtcNow());
        var newest = (await db.SpecialtyVersions.Where(v => !v.Undone).ToListAsync(stop))
            .GroupBy(v => v.Folded).ToDictionary(g => g.Key, g => g.OrderBy(v => v.From).ThenBy(v => v.Import).Last());
        var (unchanged, written) = (0, 0);
        foreach (var row in batch.Accepted(file).Select(r => r.Value!))
        {
            var folded = Text.Fold(row.Name);
            var before = newest.GetValueOrDefault(folded);
            if (before is not null && before.FeeFen == row.Fee?.Fen)
            {
                unchanged++;
                continue;
            }
            var version = new SpecialtyVersion
            {
                County = county,
                Folded = folded,
                From = from ?? before?.From ?? Semester.Always,
                Import = number,
                Name = row.Name,
                FeeFen = row.Fee?.Fen,
            };
            db.SpecialtyVersions.Add(version);
            newest[folded] = version;
            written++;
        }
        report = report with { Unchanged = unchanged, Written = written };
        if (written == 0) return report;
        report = report with { Number = number };
        db.Imports.Add(ImportRecord.Of(report, county, ListKind.Specialties, from ?? Semester.Always, null, actor, now, storedFile));
        await db.SaveChangesAsync(stop);
        await db.MarkDraftsStaleAsync(from ?? Semester.Always, null, stop);
        trail.Record(actor, "specialties.import", $"import:{number}", ImportRecord.Details(report));
        return report;
    }
}
