using EduAid.Application.Policies;
using EduAid.Application.Storage;
using EduAid.Domain.Policies;
using EduAid.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Application.Jobs.Kinds;

/// <summary>Of <see cref="JobKind.Effect"/>: a proposal, or a trial of several values under a key of its own.</summary>
/// <param name="Tried">By parameter; empty for a proposal.</param>
public sealed record EffectArguments(Guid Key, bool Proposal, IReadOnlyList<TriedValue> Tried);

public sealed record TriedValue(string Parameter, string Value, Unit Unit, string? Clause);

/// <summary>Says what other policy values would mean; the answer names people and lies in the job's stored file.</summary>
public sealed class EffectWork(EduAidDbContext db, PolicyEffects effects, KeptEffects kept, TimeProvider time) : JobWork
{
    public override async Task<JobAnswer> RunAsync(JobRun run, CancellationToken stop)
    {
        var asked = run.Arguments<EffectArguments>();
        if (await ChangesAsync(asked, stop) is not { } changes) return new(null, Refused: true);
        var turn = await db.Counties.Where(c => c.Code == db.CountyCode).Select(c => c.Turn).SingleAsync(stop);
        var effect = await effects.OfAsync(changes, stop, run.Progress);
        await kept.KeepAsync(asked.Key, run.Job.Id, new(effect, turn, time.GetUtcNow(), asked.Tried.ToDictionary(t => t.Parameter, t => t.Value, StringComparer.Ordinal)), stop);
        return new(null, FileName: KeptEffects.FileName);
    }

    // Null where the proposal has been decided meanwhile.
    private async Task<IReadOnlyCollection<ParameterValue>?> ChangesAsync(EffectArguments asked, CancellationToken stop)
    {
        if (!asked.Proposal) return [.. asked.Tried.Select(t => new ParameterValue(t.Parameter, Semester.Always, t.Value, t.Unit, "", t.Clause ?? "", default))];
        var proposal = await db.PolicyProposals.SingleOrDefaultAsync(p => p.Id == asked.Key && p.State == ProposalState.Open, stop);
        return proposal is null ? null : [proposal.ToValue(default)];
    }
}
