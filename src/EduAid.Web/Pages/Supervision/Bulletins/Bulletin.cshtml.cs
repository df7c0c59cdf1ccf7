using EduAid.Application.Setup;
using EduAid.Application.Storage;
using EduAid.Application.Supervision;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Rosters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EduAid.Web.Pages.Supervision.Bulletins;

/// <summary>A published bulletin, as it was frozen.</summary>
public sealed class BulletinModel(EduAidDbContext db, CountySettings county, Visitor visitor, ExportBulletin export) : PageModel
{
    public BulletinSheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await db.Bulletins.Include(b => b.Units).Include(b => b.Items).AsSplitQuery().SingleOrDefaultAsync(b => b.Id == id, stop) is not { } found) return NotFound();
        Sheet = BulletinSheet.Of(found, PublishModel.OfficeOf(county));
        return Page();
    }

    [Needs(Right.SeePlan)]
    public async Task<IActionResult> OnPostExportAsync(Guid id, CancellationToken stop)
    {
        var output = new MemoryStream();
        return await export.RunAsync(visitor.Actor, id, output, stop) is { } number ? Workbook.File(output, number) : NotFound();
    }
}
