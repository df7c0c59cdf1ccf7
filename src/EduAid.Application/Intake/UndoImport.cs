using EduAid.Application.Audit;
using EduAid.Application.Enrolments;
using EduAid.Application.Registrations;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Domain.Rosters;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Intake;

/// <summary>Why an import can't be taken back.</summary>
public abstract record UndoRefusal
{
    public sealed record NotFound(int Number) : UndoRefusal;

    public sealed record AlreadyUndone(int Number) : UndoRefusal;

    /// <summary>Rosters that are no drafts any more stand on it.</summary>
    public sealed record RostersStandOnIt(IReadOnlyList<string> Rosters) : UndoRefusal;

    /// <summary>Later imports stand on it: lists made from it by adding and mending, or lists of schools that only it knows.</summary>
    public sealed record ImportsStandOnIt(IReadOnlyList<int> Imports) : UndoRefusal;
}

/// <param name="Imports">Everything that was taken back: files of one list go together.</param>
/// <param name="Rows">Rows that no longer count.</param>
public sealed record UndoOutcome(IReadOnlyList<int> Imports, int Rows, UndoRefusal? Refusal = null);

/// <summary>Takes an import back whole and restores what it replaced, as long as nothing later stands on it. Drafts do not count: they turn stale.</summary>
public sealed class UndoImport(EduAidDbContext db, Work work, AuditTrail trail, TimeProvider time)
{
    public Task<UndoOutcome> RunAsync(Actor actor, int number, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            var import = await db.Imports.SingleOrDefaultAsync(i => i.Number == number, stop);
            if (import is null) return Refused(new UndoRefusal.NotFound(number));
            if (import.Undone) return Refused(new UndoRefusal.AlreadyUndone(number));
            var outcome = import.Kind switch
            {
                ListKind.Schools => await UndoSchoolsAsync(import, stop),
                ListKind.Specialties => await UndoSpecialtiesAsync(import, stop),
                ListKind.Poverty => await UndoRegisteredListAsync(import, stop),
                _ => await UndoListsAsync(import, stop),
            };
            if (outcome.Refusal is not null) return outcome;
            var (now, imports) = (time.GetUtcNow(), outcome.Imports);
            await db.Imports.Where(i => imports.Contains(i.Number)).ExecuteUpdateAsync(
                s => s.SetProperty(i => i.Undone, true).SetProperty(i => i.UndoneAt, now).SetProperty(i => i.UndoneBy, actor.Name), stop);
            foreach (var undone in imports) trail.Record(actor, "import.undo", $"import:{undone}", new { undone, outcome.Rows });
            return outcome;
        },
        stop);

    private static UndoOutcome Refused(UndoRefusal refusal) => new([], 0, refusal);

    private async Task<UndoOutcome> UndoListsAsync(Import import, CancellationToken stop)
    {
        var lists = await db.SchoolListImports.Where(l => l.Import == import.Number)
            .Join(db.SchoolLists.Where(l => !l.Undone), link => link.List, list => list.Id, (_, list) => list).ToListAsync(stop);
        var ids = lists.Select(l => l.Id).ToList();
        var schools = lists.Select(l => l.School).ToList();
        if (await StandingRostersAsync(r => r.Semester == import.Semester && schools.Contains(r.School), stop) is { Count: > 0 } rosters)
            return Refused(new UndoRefusal.RostersStandOnIt(rosters));
        var later = await db.SchoolLists.Where(l => !l.Undone && l.BuiltOn != null && ids.Contains(l.BuiltOn.Value))
            .Join(db.SchoolListImports, list => list.Id, link => link.List, (_, link) => link.Import).Distinct().Order().ToListAsync(stop);
        if (later.Count > 0) return Refused(new UndoRefusal.ImportsStandOnIt(later));

        await db.SchoolLists.Where(l => ids.Contains(l.Id))
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.Undone, true).SetProperty(l => l.Current, false), stop);
        foreach (var list in lists.Where(l => l.Current))
        {
            var before = await db.SchoolLists.Where(l => l.Kind == list.Kind && l.Semester == list.Semester && l.School == list.School && !l.Undone)
                .OrderByDescending(l => l.Version).Select(l => (Guid?)l.Id).FirstOrDefaultAsync(stop);
            if (before is { } id) await db.SchoolLists.Where(l => l.Id == id).ExecuteUpdateAsync(s => s.SetProperty(l => l.Current, true), stop);
        }
        await db.MarkDraftsStaleAsync(import.Semester, schools, stop);
        var together = await db.SchoolListImports.Where(l => ids.Contains(l.List)).Select(l => l.Import).Distinct().Order().ToListAsync(stop);
        // Another file of the command may hold further schools, whose lists stay; only files that have lost all their lists are undone.
        var remaining = await db.SchoolListImports.Where(l => together.Contains(l.Import))
            .Join(db.SchoolLists.Where(l => !l.Undone), link => link.List, list => list.Id, (link, _) => link.Import).Distinct().ToListAsync(stop);
        return new([.. together.Where(n => n == import.Number || !remaining.Contains(n))], lists.Sum(l => l.Rows));
    }

    private async Task<UndoOutcome> UndoRegisteredListAsync(Import import, CancellationToken stop)
    {
        if (await StandingRostersAsync(r => r.Semester >= import.Semester, stop) is { Count: > 0 } rosters)
            return Refused(new UndoRefusal.RostersStandOnIt(rosters));
        await db.RegisteredLists.Where(l => l.Import == import.Number).ExecuteUpdateAsync(s => s.SetProperty(l => l.Undone, true), stop);
        var rows = await db.Registrations.Where(r => r.List == import.Number).ExecuteUpdateAsync(s => s.SetProperty(r => r.ValidUntil, 0), stop);
        await new RegistrationSpans(db).RecomputeAsync(import.Semester, stop);
        await db.MarkDraftsStaleAsync(import.Semester, null, stop);
        return new([import.Number], rows);
    }

    private async Task<UndoOutcome> UndoSchoolsAsync(Import import, CancellationToken stop)
    {
        var versions = await db.SchoolVersions.Where(v => !v.Undone).ToListAsync(stop);
        var orphaned = versions.Where(v => v.Import == import.Number).Select(v => v.School)
            .Where(s => !versions.Any(v => v.School == s && v.Import != import.Number)).ToList();
        var later = await db.SchoolLists.Where(l => !l.Undone && orphaned.Contains(l.School))
            .Join(db.SchoolListImports, list => list.Id, link => link.List, (_, link) => link.Import).Distinct().Order().ToListAsync(stop);
        if (later.Count > 0) return Refused(new UndoRefusal.ImportsStandOnIt(later));
        if (await StandingRostersAsync(r => r.Semester >= import.Semester, stop) is { Count: > 0 } rosters)
            return Refused(new UndoRefusal.RostersStandOnIt(rosters));
        var rows = await db.SchoolVersions.Where(v => v.Import == import.Number).ExecuteUpdateAsync(s => s.SetProperty(v => v.Undone, true), stop);
        await db.MarkDraftsStaleAsync(import.Semester, null, stop);
        return new([import.Number], rows);
    }

    private async Task<UndoOutcome> UndoSpecialtiesAsync(Import import, CancellationToken stop)
    {
        if (await StandingRostersAsync(r => r.Semester >= import.Semester, stop) is { Count: > 0 } rosters)
            return Refused(new UndoRefusal.RostersStandOnIt(rosters));
        var rows = await db.SpecialtyVersions.Where(v => v.Import == import.Number).ExecuteUpdateAsync(s => s.SetProperty(v => v.Undone, true), stop);
        await db.MarkDraftsStaleAsync(import.Semester, null, stop);
        return new([import.Number], rows);
    }

    private async Task<IReadOnlyList<string>> StandingRostersAsync(
        System.Linq.Expressions.Expression<Func<Roster, bool>> which, CancellationToken stop)
    {
        var rosters = await db.Rosters.Where(which).Where(r => r.State != RosterState.Draft).Take(20)
            .Join(db.Schools, r => r.School, s => s.Id, (r, s) => new { r.Semester, r.Programme, s.Code }).ToListAsync(stop);
        return [.. rosters.Select(r => $"{r.Semester} {r.Programme} {r.Code}")];
    }
}
