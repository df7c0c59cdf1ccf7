using System.Globalization;
using EduAid.Application.Intake;
using EduAid.Application.Jobs;
using EduAid.Application.Jobs.Kinds;
using EduAid.Application.Rosters;
using EduAid.Application.Storage;
using EduAid.Application.Words;
using EduAid.Domain.Values;
using EduAid.Spreadsheets.Intake;
using EduAid.Web.Accounts;
using EduAid.Web.Pages.Imports;
using EduAid.Web.Pages.Jobs;
using EduAid.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace EduAid.Web.Pages.Lists;

/// <summary>Sends the files of a semester's list; they are looked at before anything is taken in.</summary>
public sealed class UploadModel(EduAidDbContext db, Visitor visitor, StageUpload stage, PreviewUpload preview, JobSizes sizes, JobDesk desk, IStringLocalizer<Texts> texts) : PageModel
{
    public Words Words { get; } = Words.In(CultureInfo.CurrentUICulture);

    public Semester Semester => visitor.Semester;

    /// <summary>The school whose list it is; without one every row must name its school.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? School { get; set; }

    [BindProperty]
    public IReadOnlyList<IFormFile> Files { get; set; } = [];

    public string? SchoolName { get; private set; }

    /// <summary>For a township: the schools of which one must be chosen.</summary>
    public IReadOnlyList<SelectListItem> Schools { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => ShownAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (MustChoose)
        {
            ModelState.AddModelError(nameof(School), texts["Intake.SchoolMissing"]);
            return await ShownAsync(stop);
        }
        var files = await SentFiles.ReadAsync(Files, stop);
        var staged = await stage.RunAsync(visitor.Actor, new(ListKind.Enrolments, Semester, SentFor, files), stop);
        if (staged.Refusal == StagingRefusal.NotYours) return Forbid();
        if (staged.Upload is not { } upload)
        {
            ModelState.AddModelError(nameof(Files), texts["Intake.NoFile"]);
            return await ShownAsync(stop);
        }
        if (sizes.IsLongToRead(files)) return await desk.BeginAsync(JobKind.Preview, $"upload:{upload}", new PreviewArguments(upload), stop);
        // Read now, while the sender waits for it anyway: the page that follows finds it on the shelf.
        await preview.RunAsync(upload, stop);
        return RedirectToPage("/Lists/Preview", new { id = upload });
    }

    private bool MustChoose => SentFor is null && !visitor.IsCounty;

    private SchoolId? SentFor => School is { } id ? new SchoolId(id) : visitor.School;

    private async Task<IActionResult> ShownAsync(CancellationToken stop)
    {
        if (SentFor is null && !MustChoose) return Page();
        if (SentFor is { } other && !visitor.Scope.Covers(other)) return Forbid();
        var all = (await SchoolLabels.LoadAsync(db, Semester, stop)).All;
        if (SentFor is not { } school)
        {
            Schools = [.. all.Where(s => visitor.Scope.Covers(s.Id)).OrderBy(s => s.Code, StringComparer.Ordinal)
                .Select(s => new SelectListItem($"{s.Code} {s.Name}", s.Id.Value.ToString()))];
            return Page();
        }
        SchoolName = all.FirstOrDefault(s => s.Id == school)?.Name;
        return SchoolName is null ? NotFound() : Page();
    }
}
