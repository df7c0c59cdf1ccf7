using System.Globalization;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Rosters;

/// <summary>What the last generation would change on a roster that is no draft any more.</summary>
public sealed class ChangesModel(EduAidDbContext db) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public RosterHead Head { get; private set; } = null!;

    public IReadOnlyList<RosterDifference> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await RosterHead.FindAsync(db, id, stop) is not { } head) return NotFound();
        Head = head;
        Rows = await db.RosterDifferences.Where(d => d.Roster == head.Roster.Id).OrderBy(d => d.Kind).ThenBy(d => d.Name).ThenBy(d => d.Person).ToListAsync(stop);
        return Page();
    }
}
