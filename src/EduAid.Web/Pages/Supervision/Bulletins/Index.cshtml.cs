using EduAid.Application.Storage;
using EduAid.Application.Supervision;
using EduAid.Web.Parts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Supervision.Bulletins;

/// <summary>The bulletins that were published, the latest first.</summary>
public sealed class IndexModel(EduAidDbContext db) : PageModel
{
    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<Bulletin> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Paging = Paging.From(Request.Query).Of(await db.Bulletins.CountAsync(stop));
        Rows = await db.Bulletins.OrderByDescending(b => b.Year).ThenByDescending(b => b.Sequence).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(stop);
    }
}
