using System.Globalization;
using EduAid.Application.People;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.Rosters;

/// <summary>The whole roster on A4, IDs masked. The workbook is what is signed and paid from.</summary>
public sealed class PrintModel(EduAidDbContext db, PersonDirectory people) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public RosterHead Head { get; private set; } = null!;

    public IReadOnlyList<EntryRow> Rows { get; private set; } = [];

    public IReadOnlyDictionary<PersonId, CitizenId> Ids { get; private set; } = new Dictionary<PersonId, CitizenId>();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await RosterHead.FindAsync(db, id, stop) is not { } head) return NotFound();
        Head = head;
        Rows = await EntryRows.LoadAsync(db, head.Roster.Id, stop);
        Ids = await people.RevealAsync([.. Rows.Select(r => r.Person)], stop);
        return Page();
    }
}
