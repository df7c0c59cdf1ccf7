using System.Globalization;
using EduAid.Application.Intake;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Values;
using EduAid.Web.Accounts;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Imports;

/// <summary>A version of a school's list that an import made.</summary>
/// <param name="Before">Rows of the version that would be current again; null where there is none.</param>
public sealed record MadeList(SchoolId School, string SchoolName, int Version, int Rows, bool Current, bool Undone, int? Before);

/// <summary>One import: what it did, and taking it back.</summary>
public sealed class DetailsModel(EduAidDbContext db, Visitor visitor, UndoImport undo, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Import Import { get; private set; } = null!;

    public string By { get; private set; } = "";

    public IReadOnlyList<MadeList> Lists { get; private set; } = [];

    /// <summary>The upload it came from, where its files are still at hand.</summary>
    public Guid? Upload { get; private set; }

    public string? Refusal { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public Task<IActionResult> OnGetAsync(int number, CancellationToken stop) => ShownAsync(number, stop);

    public async Task<IActionResult> OnPostUndoAsync(int number, CancellationToken stop)
    {
        // A school may only take back what is its own; registers and lists of several schools are the county's.
        if (!await db.Imports.AnyAsync(i => i.Number == number, stop)) return NotFound();
        var outcome = await undo.RunAsync(visitor.Actor, number, stop);
        if (outcome.Refusal is { } refusal)
        {
            Refusal = Words.Undo(refusal);
            return await ShownAsync(number, stop);
        }
        Done = texts["Intake.UndoneNow", string.Join('、', outcome.Imports), outcome.Rows];
        return RedirectToPage(new { number });
    }

    private async Task<IActionResult> ShownAsync(int number, CancellationToken stop)
    {
        var found = await db.Imports.Where(i => i.Number == number).Select(i => new
        {
            Import = i,
            By = db.Users.Where(u => u.UserName == i.By).Select(u => u.DisplayName).FirstOrDefault() ?? i.By,
            Upload = db.StagedUploads.Where(u => u.AcceptedAt != null && u.FirstNumber <= number && u.LastNumber >= number).Select(u => (Guid?)u.Id).FirstOrDefault(),
        }).SingleOrDefaultAsync(stop);
        if (found is null) return NotFound();
        (Import, By, Upload) = (found.Import, found.By, found.Upload);
        Lists = await db.SchoolListImports.Where(link => link.Import == number).Join(db.SchoolLists, link => link.List, l => l.Id, (_, l) => l)
            .OrderBy(l => l.Version).Select(l => new MadeList(
                l.School,
                db.SchoolVersions.Where(v => v.School == l.School && !v.Undone && v.From <= l.Semester).OrderByDescending(v => v.From)
                    .ThenByDescending(v => v.Import).Select(v => v.Name).FirstOrDefault() ?? "—",
                l.Version, l.Rows, l.Current, l.Undone,
                db.SchoolLists.Where(b => b.Kind == l.Kind && b.Semester == l.Semester && b.School == l.School && !b.Undone && b.Version < l.Version)
                    .OrderByDescending(b => b.Version).Select(b => (int?)b.Rows).FirstOrDefault()))
            .ToListAsync(stop);
        return Page();
    }
}
