using EduAid.Application.Intake;
using EduAid.Application.Jobs;
using EduAid.Application.Jobs.Kinds;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Jobs;
using Microsoft.AspNetCore.Mvc;

namespace EduAid.Web.Pages.Lists;

/// <summary>Accepts an upload: at once, or as a job where it is long.</summary>
public sealed class AcceptStep(PreviewUpload preview, AcceptUpload accept, JobSizes sizes, JobDesk desk, Visitor visitor)
{
    /// <returns>What came of it, or the way to the job.</returns>
    public async Task<(AcceptOutcome? Outcome, IActionResult? Job)> RunAsync(Guid id, Acceptance how, CancellationToken stop)
    {
        // What would be refused anyway is said where it was asked.
        if (await preview.RunAsync(id, stop) is not { } shown || !sizes.IsLongToAccept(shown.Preview) || await accept.RefusalAsync(shown, how, stop) is not null)
            return (await accept.RunAsync(visitor.Actor, id, how, stop), null);
        return (null, await desk.BeginAsync(JobKind.Accept, $"upload:{id}", new AcceptArguments(id, how.Seen, how.Mode, how.From), stop));
    }
}
