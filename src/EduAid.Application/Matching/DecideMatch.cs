using EduAid.Application.Audit;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Submissions;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Matching;

/// <summary>Why a pair was not decided, or a decision not taken back.</summary>
public enum MatchRefusal
{
    NotYourRole = 1,
    NotFound,
    ReasonMissing,

    /// <summary>Somebody has decided this pair; who thinks otherwise takes that back first.</summary>
    AlreadyDecided,

    /// <summary>Another pupil has been found to be this registered person: one of the two is wrong.</summary>
    TakenByAnother,
    AlreadyUndone,
}

/// <summary>
/// Says of a pair whether it is one person. The two stay two rows; the rules read the registration of the one for the other from now on,
/// in this and later semesters, until it is taken back.
/// </summary>
public sealed class DecideMatch(EduAidDbContext db, Work work, RecomputePerson recompute, AuditTrail trail, TimeProvider time)
{
    public const int LongestReason = 200;

    public Task<MatchRefusal?> RunAsync(Actor actor, Guid candidate, MatchVerdict verdict, string? reason, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!FindMatches.May(actor.Role)) return MatchRefusal.NotYourRole;
            var pair = await db.MatchCandidates.SingleOrDefaultAsync(c => c.Id == candidate, stop);
            if (pair is null || !Enum.IsDefined(verdict)) return MatchRefusal.NotFound;
            var why = (reason ?? "").Trim();
            if (why.Length is 0 or > LongestReason) return MatchRefusal.ReasonMissing;
            var standing = await MatchLinks.Standing(db).Where(d => (d.Registered == pair.Registered || d.Enrolled == pair.Enrolled) && d.Verdict != MatchVerdict.AskSchool).ToListAsync(stop);
            if (standing.Exists(d => d.Registered == pair.Registered && d.Enrolled == pair.Enrolled)) return MatchRefusal.AlreadyDecided;
            if (verdict == MatchVerdict.Same && standing.Exists(d => d.Verdict == MatchVerdict.Same)) return MatchRefusal.TakenByAnother;
            var now = time.GetUtcNow();
            var decision = new MatchDecision
            {
                County = db.CountyCode,
                Id = Keys.New(now),
                Semester = pair.Semester,
                Registered = pair.Registered,
                Enrolled = pair.Enrolled,
                School = pair.School,
                Verdict = verdict,
                Reason = why,
                By = actor.Name,
                At = now,
            };
            if (verdict == MatchVerdict.Same) await recompute.RunAsync(actor, pair.Semester, pair.Enrolled, () => Task.FromResult(db.MatchDecisions.Add(decision)), stop);
            else db.MatchDecisions.Add(decision);
            if (verdict == MatchVerdict.AskSchool) db.Messages.Add(Message.AboutPupil(pair.County, pair.School, pair.Semester, await NameAsync(pair, stop), why, actor.Name, now));
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "match.decide", $"person:{pair.Enrolled.Value:N}", new { Semester = pair.Semester.ToString(), Registered = pair.Registered.Value, After = verdict.ToString(), Why = why });
            return (MatchRefusal?)null;
        },
        stop);

    private Task<string> NameAsync(MatchCandidate pair, CancellationToken stop) => db.People.Where(p => p.Id == pair.Enrolled).Select(p => p.Name).SingleAsync(stop);
}

/// <summary>Takes a decision about a pair back; it stands in the queue again where it is still found.</summary>
public sealed class UndoMatch(EduAidDbContext db, Work work, RecomputePerson recompute, AuditTrail trail, TimeProvider time)
{
    /// <param name="semester">The semester that is worked in, whose drafts are computed anew at once.</param>
    public Task<MatchRefusal?> RunAsync(Actor actor, Guid decision, Semester semester, string? reason, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!FindMatches.May(actor.Role)) return MatchRefusal.NotYourRole;
            var found = await db.MatchDecisions.AsTracking().SingleOrDefaultAsync(d => d.Id == decision, stop);
            if (found is null) return MatchRefusal.NotFound;
            if (found.UndoneAt is not null) return MatchRefusal.AlreadyUndone;
            var why = (reason ?? "").Trim();
            if (why.Length is 0 or > DecideMatch.LongestReason) return MatchRefusal.ReasonMissing;
            await recompute.RunAsync(
                actor, semester, found.Enrolled,
                () =>
                {
                    (found.UndoneBy, found.UndoneAt, found.UndoneReason) = (actor.Name, time.GetUtcNow(), why);
                    return Task.CompletedTask;
                },
                stop);
            trail.Record(actor, "match.undo", $"person:{found.Enrolled.Value:N}", new { Registered = found.Registered.Value, Before = found.Verdict.ToString(), Decided = found.By, Why = why });
            return (MatchRefusal?)null;
        },
        stop);
}
