using EduAid.Application.Audit;
using EduAid.Application.Intake;
using EduAid.Application.Jobs;
using EduAid.Application.People;
using EduAid.Application.Rosters;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Registrations;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Registrations;

/// <summary>
/// Reads a registered list (建档立卡). The first holds for all semesters if none is given; a later, different one must say from which
/// semester it holds, and speaks for the townships that occur in it.
/// </summary>
public sealed class ImportRegisteredList(
    EduAidDbContext db, Work work, AuditTrail trail, FieldCipher cipher, PersonDirectory people, TimeProvider time)
{
    /// <param name="staged">Set where the one file was staged before.</param>
    public async Task<ImportOutcome> RunAsync(
        Actor actor, IReadOnlyList<SentFile> files, bool partial, Semester? from, CancellationToken stop, StagedRegister? staged = null, IProgress<JobStep>? progress = null)
    {
        var today = time.Today();
        var batch = FileBatch.Read(new RegistrationReader(today), files, new(staged?.HiddenSheets ?? false, RowsRead: RowsRead.For(progress)), stop);
        return await work.ChangeAsync(
            async () =>
            {
                var reports = new List<ImportReport>();
                for (var file = 0; file < batch.Files.Count; file++)
                {
                    var report = batch.Report(file, partial);
                    progress?.Report(new(JobPhase.Writing, 0, report.Accepted));
                    if (!batch.IsRefused(file, partial))
                    {
                        var written = await WriteFileAsync(actor, [.. batch.Accepted(file)], report, from, staged, stop);
                        if (written is null) return new ImportOutcome([.. reports, report], new ImportRefusal.FromSemesterNeeded());
                        report = written;
                    }
                    reports.Add(report);
                }
                return new ImportOutcome(reports);
            },
            stop);
    }

    /// <summary>Who would come onto the register and who would leave it by one file; nothing is written.</summary>
    public async Task<RegisterPreview<RegistrationRow>> PreviewAsync(SentFile file, bool hiddenSheets, CancellationToken stop, IProgress<JobStep>? progress = null)
    {
        var today = time.Today();
        var batch = FileBatch.Read(new RegistrationReader(today), [file], new(hiddenSheets, KeepCells: true, RowsRead: RowsRead.For(progress)), stop);
        if (batch.IsRefused(0, partial: true)) return new(batch, new(0, 0, 0));
        var rows = batch.Accepted(0).ToList();
        var now = await db.Registrations.Where(r => r.ValidUntil == int.MaxValue)
            .Select(r => new { r.Person, r.Name, r.HouseholdNumber, r.Township, r.Village, r.Content }).ToListAsync(stop);
        var any = await db.RegisteredLists.AnyAsync(l => !l.Undone, stop);
        var known = await people.FindAsync([.. rows.Select(r => r.Value!.Id)], stop);
        var registered = now.Select(r => r.Person).ToHashSet();
        var staying = known.Values.ToHashSet();
        var contents = now.Select(r => Convert.ToHexString(r.Content)).ToHashSet(StringComparer.Ordinal);
        var joined = rows.Count(r => !known.TryGetValue(r.Value!.Id, out var person) || !registered.Contains(person));
        var unchanged = rows.Count(r => contents.Contains(Convert.ToHexString(cipher.Hash(r.Content))));
        // A list speaks for the townships that occur in it: absence elsewhere ends no registration.
        var townships = rows.Select(r => r.Value!.Township).ToHashSet(StringComparer.Ordinal);
        var leaving = now.Where(r => townships.Contains(r.Township) && !staying.Contains(r.Person)).ToList();
        return new(batch, new(joined, rows.Count - unchanged - joined, unchanged)
        {
            Left = leaving.Count,
            Leaving = [.. leaving.Take(RegisterChange.NamesShown).Select(r => new LeavingName(r.Name, $"{r.Township}{r.Village}"))],
            NeedsSemester = any,
            Moves = !any ? [] : Moves([.. now.Select(r => new RegisterLine(r.Person, r.Name, r.HouseholdNumber, r.Township, r.Village))], [.. rows.Select(r => Line(r.Value!, known))]),
            Townships = [.. rows.GroupBy(r => r.Value!.Township).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new TownshipRows(g.Key, g.Count()))],
            SilentTownships = [.. now.Select(r => r.Township).Distinct().Where(t => !townships.Contains(t)).Order(StringComparer.Ordinal)],
        });
    }

    private static RegisterLine Line(RegistrationRow row, Dictionary<string, PersonId> known) =>
        new(known.TryGetValue(row.Id, out var person) ? person : null, row.Name, row.HouseholdNumber, row.Township, row.Village);

    private static IReadOnlyList<RegisterMoves> Moves(IReadOnlyCollection<RegisterLine> present, IReadOnlyCollection<RegisterLine> coming) =>
        [.. RegisterDifference.Of(present, coming).GroupBy(m => m.Move).OrderBy(g => g.Key).Select(g => new RegisterMoves(g.Key, g.Count(), [.. g.Take(RegisterChange.NamesShown)]))];

    private async Task<ImportReport?> WriteFileAsync(
        Actor actor, IReadOnlyList<ReadRow<RegistrationRow>> rows, ImportReport report, Semester? from, StagedRegister? staged, CancellationToken stop)
    {
        var lists = await db.RegisteredLists.Where(l => !l.Undone).ToListAsync(stop);
        var latest = lists.OrderBy(l => l.From).ThenBy(l => l.Import).LastOrDefault();
        var contents = rows.Select(r => cipher.Hash(r.Content)).ToList();
        var before = latest is null ? [] : await db.Registrations.Where(r => r.List == latest.Import)
            .Select(r => new { r.Person, r.Content, r.Township }).ToListAsync(stop);
        var known = before.Select(b => Convert.ToHexString(b.Content)).ToHashSet();
        var unchanged = contents.Count(c => known.Contains(Convert.ToHexString(c)));
        report = report with { Unchanged = unchanged };
        if (latest is not null && unchanged == rows.Count && before.Count == rows.Count) return report;
        if (latest is not null && from is null) return null;

        var (number, now, county) = (staged?.Number ?? await db.NextImportNumberAsync(stop), time.GetUtcNow(), db.CountyCode);
        var persons = await people.FindOrAddAsync([.. rows.Select(r => (r.Value!.Id, r.Value.Name))], stop);
        var list = new RegisteredList { County = county, Import = number, From = from ?? Semester.Always, Rows = rows.Count };
        db.RegisteredLists.Add(list);
        await db.SaveChangesAsync(stop);
        await db.InsertManyAsync(rows.Select((row, i) => Row(county, list, i + 1, row, contents[i], persons)), stop);
        var ended = 0;
        if (lists.Count > 0) ended = await new RegistrationSpans(db).RecomputeAsync(list.From, stop);

        report = report with { Number = number, Written = rows.Count - unchanged, Removed = ended };
        db.Imports.Add(ImportRecord.Of(report, county, ListKind.Poverty, list.From, null, actor, now, staged?.StoredFile));
        await db.SaveChangesAsync(stop);
        await db.MarkDraftsStaleAsync(list.From, null, stop);
        trail.Record(actor, "registrations.import", $"import:{number}", ImportRecord.Details(report));
        return report;
    }

    private static Registration Row(
        string county, RegisteredList list, int line, ReadRow<RegistrationRow> row, byte[] content, Dictionary<string, PersonId> persons) => new()
        {
            County = county,
            List = list.Import,
            Line = line,
            Person = persons[row.Value!.Id],
            Name = row.Value.Name,
            HouseholdNumber = row.Value.HouseholdNumber,
            Head = row.Value.Head,
            Relation = row.Value.Relation,
            Category = row.Value.Category,
            ExitedYear = row.Value.ExitedYear,
            Township = row.Value.Township,
            Village = row.Value.Village,
            Disability = row.Value.Disability,
            Content = content,
            Sheet = row.Sheet,
            Row = row.Number,
            ValidFrom = list.From,
        };
}
