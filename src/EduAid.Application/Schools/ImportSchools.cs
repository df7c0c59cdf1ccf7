using EduAid.Application.Audit;
using EduAid.Application.Intake;
using EduAid.Application.Jobs;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Schools;

/// <summary>
/// Reads the register of schools. What it states anew becomes a version of the school; a school that it does not name stays as it is.
/// Without a semester of its own a version corrects the one before from the same semester on.
/// </summary>
public sealed class ImportSchools(EduAidDbContext db, Work work, AuditTrail trail, FieldCipher cipher, TimeProvider time)
{
    /// <param name="staged">Set where the one file was staged before.</param>
    public async Task<ImportOutcome> RunAsync(
        Actor actor, IReadOnlyList<SentFile> files, bool partial, Semester? from, CancellationToken stop, StagedRegister? staged = null, IProgress<JobStep>? progress = null)
    {
        var batch = FileBatch.Read(new SchoolReader(), files, new(staged?.HiddenSheets ?? false, RowsRead: RowsRead.For(progress)), stop);
        return await work.ChangeAsync(() => WriteAsync(actor, batch, partial, from, staged, stop), stop);
    }

    /// <summary>What accepting one file would do; nothing is written.</summary>
    public async Task<RegisterPreview<SchoolRow>> PreviewAsync(SentFile file, bool hiddenSheets, CancellationToken stop, IProgress<JobStep>? progress = null)
    {
        var batch = FileBatch.Read(new SchoolReader(), [file], new(hiddenSheets, KeepCells: true, RowsRead: RowsRead.For(progress)), stop);
        var plan = batch.IsRefused(0, partial: true) ? new([], [], []) : await PlanAsync([.. batch.Accepted(0).Select(r => r.Value!)], null, 0, stop);
        return new(batch, new(plan.New.Count, plan.Versions.Count - plan.New.Count, plan.Repeated.Count));
    }

    private async Task<ImportOutcome> WriteAsync(
        Actor actor, FileBatch<SchoolRow> batch, bool partial, Semester? from, StagedRegister? staged, CancellationToken stop)
    {
        var reports = new List<ImportReport>();
        for (var file = 0; file < batch.Files.Count; file++)
        {
            var report = batch.Report(file, partial);
            reports.Add(batch.IsRefused(file, partial) ? report : await WriteFileAsync(actor, batch, file, report, from, staged, stop));
        }
        return new(reports);
    }

    private async Task<ImportReport> WriteFileAsync(
        Actor actor, FileBatch<SchoolRow> batch, int file, ImportReport report, Semester? from, StagedRegister? staged, CancellationToken stop)
    {
        var number = staged?.Number ?? await db.NextImportNumberAsync(stop);
        var plan = await PlanAsync([.. batch.Accepted(file).Select(r => r.Value!)], from, number, stop);
        report = report with { Unchanged = plan.Repeated.Count, Written = plan.Versions.Count };
        if (plan.Versions.Count == 0) return report;
        report = report with { Number = number };
        db.Schools.AddRange(plan.New);
        db.SchoolVersions.AddRange(plan.Versions);
        // What the file repeats it states too: when an earlier import is taken back, this one still knows these schools.
        db.SchoolVersions.AddRange(plan.Repeated);
        db.Imports.Add(ImportRecord.Of(report, db.CountyCode, ListKind.Schools, from ?? Semester.Always, null, actor, time.GetUtcNow(), staged?.StoredFile));
        await db.SaveChangesAsync(stop);
        await db.MarkDraftsStaleAsync(from ?? Semester.Always, null, stop);
        trail.Record(actor, "schools.import", $"import:{number}", ImportRecord.Details(report));
        return report;
    }

    private async Task<Plan> PlanAsync(IReadOnlyList<SchoolRow> rows, Semester? from, int number, CancellationToken stop)
    {
        var (county, now) = (db.CountyCode, time.GetUtcNow());
        var schools = await db.Schools.ToDictionaryAsync(s => s.Code, s => s.Id, StringComparer.Ordinal, stop);
        var newest = (await db.SchoolVersions.Where(v => !v.Undone).ToListAsync(stop))
            .GroupBy(v => v.School).ToDictionary(g => g.Key, g => g.OrderBy(v => v.From).ThenBy(v => v.Import).Last());
        var plan = new Plan([], [], []);
        foreach (var row in rows)
        {
            if (!schools.TryGetValue(row.Code, out var id))
            {
                id = new SchoolId(Keys.New(now));
                schools[row.Code] = id;
                plan.New.Add(new School { County = county, Id = id, Code = row.Code });
            }
            var before = newest.GetValueOrDefault(id);
            var version = Version(county, id, from ?? before?.From ?? Semester.Always, number, row);
            if (before is not null && version.SaysTheSameAs(before)) plan.Repeated.Add(version);
            else plan.Versions.Add(version);
            newest[id] = version;
        }
        return plan;
    }

    private SchoolVersion Version(string county, SchoolId id, Semester from, int import, SchoolRow row) => new()
    {
        County = county,
        School = id,
        From = from,
        Import = import,
        Name = row.Name,
        Township = row.Township,
        Kind = row.Kind,
        Sponsor = row.Sponsor,
        Tier = row.Tier,
        PayeeName = row.PayeeName,
        Bank = row.Bank,
        ActualTuitionFen = row.ActualTuition?.Fen,
        AccountCipher = row.Account is { } account ? cipher.Encrypt(account, Places.SchoolAccount(county, id, from, import)) : null,
        AccountHash = row.Account is { } number ? cipher.Hash("account", county, number) : null,
    };

    private sealed record Plan(List<School> New, List<SchoolVersion> Versions, List<SchoolVersion> Repeated);
}
