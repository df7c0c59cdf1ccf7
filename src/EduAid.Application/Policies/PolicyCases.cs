using EduAid.Application.Audit;
using EduAid.Application.Calendar;
using EduAid.Application.Storage;
using EduAid.Domain.Policies;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Policies;

/// <summary>The worked cases as a proposal leaves them, and what the rules would then say of each.</summary>
/// <param name="Kept">With the replacements of the proposal.</param>
/// <param name="Published">All values published so far.</param>
public sealed record ProposalCases(IReadOnlyList<WorkedCase> Kept, IReadOnlyList<CaseResult> Results, IReadOnlyList<ParameterValue> Published)
{
    public IReadOnlyList<CaseResult> Failing { get; } = [.. Results.Where(r => !r.Passes)];
}

public static class PolicyCases
{
    public static async Task<IReadOnlyList<WorkedCase>> LoadAsync(EduAidDbContext db, CancellationToken stop) =>
        [.. (await db.PolicyCases.OrderBy(c => c.Programme).ThenBy(c => c.From).ThenBy(c => c.Key).ToListAsync(stop)).Select(c => c.ToCase())];

    /// <summary>Runs all cases as they would be after a proposal, from its semester on.</summary>
    public static async Task<ProposalCases> OfAsync(EduAidDbContext db, PolicyProposal proposal, CancellationToken stop)
    {
        var replaced = await db.ProposedCases.Where(c => c.Proposal == proposal.Id).Select(c => new { c.Case, c.Fen }).ToListAsync(stop);
        var kept = WorkedCases.Replace(
            await LoadAsync(db, stop), [.. replaced.Select(c => new CaseReplacement(c.Case, Money.FromFen(c.Fen)))], proposal.From, c => KeyOf(proposal, c.Key));
        var published = await PolicyBook.ValuesAsync(db, stop);
        return new(kept, WorkedCases.Run(kept, [.. published, proposal.ToValue(DateOnly.FromDateTime(proposal.ProposedAt.UtcDateTime))], proposal.From), published);
    }

    // The key says where the line of a case began and which proposal made it what it is.
    internal static string KeyOf(PolicyProposal proposal, string key) => $"{key.Split('~')[0]}~{proposal.Id:N}";

    internal static async Task WriteAsync(EduAidDbContext db, ProposalCases cases, string by, CancellationToken stop)
    {
        var before = await db.PolicyCases.AsTracking().ToDictionaryAsync(c => c.Key, StringComparer.Ordinal, stop);
        foreach (var worked in cases.Kept)
        {
            if (!before.TryGetValue(worked.Key, out var row)) db.PolicyCases.Add(PolicyCase.Of(worked, db.CountyCode, by));
            else if (row.Until != worked.Until) row.Until = worked.Until;
        }
    }
}

/// <summary>Adds a worked case. It has to come out as stated by the rules in force: a case that does not says that something is wrong, and with what is wrong nobody publishes.</summary>
public sealed class AddPolicyCase(EduAidDbContext db, Work work, AuditTrail trail, TimeProvider time)
{
    /// <returns>Where the case does not come out: what the rules say.</returns>
    public Task<(PolicyRefusal? Refusal, CaseResult? Found)> RunAsync(Actor actor, WorkedCase asked, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!PolicyRights.MayPropose(actor)) return (PolicyRefusal.NotYourRole, null);
            var worked = asked with { Key = $"own-{Keys.New(time.GetUtcNow()):N}" };
            var result = WorkedCases.Run([worked], await PolicyBook.ValuesAsync(db, stop), worked.From) is [var only] ? only : null;
            if (result is not { Passes: true }) return (PolicyRefusal.CaseWrong, result);
            db.PolicyCases.Add(PolicyCase.Of(worked, db.CountyCode, actor.Name));
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "policy.case", $"case:{worked.Key}", new { Programme = worked.Programme.Code, From = $"{worked.From}", Fen = worked.Expected.Fen });
            return ((PolicyRefusal?)null, (CaseResult?)result);
        },
        stop);
}

/// <summary>Says, as part of a proposal, what a case that its value makes fail comes to from then on.</summary>
public sealed class SupersedeCase(EduAidDbContext db, Work work, AuditTrail trail)
{
    public Task<PolicyRefusal?> RunAsync(Actor actor, Guid proposal, string key, Money expected, CancellationToken stop) => work.ChangeAsync(
        async () =>
        {
            if (!PolicyRights.MayPropose(actor)) return PolicyRefusal.NotYourRole;
            if (await db.PolicyProposals.SingleOrDefaultAsync(p => p.Id == proposal, stop) is not { } found) return PolicyRefusal.NotFound;
            if (found.State != ProposalState.Open) return PolicyRefusal.WrongState;
            if (found.ProposedBy != actor.Name) return PolicyRefusal.NotYourRole;
            if (expected < Money.Zero) return PolicyRefusal.ValueWrong;
            // Only what the value itself has changed: a case that passes stands as it is.
            if (!(await PolicyCases.OfAsync(db, found, stop)).Failing.Any(r => r.Case.Key == key)) return PolicyRefusal.CaseWrong;
            var before = (await db.ProposedCases.AsTracking().Where(c => c.Proposal == proposal).ToListAsync(stop)).Find(c => PolicyCases.KeyOf(found, c.Case) == key);
            if (before is not null) before.Fen = expected.Fen;
            else db.ProposedCases.Add(new ProposedCase { County = db.CountyCode, Proposal = proposal, Case = key, Fen = expected.Fen, By = actor.Name });
            await db.SaveChangesAsync(stop);
            trail.Record(actor, "policy.supersede", $"policy:{proposal}", new { Case = key, Fen = expected.Fen });
            return (PolicyRefusal?)null;
        },
        stop);
}
