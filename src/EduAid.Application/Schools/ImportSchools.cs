using EduAid.Application.Audit;
using EduAid.Application.Intake;
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
    public async Task<ImportOutcome> RunAsync(
        Actor actor, IReadOnlyList<SentFile> files, bool partial, Semester? from, CancellationToken stop, Guid? storedFile = null)
    {
        var batch = FileBatch.Read(new SchoolReader(), files, new(), stop);
        return await work.ChangeAsync(() => WriteAsync(actor, batch, partial, from, storedFile, stop), stop);
    }

    private async Task<ImportOutcome> WriteAsync(
        Actor actor, FileBatch<SchoolRow> batch, bool partial, Semester? from, Guid? storedFile, CancellationToken stop)
    {
        var reports = new List<ImportReport>();
        for (var file = 0; file < batch.Files.Count; file++)
        {
            var report = batch.Report(file, partial);
            reports.Add(batch.IsRefused(file, partial) ? report : await WriteFileAsync(actor, batch, file, report, from, storedFile, stop));
        }
        return new(reports);
    }

    private async Task<ImportReport> WriteFileAsync(
        Actor actor, FileBatch<SchoolRow> batch, int file, ImportReport report, Semester? from, Guid? storedFile, CancellationToken stop)
    {
        var county = db.CountyCode;
        var (number, now) = (await db.NextImportNumberAsync(stop), time.GetUtcNow());
        var schools = await db.Schools.ToDictionaryAsync(s => s.Code, s => s.Id, StringComparer.Ordinal, stop);
        var newest = (await db.SchoolVersions.Where(v => !v.Undone).ToListAsync(stop))
            .GroupBy(v => v.School).ToDictionary(g => g.Key, g => g.OrderBy(v => v.From).ThenBy(v => v.Import).Last());
        var (unchanged, written) = (0, 0);
        foreach (var row in batch.Accepted(file).Select(r => r.Value!))
        {
            if (!schools.TryGetValue(row.Code, out var id))
            {
                id = new SchoolId(Keys.New(now));
                schools[row.Code] = id;
                db.Schools.Add(new School { County = county, Id = id, Code = row.Code });
            }
            var before = newest.GetValueOrDefault(id);
            var version = Version(county, id, from ?? before?.From ?? Semester.Always, number, row);
            if (before is not null && version.SaysTheSameAs(before))
            {
                unchanged++;
                continue;
            }
            db.SchoolVersions.Add(version);
            newest[id] = version;
            written++;
        }
        report = report with { Unchanged = unchanged, Written = written };
        if (written == 0) return report;
        report = report with { Number = number };
        db.Imports.Add(ImportRecord.Of(report, county, ListKind.Schools, from ?? Semester.Always, null, actor, now, storedFile));
        await db.SaveChangesAsync(stop);
        await db.MarkDraftsStaleAsync(from ?? Semester.Always, null, stop);
        trail.Record(actor, "schools.import", $"import:{number}", ImportRecord.Details(report));
        return report;
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
}
