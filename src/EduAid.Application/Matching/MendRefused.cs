using EduAid.Application.Audit;
using EduAid.Application.Enrolments;
using EduAid.Application.Intake;
using EduAid.Application.People;
using EduAid.Application.Rosters;
using EduAid.Application.Schools;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Storage.Protection;
using EduAid.Application.Submissions;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Matching;

/// <summary>Why a refused row was not decided, or a decision about one not taken back.</summary>
public enum MendRefusal
{
    NotYourRole = 1,
    NotFound,
    ReasonMissing,
    AlreadyDecided,

    /// <summary>The row, or the registered child, has been decided with another.</summary>
    TakenByAnother,

    /// <summary>The child stands on a list of the semester by now: the row would come on top of it.</summary>
    AlreadyListed,

    /// <summary>The school's list is another by now.</summary>
    ListReplaced,
    AlreadyUndone,
}

/// <summary>
/// Says of a refused row whose it is. Where it is the registered child's, the row comes onto the school's list with the child's ID, as if
/// the school had mended it and sent it back alone: nothing else on the list changes.
/// </summary>
public sealed class MendRefused(
    EduAidDbContext db, Work work, RefusedRows rows, ImportEnrolments lists, PersonDirectory people, FieldCipher cipher, AuditTrail trail, TimeProvider time)
{
    public Task<MendRefusal?> RunAsync(Actor actor, Guid candidate, MatchVerdict verdict, string? reason, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!FindMatches.May(actor.Role)) return MendRefusal.NotYourRole;
            var pair = await db.RefusedCandidates.SingleOrDefaultAsync(c => c.Id == candidate, stop);
            if (pair is null || !Enum.IsDefined(verdict)) return MendRefusal.NotFound;
            var why = (reason ?? "").Trim();
            if (why.Length is 0 or > DecideMatch.LongestReason) return MendRefusal.ReasonMissing;
            if (await StandingAsync(pair, verdict, stop) is { } standing) return standing;
            var row = await db.RefusedRows.SingleAsync(r => r.Id == pair.Refused, stop);
            int? import = null;
            if (verdict == MatchVerdict.Same)
            {
                (import, var refusal) = await MendAsync(actor, pair, row, stop);
                if (refusal is not null) return refusal;
            }
            var now = time.GetUtcNow();
            db.RefusedDecisions.Add(new()
            {
                County = db.CountyCode,
                Id = Keys.New(now),
                Semester = pair.Semester,
                Refused = pair.Refused,
                Registered = pair.Registered,
                School = pair.School,
                Verdict = verdict,
                Import = import,
                Reason = why,
                By = actor.Name,
                At = now,
            });
            if (verdict == MatchVerdict.AskSchool) db.Messages.Add(Message.AboutPupil(row.County, row.School, row.Semester, row.Name, why, actor.Name, now));
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "refused.decide", $"person:{pair.Registered.Value:N}", new { Semester = pair.Semester.ToString(), row.Import, row.Sheet, row.Row, After = verdict.ToString(), Mended = import, Why = why });
            return (MendRefusal?)null;
        },
        stop);

    private async Task<MendRefusal?> StandingAsync(RefusedCandidate pair, MatchVerdict verdict, CancellationToken stop)
    {
        var standing = await db.RefusedDecisions.Where(d => d.UndoneAt == null && d.Semester == pair.Semester && d.Verdict != MatchVerdict.AskSchool
            && (d.Refused == pair.Refused || d.Registered == pair.Registered)).ToListAsync(stop);
        if (standing.Exists(d => d.Refused == pair.Refused && d.Registered == pair.Registered)) return MendRefusal.AlreadyDecided;
        return verdict == MatchVerdict.Same && standing.Exists(d => d.Verdict == MatchVerdict.Same) ? MendRefusal.TakenByAnother : null;
    }

    private async Task<(int? Import, MendRefusal? Refusal)> MendAsync(Actor actor, RefusedCandidate pair, RefusedRow row, CancellationToken stop)
    {
        if (!(await rows.StandingListsAsync(pair.Semester, stop)).Contains(row.List)) return (null, MendRefusal.ListReplaced);
        if (await SemesterFacts.CurrentEnrolments(db, pair.Semester).AnyAsync(e => e.Person == pair.Registered, stop)) return (null, MendRefusal.AlreadyListed);
        var ids = await people.RevealAsync([pair.Registered], stop);
        if (!ids.TryGetValue(pair.Registered, out var id)) return (null, MendRefusal.NotFound);
        var schools = await SchoolRegister.LoadAsync(db, pair.Semester, stop);
        if (schools.Find(pair.School) is not { } school) return (null, MendRefusal.ListReplaced);
        var mended = row.Content(cipher).Value with { Id = id.Reveal(), SchoolCode = school.Code };
        var report = await lists.MendAsync(actor, pair.Semester, schools, new(row.Import, row.Sheet, row.Row, mended), stop);
        return (report.Number, null);
    }
}

/// <summary>Takes a decision about a refused row back. A row that came onto the list by it leaves again, in a version of its own; what the school has sent since stays.</summary>
public sealed class UndoMend(EduAidDbContext db, Work work, ReviseList revise, AuditTrail trail, TimeProvider time)
{
    public Task<MendRefusal?> RunAsync(Actor actor, Guid decision, string? reason, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!FindMatches.May(actor.Role)) return MendRefusal.NotYourRole;
            var found = await db.RefusedDecisions.AsTracking().SingleOrDefaultAsync(d => d.Id == decision, stop);
            if (found is null) return MendRefusal.NotFound;
            if (found.UndoneAt is not null) return MendRefusal.AlreadyUndone;
            var why = (reason ?? "").Trim();
            if (why.Length is 0 or > DecideMatch.LongestReason) return MendRefusal.ReasonMissing;
            (found.UndoneBy, found.UndoneAt, found.UndoneReason) = (actor.Name, time.GetUtcNow(), why);
            await db.SaveChangesAsync(stop);
            if (found is { Verdict: MatchVerdict.Same, Import: { } import }) await LeaveAsync(actor, found, import, stop);
            trail.Record(actor, "refused.undo", $"person:{found.Registered.Value:N}", new { Before = found.Verdict.ToString(), Decided = found.By, found.Import, Why = why });
            return (MendRefusal?)null;
        },
        stop);

    private async Task LeaveAsync(Actor actor, RefusedDecision decision, int import, CancellationToken stop)
    {
        var list = await (from line in SemesterFacts.CurrentEnrolments(db, decision.Semester)
                          join version in db.SchoolLists on line.List equals version.Id
                          where line.Person == decision.Registered && line.School == decision.School && line.Import == import
                          select version).FirstOrDefaultAsync(stop);
        if (list is null) return;
        var number = await db.NextImportNumberAsync(stop);
        var rows = await revise.RunAsync(list, actor.Name, number, line => line.Person == decision.Registered ? null : new(line, null), stop);
        db.Imports.Add(revise.ImportOf(list, actor.Name, number, rows: 1, written: 0, removed: 1));
        await db.SaveChangesAsync(stop);
        await db.MarkDraftsStaleAsync(decision.Semester, [decision.School], stop);
        trail.Record(actor, "enrolments.import", $"import:{number}", new { File = RenamedLine.Sheet, Removed = 1, Rows = rows });
    }
}
