using EduAid.Application.Jobs;
using EduAid.Application.Storage;
using EduAid.Web.Accounts;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Jobs;

/// <summary>The visitor's own jobs in the present role: what runs, and what came of the others.</summary>
public sealed class IndexModel(EduAidDbContext db, JobBoard board, JobLimits limits, JobWords words, Visitor visitor) : PageModel
{
    public JobWords Words => words;

    public int KeptDays => limits.KeptDays;

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<Job> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var (user, assignment) = (visitor.User!.Id, visitor.Assignment!.Id);
        var own = db.Jobs.Where(j => j.User == user && j.Assignment == assignment);
        Paging = Paging.From(Request.Query).Of(await own.CountAsync(stop));
        Rows = await own.OrderByDescending(j => j.AskedAt).ThenBy(j => j.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(stop);
    }

    public JobStep? StepOf(Job job) => board.StepOf(job);
}
