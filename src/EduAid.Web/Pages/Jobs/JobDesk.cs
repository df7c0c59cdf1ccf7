using EduAid.Application.Jobs;
using EduAid.Web.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace EduAid.Web.Pages.Jobs;

/// <summary>Begins long work for the visitor, waits a moment for it, and leads to where it is seen.</summary>
public sealed class JobDesk(StartJob start, JobBoard board, JobLimits limits, Visitor visitor)
{
    /// <exception cref="InvalidOperationException">The visitor has no role.</exception>
    public JobAsker Asker => new(visitor.User!.Id, visitor.Assignment?.Id ?? throw new InvalidOperationException("The visitor has no role."), visitor.Origin);

    public async Task<IActionResult> BeginAsync<T>(JobKind kind, string subject, T arguments, CancellationToken stop)
    {
        var job = await start.RunAsync(Asker, kind, subject, arguments, stop);
        // What takes no second answers at once: the job's page goes on to what came of it.
        await board.WaitForAsync(job, TimeSpan.FromMilliseconds(limits.WaitMilliseconds), stop);
        return new LocalRedirectResult($"/Jobs/{job}");
    }
}
