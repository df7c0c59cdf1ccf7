using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.Overview;

/// <summary>One ledger's figure; the overview fetches each when it is open, so that none holds up the others.</summary>
public sealed class FigureModel(LedgerFigures figures) : PageModel
{
    public LedgerFigure Figure { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(LedgerKind of, CancellationToken stop)
    {
        if (!Enum.IsDefined(of)) of = LedgerKind.Coverage;
        Figure = await figures.OfAsync(of, stop);
        return Page();
    }
}
