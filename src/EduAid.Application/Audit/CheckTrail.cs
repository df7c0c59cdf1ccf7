using EduAid.Application.Storage;

namespace EduAid.Application.Audit;

/// <summary>Verification as somebody asks for it: the answer is an event, also where the chain is broken.</summary>
public sealed class CheckTrail(VerifyAudit verify, CountyScope scope, Work work)
{
    public Task<AuditVerdict> RunAsync(Actor actor, AuditAnchor? anchor, CancellationToken stop) => scope.RunAsync(async () =>
    {
        var verdict = await verify.RunAsync(stop, anchor);
        await work.RecordAsync(actor, "audit.verify", "audit", new { verdict.Holds, verdict.Events, verdict.BrokenAt, verdict.What, verdict.Subject, Anchor = anchor?.Number }, stop);
        return verdict;
    });
}
