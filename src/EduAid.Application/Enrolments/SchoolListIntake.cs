using EduAid.Application.Audit;
using EduAid.Application.Intake;
using EduAid.Application.Jobs;
using EduAid.Application.People;
using EduAid.Application.Rosters;
using EduAid.Application.Schools;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Enrolments;

/// <summary>Plans and writes versions of schools' lists: what the two kinds of list have in common.</summary>
internal sealed class SchoolListIntake<TRow, TLine>(
    EduAidDbContext db, SchoolListForm<TRow, TLine> form, PersonDirectory people, FieldCipher cipher, AuditTrail trail, TimeProvider time)
    where TRow : class
    where TLine : class, IListLine
{
    /// <summary>
    /// What accepting would do, school by school. A school of which any file is refused is left out: its list stays as it was.
    /// Where a school sends its own list, a file of which nothing can be read is that school's too.
    /// </summary>
    public async Task<IReadOnlyList<SchoolPlan<TRow>>> PlanAsync(FileBatch<TRow> batch, ListImport import, SchoolRegister schools, CancellationToken stop)
    {
        var (partial, mode, semester) = (import.Partial, import.Mode, import.Semester);
        if (import.OwnSchool is not null && Enumerable.Range(0, batch.Files.Count).Any(f => batch.IsRefused(f, partial))) return [];
        var blocked = Enumerable.Range(0, batch.Files.Count).Where(f => batch.IsRefused(f, partial))
            .SelectMany(f => batch.Files[f].Rows.Select(r => r.Key.Split('|')[0])).ToHashSet(StringComparer.Ordinal);
        var rows = Enumerable.Range(0, batch.Files.Count).Where(f => !batch.IsRefused(f, partial))
            .SelectMany(f => batch.Accepted(f).Select(row => (File: f, Row: row)))
            .GroupBy(r => form.SchoolCode(r.Row.Value!)).Where(g => !blocked.Contains(g.Key)).ToList();
        var ids = rows.Select(g => schools[g.Key].Id).ToList();
        var current = await db.SchoolLists.Where(l => l.Current && l.Kind == form.Kind && l.Semester == semester && ids.Contains(l.School))
            .ToDictionaryAsync(l => l.School, stop);

        var plans = new List<SchoolPlan<TRow>>();
        foreach (var school in rows)
        {
            var mends = school.All(r => batch.Files[r.File].Mends is not null);
            plans.Add(await PlanSchoolAsync(
                schools[school.Key].Id, current.GetValueOrDefault(schools[school.Key].Id), mends ? ListMode.Add : mode, [.. school], stop));
        }
        return plans;
    }

    /// <summary>Writes the plans and one import a file; to be called within a change.</summary>
    public async Task<IReadOnlyList<ImportReport>> WriteAsync(
        Actor actor, FileBatch<TRow> batch, ListImport import, IReadOnlyList<SchoolPlan<TRow>> plans, CancellationToken stop)
    {
        var (partial, semester, numbers, storedFiles) = (import.Partial, import.Semester, import.Numbers, import.StoredFiles);
        var changing = plans.Where(p => !p.ChangesNothing).ToList();
        var files = changing.SelectMany(p => p.Rows.Select(r => r.File)).Distinct().Order().ToList();
        var next = files.Count > 0 && numbers is null ? await db.NextImportNumberAsync(stop) : 0;
        var numberOf = files.Select((file, i) => (file, Number: numbers?[file] ?? next + i)).ToDictionary(p => p.file, p => p.Number);

        var persons = await people.FindOrAddAsync(
            [.. changing.SelectMany(p => p.Rows.Select(r => (form.Id(r.Row.Value!), form.Name(r.Row.Value!))))], stop);
        var (done, rows) = (0L, changing.Sum(p => (long)p.Rows.Count));
        foreach (var plan in changing)
        {
            import.Progress?.Report(new(JobPhase.Writing, done, rows));
            await WriteVersionAsync(actor, plan, semester, numberOf, persons, stop);
            done += plan.Rows.Count;
        }

        var now = time.GetUtcNow();
        var reports = new List<ImportReport>();
        for (var file = 0; file < batch.Files.Count; file++)
        {
            var report = Report(batch, partial, plans, file);
            if (numberOf.TryGetValue(file, out var number))
            {
                report = report with { Number = number };
                var schools = plans.Where(p => p.Rows.Any(r => r.File == file)).Select(p => p.School).Distinct().ToList();
                db.Imports.Add(ImportRecord.Of(
                    report, db.CountyCode, form.Input, semester, schools.Count == 1 ? schools[0] : null, actor, now, storedFiles?[file]));
                trail.Record(actor, $"{(form.Kind == SchoolListKind.Enrolments ? "enrolments" : "admissions")}.import", $"import:{number}",
                    ImportRecord.Details(report));
            }
            reports.Add(report);
        }
        await db.SaveChangesAsync(stop);
        if (changing.Count > 0) await db.MarkDraftsStaleAsync(semester, [.. changing.Select(p => p.School)], stop);
        return reports;
    }

    /// <summary>The report of a file under the plans, before or after writing.</summary>
    public static ImportReport Report(FileBatch<TRow> batch, bool partial, IReadOnlyList<SchoolPlan<TRow>> plans, int file)
    {
        var report = batch.Report(file, partial);
        var (unchanged, written, removed) = (0, 0, 0);
        foreach (var plan in plans)
        {
            var own = plan.Rows.Where(r => r.File == file).ToList();
            if (own.Count == 0) continue;
            var same = own.Count(r => plan.Unchanged.Contains(r.Row));
            unchanged += same;
            written += own.Count - same;
            if (plan.Rows[0].File == file) removed += plan.Leaving.Count;
        }
        return report with { Unchanged = unchanged, Written = written, Removed = removed };
    }

    private async Task<SchoolPlan<TRow>> PlanSchoolAsync(
        SchoolId school, SchoolList? current, ListMode mode, IReadOnlyList<(int File, ReadRow<TRow> Row)> rows, CancellationToken stop)
    {
        if (current is null)
        {
            return new()
            {
                School = school,
                Mode = mode,
                Current = null,
                Rows = rows,
                Unchanged = new HashSet<ReadRow<TRow>>(),
                Coming = rows.Count,
                Leaving = [],
            };
        }
        var lines = await db.Set<TLine>().Where(l => l.List == current.Id).OrderBy(l => l.Line).ToListAsync(stop);
        var contents = lines.Select(l => Convert.ToHexString(l.Content)).ToHashSet(StringComparer.Ordinal);
        var known = await people.FindAsync([.. rows.Select(r => form.Id(r.Row.Value!))], stop);
        var staying = rows.Select(r => known.GetValueOrDefault(form.Id(r.Row.Value!))).ToHashSet();
        var onList = lines.Select(l => l.Person).ToHashSet();
        return new()
        {
            School = school,
            Mode = mode,
            Current = current,
            Rows = rows,
            Unchanged = rows.Where(r => contents.Contains(Convert.ToHexString(cipher.Hash(r.Row.Content)))).Select(r => r.Row)
                .ToHashSet<ReadRow<TRow>>(ReferenceEqualityComparer.Instance),
            Coming = rows.Count(r => !onList.Contains(known.GetValueOrDefault(form.Id(r.Row.Value!)))),
            Leaving = mode == ListMode.Add ? [] : [.. lines.Where(l => !staying.Contains(l.Person)).Select(Leaves)],
        };
    }

    private static Leaving Leaves(TLine line) => line switch
    {
        Enrolment enrolment => new(line.Person, enrolment.Name, enrolment.Class, line.Line),
        Admission admission => new(line.Person, admission.Name, null, line.Line),
        _ => throw new InvalidOperationException("A list has enrolments or admissions."),
    };

    private async Task WriteVersionAsync(
        Actor actor, SchoolPlan<TRow> plan, Semester semester, Dictionary<int, int> numberOf, Dictionary<string, PersonId> persons, CancellationToken stop)
    {
        var (county, now) = (db.CountyCode, time.GetUtcNow());
        var list = Keys.New(now);
        var carried = plan.Mode == ListMode.Add && plan.Current is { } before
            ? await db.Set<TLine>().Where(l => l.List == before.Id).OrderBy(l => l.Line).ToListAsync(stop) : [];
        var mended = plan.Rows.Select(r => persons[form.Id(r.Row.Value!)]).ToHashSet();
        var lines = new List<TLine>();
        foreach (var line in carried.Where(l => !mended.Contains(l.Person)))
            lines.Add(form.Carry(cipher, new(county, list, lines.Count + 1, plan.School, line.Person), line));
        foreach (var (file, row) in plan.Rows)
        {
            var place = new LinePlace(county, list, lines.Count + 1, plan.School, persons[form.Id(row.Value!)]);
            lines.Add(form.Store(cipher, place, numberOf[file], row, cipher.Hash(row.Content)));
        }

        if (plan.Current is { } replaced)
            await db.SchoolLists.Where(l => l.Id == replaced.Id).ExecuteUpdateAsync(s => s.SetProperty(l => l.Current, false), stop);
        var version = await db.SchoolLists.Where(l => l.Kind == form.Kind && l.Semester == semester && l.School == plan.School)
            .MaxAsync(l => (int?)l.Version, stop) ?? 0;
        db.SchoolLists.Add(new SchoolList
        {
            County = county,
            Id = list,
            Kind = form.Kind,
            Semester = semester,
            School = plan.School,
            Version = version + 1,
            BuiltOn = carried.Count > 0 ? plan.Current!.Id : null,
            Current = true,
            Rows = lines.Count,
            At = now,
            By = actor.Name,
        });
        foreach (var number in plan.Rows.Select(r => numberOf[r.File]).Distinct())
            db.SchoolListImports.Add(new SchoolListImport { County = county, List = list, Import = number });
        await db.SaveChangesAsync(stop);
        await db.InsertManyAsync(lines, stop);
    }
}
