using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Domain.Policies;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Policies;

/// <param name="Document">Title and number of the document.</param>
public sealed record PolicyDraft(string Parameter, Semester From, string Value, string Document, string Clause, string Reason)
{
    /// <summary>A value as it is kept, from what somebody typed: items of a list come with a comma, a full-width one (U+FF0C) or 、 between them.</summary>
    public static string Typed(string? text) => (text ?? "").Trim().Replace('\uFF0C', ',').Replace('、', ',');
}

/// <summary>Proposes a new dated value of a parameter; nothing changes until somebody else publishes it.</summary>
public sealed class ProposePolicy(EduAidDbContext db, Work work, AuditTrail trail, BusinessDay day, TimeProvider time)
{
    public Task<(Guid? Proposal, PolicyRefusal? Refusal)> RunAsync(Actor actor, PolicyDraft draft, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!PolicyRights.MayPropose(actor)) return (null, PolicyRefusal.NotYourRole);
            if (Value(draft) is not { } value) return (null, PolicyRefusal.ParameterUnknown);
            if (await ProblemAsync(value, draft.Reason, stop) is { } refusal) return (null, refusal);
            var now = time.GetUtcNow();
            var proposal = PolicyProposal.Propose(db.CountyCode, Keys.New(now), value, draft.Reason.Trim(), actor.Name, now);
            db.PolicyProposals.Add(proposal);
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "policy.propose", $"policy:{proposal.Id}", new { proposal.Parameter, From = $"{proposal.From}", proposal.Value, proposal.Document, proposal.Clause, Why = proposal.Reason });
            return ((Guid?)proposal.Id, (PolicyRefusal?)null);
        },
        stop);

    private ParameterValue? Value(PolicyDraft draft) =>
        Seeds.Parameters().FirstOrDefault(p => p.Name == draft.Parameter) is { } known
            ? new(known.Name, draft.From, PolicyDraft.Typed(draft.Value), known.Unit, draft.Document.Trim(), draft.Clause.Trim(), day.Today) : null;

    private async Task<PolicyRefusal?> ProblemAsync(ParameterValue value, string reason, CancellationToken stop)
    {
        if (value.Document.Length is 0 or > PolicyProposal.LongestText || value.Clause.Length is 0 or > PolicyProposal.LongestText) return PolicyRefusal.DocumentMissing;
        if (reason.Trim().Length is 0 or > PolicyProposal.LongestText) return PolicyRefusal.ReasonMissing;
        if (value.Value.Length is 0 or > PolicyProposal.LongestText || PolicyRules.Problem(value) is not null) return PolicyRefusal.ValueWrong;
        if (value.From < Semester.Of(day.Today)) return PolicyRefusal.SemesterPast;
        var values = await PolicyBook.ValuesAsync(db, stop);
        if (Policy.In(value.From, values).Find(value.Parameter)?.Value == value.Value) return PolicyRefusal.NothingChanged;
        if (PolicyRules.ProblemTogether([.. values, value]) is not null) return PolicyRefusal.ValueTogether;
        return await db.PolicyProposals.AnyAsync(p => p.Parameter == value.Parameter && p.State == ProposalState.Open, stop) ? PolicyRefusal.AlreadyProposed : null;
    }
}
