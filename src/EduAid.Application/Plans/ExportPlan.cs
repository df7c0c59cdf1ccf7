using EduAid.Application.Audit;
using EduAid.Application.Storage;

namespace EduAid.Application.Plans;

/// <summary>A year's plan as a workbook, as far as the scope reaches (<see cref="PlanSheet"/>).</summary>
public sealed class ExportPlan(EduAidDbContext db, Work work, AuditTrail trail)
{
    /// <returns>The plan's title, or null where there is none of that year.</returns>
    public async Task<string?> RunAsync(Actor actor, int year, Stream output, CancellationToken stop)
    {
        var plan = await work.ChangeAsync(
            async () =>
            {
                if (await PlanReading.OutlineAsync(db, year, stop) is not { } found) return null;
                trail.Record(actor, "plan.export", $"plan:{year}", new { Items = found.Items.Count });
                return found;
            },
            stop);
        if (plan is not null) PlanSheet.Write(plan, output, stop);
        return plan?.Title;
    }
}
