using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Documents;
using EduAid.Application.Storage;
using EduAid.Domain.Policies;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Policies;

/// <summary>
/// Puts a proposed value into force: scan attached, all worked cases right, proposed by somebody else. What it means on that day is frozen with it.
/// </summary>
public sealed class PublishPolicy(EduAidDbContext db, Work work, AuditTrail trail, PolicyEffects effects, BusinessDay day, TimeProvider time)
{
    /// <returns>With <see cref="PolicyRefusal.CasesFail"/> the cases that fail.</returns>
    public Task<(PolicyRefusal? Refusal, IReadOnlyList<CaseResult> Failing)> RunAsync(Actor actor, Guid id, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!PolicyRights.MayPublish(actor)) return Refused(PolicyRefusal.NotYourRole);
            if (await db.PolicyProposals.AsTracking().SingleOrDefaultAsync(p => p.Id == id, stop) is not { } proposal) return Refused(PolicyRefusal.NotFound);
            if (proposal.MayPublish(actor.Name) is { } refusal) return Refused(refusal);
            if (proposal.From < Semester.Of(day.Today)) return Refused(PolicyRefusal.SemesterPast);
            if (!await db.StoredDocuments.AnyAsync(d => d.SubjectKind == DocumentSubject.Policy && d.Subject == id.ToString(), stop)) return Refused(PolicyRefusal.ScanMissing);
            var value = proposal.ToValue(day.Today);
            // Another value may have been published since it was proposed.
            if (PolicyRules.ProblemTogether([.. await PolicyBook.ValuesAsync(db, stop), value]) is not null) return Refused(PolicyRefusal.ValueTogether);
            var cases = await PolicyCases.OfAsync(db, proposal, stop);
            if (cases.Failing.Count > 0) return (PolicyRefusal.CasesFail, cases.Failing);
            var effect = await effects.OfAsync([value], stop);
            await WriteAsync(actor, proposal, value, cases, effect, stop);
            return ((PolicyRefusal?)null, (IReadOnlyList<CaseResult>)[]);
        },
        stop);

    private async Task WriteAsync(Actor actor, PolicyProposal proposal, ParameterValue value, ProposalCases cases, PolicyEffect effect, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var revision = 1 + (await db.PolicyValues.Where(v => v.Parameter == value.Parameter && v.From == value.From).MaxAsync(v => (int?)v.Revision, stop) ?? 0);
        proposal.Publish(actor.Name, now, revision);
        db.PolicyValues.Add(PolicyValueRow.Of(value, proposal.County, revision, now));
        await PolicyCases.WriteAsync(db, cases, proposal.ProposedBy, stop);
        foreach (var sum in effect.Programmes)
            db.PublishedEffects.Add(new PublishedEffect
            {
                County = proposal.County,
                Proposal = proposal.Id,
                Semester = sum.Semester,
                Programme = sum.Programme,
                Before = sum.Before,
                After = sum.After,
                FenBefore = sum.FenBefore,
                FenAfter = sum.FenAfter,
                Entitled = sum.Entitled,
                NoLonger = sum.NoLonger,
                More = sum.More,
                Less = sum.Less,
            });
        await db.SaveChangesAsync(stop);
        trail.Record(actor, "policy.publish", $"policy:{proposal.Id}", new
        {
            value.Parameter,
            From = $"{value.From}",
            value.Value,
            Proposer = proposal.ProposedBy,
            Fen = effect.Programmes.Sum(p => p.FenAfter - p.FenBefore),
        });
    }

    private static (PolicyRefusal?, IReadOnlyList<CaseResult>) Refused(PolicyRefusal refusal) => (refusal, []);
}

/// <summary>The director says no, with a reason.</summary>
public sealed class RefusePolicy(ProposalEnd end)
{
    public Task<PolicyRefusal?> RunAsync(Actor actor, Guid id, string reason, CancellationToken stop) =>
        end.RunAsync(actor, id, reason, PolicyRights.MayPublish(actor), (p, at, why) => p.Refuse(actor.Name, at, why), stop);
}

/// <summary>Whoever proposed it takes it back, with a reason.</summary>
public sealed class WithdrawPolicy(ProposalEnd end)
{
    public Task<PolicyRefusal?> RunAsync(Actor actor, Guid id, string reason, CancellationToken stop) =>
        end.RunAsync(actor, id, reason, PolicyRights.MayPropose(actor), (p, at, why) => p.Withdraw(actor.Name, at, why), stop);
}

/// <summary>How a proposal ends without being published.</summary>
public sealed class ProposalEnd(EduAidDbContext db, Work work, AuditTrail trail, TimeProvider time)
{
    internal Task<PolicyRefusal?> RunAsync(
        Actor actor, Guid id, string reason, bool may, Func<PolicyProposal, DateTimeOffset, string, PolicyRefusal?> step, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!may) return PolicyRefusal.NotYourRole;
            if (reason.Trim().Length > PolicyProposal.LongestText) return PolicyRefusal.ReasonMissing;
            if (await db.PolicyProposals.AsTracking().SingleOrDefaultAsync(p => p.Id == id, stop) is not { } proposal) return PolicyRefusal.NotFound;
            if (step(proposal, time.GetUtcNow(), reason) is { } refusal) return refusal;
            await db.SaveChangesAsync(stop);
            var details = new { proposal.Parameter, From = $"{proposal.From}", proposal.Value, Why = proposal.Remark };
            if (proposal.State == ProposalState.Refused) trail.Record(actor, "policy.refuse", $"policy:{id}", details);
            else trail.Record(actor, "policy.withdraw", $"policy:{id}", details);
            return (PolicyRefusal?)null;
        },
        stop);
}
