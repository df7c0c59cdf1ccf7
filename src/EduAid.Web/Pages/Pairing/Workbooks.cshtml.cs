using EduAid.Application.Pairing;
using EduAid.Domain.Duties;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Rosters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EduAid.Web.Pages.Pairing;

/// <summary>Pairs and visits out into workbooks; the pages that take them in are one step on.</summary>
public sealed class WorkbooksModel(Visitor visitor) : PageModel
{
    /// <summary>Blank for all months.</summary>
    [BindProperty]
    public string? Month { get; set; }

    [TempData]
    public string? Done { get; set; }

    public void OnGet()
    {
    }

    [Needs(Right.Export)]
    public async Task<IActionResult> OnPostPairsAsync([FromServices] ExportPairs export, CancellationToken stop)
    {
        var output = new MemoryStream();
        await export.RunAsync(visitor.Actor, output, stop);
        return Workbook.File(output, "结对帮扶台账");
    }

    [Needs(Right.Export)]
    public async Task<IActionResult> OnPostVisitsAsync([FromServices] ExportPairVisits export, CancellationToken stop)
    {
        var output = new MemoryStream();
        var month = Domain.Duties.Month.TryParse(Month, out var asked) ? asked : (Month?)null;
        await export.RunAsync(visitor.Actor, month, output, stop);
        return Workbook.File(output, month is { } of ? $"{of.ToChinese()}结对帮扶走访记录" : "结对帮扶走访记录");
    }
}
