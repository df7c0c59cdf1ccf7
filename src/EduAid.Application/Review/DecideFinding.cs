using EduAid.Application.Accounts;
using EduAid.Application.Audit;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Domain.Findings;
using EduAid.Domain.Review;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Review;

/// <summary>Why a finding was not decided, or a decision not taken back.</summary>
public enum DecisionRefusal
{
    NotYourRole = 1,

    /// <summary>It is not there, or somebody has decided it already.</summary>
    NotFound,

    /// <summary>This decision does not answer this finding.</summary>
    OtherQuestion,
    AnswerMissing,
    ReasonMissing,

    /// <summary>It was taken back before.</summary>
    AlreadyUndone,
}

/// <param name="School">The school that holds the child, where that is the question.</param>
/// <param name="Value">What a blank cell should have said, as <see cref="DecisionAnswers"/> writes it.</param>
public sealed record FindingAnswer(DecisionKind Kind, SchoolId? School, string? Value, string? Reason);

/// <summary>Who decides findings: what a school can know the school and the county, the rest the county.</summary>
public static class ReviewRights
{
    public static bool May(Role role, Assignee assignee) => role == Role.AidOfficer || (assignee == Assignee.School && role is Role.SchoolClerk or Role.TownshipSchool);

    internal static bool May(Actor actor, Assignee assignee) => actor.Held is { } role && May(role, assignee);
}

/// <summary>Answers one finding. What the answer touches is computed anew at once; later generations read it.</summary>
public sealed class DecideFinding(EduAidDbContext db, Work work, RecomputePerson recompute, AuditTrail trail, TimeProvider time)
{
    public const int LongestReason = 500;

    public Task<DecisionRefusal?> RunAsync(Actor actor, Guid finding, FindingAnswer answer, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            // Through the scope: another school's finding is not there.
            var found = await db.Findings.Include(f => f.Schools).SingleOrDefaultAsync(f => f.Id == finding, stop);
            if (found is null) return DecisionRefusal.NotFound;
            if (!ReviewRights.May(actor, DecisionAnswers.AssigneeOf(found.Code))) return DecisionRefusal.NotYourRole;
            if (!DecisionAnswers.Of(found.Code).Contains(answer.Kind)) return DecisionRefusal.OtherQuestion;
            if (!DecisionAnswers.IsAnswer(answer.Kind, answer.Value?.Trim())) return DecisionRefusal.AnswerMissing;
            if (answer.Kind == DecisionKind.HeldBy && (answer.School is not { } named || found.Schools.TrueForAll(s => s.School != named))) return DecisionRefusal.AnswerMissing;
            var reason = (answer.Reason ?? "").Trim();
            if (reason.Length is 0 or > LongestReason) return DecisionRefusal.ReasonMissing;
            if (ValueOf(found, answer) is not { } value) return DecisionRefusal.NotFound;
            var now = time.GetUtcNow();
            var decision = new Decision
            {
                County = db.CountyCode,
                Id = Keys.New(now),
                Semester = found.Semester,
                Person = found.Person,
                School = answer.Kind == DecisionKind.HeldBy ? answer.School : found.Schools.Select(s => (SchoolId?)s.School).FirstOrDefault(),
                Code = found.Code,
                Kind = answer.Kind,
                Value = value,
                Reason = reason,
                By = actor.Name,
                At = now,
            };
            await recompute.RunAsync(actor, found.Semester, found.Person, () => Task.FromResult(db.Decisions.Add(decision)), stop);
            trail.Record(actor, "finding.decide", $"person:{found.Person.Value:N}", new
            {
                Semester = found.Semester.ToString(),
                found.Code,
                Before = found.Detail,
                After = decision.Kind.ToString(),
                School = answer.School?.Value,
                Value = DecisionAnswers.Lasts(decision.Kind) ? null : decision.Value,
                Why = reason,
            });
            return (DecisionRefusal?)null;
        },
        stop);

    // The answer itself; for names the pair that the decision is about; for what is left as it is, what the finding said.
    private static string? ValueOf(Finding found, FindingAnswer answer)
    {
        if (answer.Kind == DecisionKind.HeldBy) return "";
        if (answer.Kind == DecisionKind.Accepted) return found.Detail;
        if (found.Code != FindingCodes.NameMismatch) return answer.Value!.Trim();
        // The detail of a name finding is what both lists say, as the rules wrote it.
        return found.Detail.Split(" / ", 2) is [var listed, var registered] ? PersonDecisions.NamesOf(listed, registered) : null;
    }
}

/// <summary>Takes a decision back; the finding is raised again where the lists still ask it.</summary>
public sealed class UndoDecision(EduAidDbContext db, Work work, RecomputePerson recompute, AuditTrail trail, TimeProvider time)
{
    /// <param name="semester">The semester that is worked in: what the decision held there is computed anew at once.</param>
    public Task<DecisionRefusal?> RunAsync(Actor actor, Guid id, Semester semester, string? reason, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            var found = await db.Decisions.AsTracking().SingleOrDefaultAsync(d => d.Id == id, stop);
            if (found is null) return DecisionRefusal.NotFound;
            if (!ReviewRights.May(actor, DecisionAnswers.AssigneeOf(found.Code))) return DecisionRefusal.NotYourRole;
            if (found.UndoneAt is not null) return DecisionRefusal.AlreadyUndone;
            var why = (reason ?? "").Trim();
            if (why.Length is 0 or > DecideFinding.LongestReason) return DecisionRefusal.ReasonMissing;
            await recompute.RunAsync(
                actor, DecisionAnswers.Lasts(found.Kind) ? semester : found.Semester, found.Person,
                () =>
                {
                    (found.UndoneBy, found.UndoneAt, found.UndoneReason) = (actor.Name, time.GetUtcNow(), why);
                    return Task.CompletedTask;
                },
                stop);
            trail.Record(actor, "finding.undo", $"person:{found.Person.Value:N}", new { Semester = found.Semester.ToString(), found.Code, Before = found.Kind.ToString(), Decided = found.By, Why = why });
            return (DecisionRefusal?)null;
        },
        stop);
}
