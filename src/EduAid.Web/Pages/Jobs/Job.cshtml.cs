using EduAid.Application.Jobs;
using EduAid.Application.Storage;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Jobs;

/// <summary>How far a job of one's own has come; when it has ended, its result, or why there is none.</summary>
public sealed class JobModel(EduAidDbContext db, JobBoard board, JobLimits limits, JobDesk desk, JobWords words, Visitor visitor, IStringLocalizer<Texts> texts) : PageModel
{
    public JobWords Words => words;

    public Job Job { get; private set; } = null!;

    /// <summary>Null while it waits.</summary>
    public JobStep? Step { get; private set; }

    /// <summary>What it waits for; null where it runs.</summary>
    public string? Waits { get; private set; }

    /// <summary>Until when the file that it made is there.</summary>
    public DateTimeOffset KeptUntil => (Job.EndedAt ?? Job.AskedAt).AddDays(limits.KeptDays);

    public string PollHref => $"/Jobs/{Job.Id}?handler=Progress";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        if (Job.State != JobState.Done || Job.Kind == JobKind.Export) return Page();
        words.Say(Job, TempData);
        return LocalRedirect(JobWords.Href(Job));
    }

    /// <summary>The progress alone, asked again and again; at its end the browser opens the page anew.</summary>
    public async Task<IActionResult> OnGetProgressAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        if (Job.HasEnded) Response.Headers["HX-Redirect"] = $"/Jobs/{id}";
        return Partial("_Progress", this);
    }

    public async Task<IActionResult> OnPostStopAsync(Guid id, [FromServices] StopJob verb, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        if (await verb.RunAsync(visitor.User!.Id, id, stop)) await board.WaitForAsync(id, TimeSpan.FromMilliseconds(limits.WaitMilliseconds), stop);
        return RedirectToPage(new { id });
    }

    [Needs(Right.Export)]
    public async Task<IActionResult> OnPostDownloadAsync(Guid id, [FromServices] TakeJobFile take, CancellationToken stop) =>
        await take.RunAsync(visitor.Actor, desk.Asker, id, visitor.May(Right.ExportInFull), stop) is { } file
            ? File(file.Content, Rosters.Workbook.ContentType, file.Name) : NotFound();

    // One's own, in the role in which it was asked for.
    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        var (user, assignment) = (visitor.User!.Id, visitor.Assignment!.Id);
        if (await db.Jobs.SingleOrDefaultAsync(j => j.Id == id && j.User == user && j.Assignment == assignment, stop) is not { } job) return false;
        Job = job;
        Step = board.StepOf(job);
        if (job.State == JobState.Waiting) Waits = await WaitsForAsync(job, stop);
        return true;
    }

    private async Task<string> WaitsForAsync(Job job, CancellationToken stop)
    {
        var before = await (from other in db.Jobs
                            join user in db.Users on other.User equals user.Id
                            where other.Id != job.Id && (other.State == JobState.Running || (other.State == JobState.Waiting && other.AskedAt < job.AskedAt))
                            orderby other.State descending, other.AskedAt
                            select new { other.Kind, other.State, user.DisplayName }).ToListAsync(stop);
        // Whatever changes anything in the county goes one after the other.
        if (job.Kind.Changes() && before.Find(b => b.State == JobState.Running && b.Kind.Changes()) is { } holding)
            return texts["Jobs.WaitsFor", words.Kind(holding.Kind), holding.DisplayName];
        return before.Count > 0 ? texts["Jobs.WaitsBehind", before.Count] : texts["Jobs.WaitsTurn"];
    }
}
